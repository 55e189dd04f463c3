package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.BandedFold;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * States by {@link WhittakerSmoother}: x̃ = argmin ‖y − x‖² + λ ‖D x‖², D the d-th differences,
 * divided on uneven grids. Rates are finite differences of x̃, of the even order d or d + 1.
 *
 * <p>The deviation of a rate is that of the posterior for which x̃ is the mean: σ² w (I + λ DᵀD)⁻¹
 * wᵀ, with w the weights of the finite difference. It covers noise and what the penalty takes away.
 *
 * @param order d, from 1 to 5
 * @param weight λ, by cross-validation unless told otherwise
 */
public record Whittaker(int order, Weight weight) implements Differentiator {
  /** Checks the order. */
  public Whittaker {
    BadSetting.require(
        order >= 1 && order <= 5,
        "whittaker order",
        "must be between 1 and 5 but is " + order,
        "3 is usual for rates");
  }

  /** Third differences, weighted by cross-validation. */
  public static Whittaker defaults() {
    return new Whittaker(3, Weight.automatic());
  }

  /** With differences of another order. */
  public Whittaker withOrder(int differences) {
    return new Whittaker(differences, weight);
  }

  /** With a weight from elsewhere. */
  public Whittaker withWeight(Weight other) {
    return new Whittaker(order, other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    double[] grid = times.toArray();
    DividedDifferences differences = DividedDifferences.of(grid, order, 0.5);
    RateStencil stencil = new RateStencil(grid, order + order % 2);
    return SmoothedEstimate.of(
        values,
        y -> {
          WhittakerSmoother.Smoothed smoothed =
              new WhittakerSmoother(order).smooth(times, Vec.of(y), weight);
          double left = Math.max(y.length - smoothed.freedom(), Double.MIN_NORMAL);
          double variance =
              weight instanceof Weight.OfNoise known
                  ? known.sigma() * known.sigma()
                  : smoothed.squaredResidual() / left;
          return new SmoothedEstimate.Choice(
              new Smoother(differences, stencil, smoothed.weight()), variance);
        });
  }

  @Override
  public int minimumSamples() {
    return order + 1;
  }

  @Override
  public String text() {
    return MethodText.of("whittaker", "order=" + order, weight.text());
  }

  private record Smoother(DividedDifferences differences, RateStencil stencil, double lambda)
      implements LinearSmoother {
    @Override
    public Curves apply(double[] y, int columns) {
      double[] values = fold(y, columns).solution().toArray();
      return Curves.of(columns, values, stencil.apply(values, columns));
    }

    @Override
    public Vec rateVariances() {
      int n = differences.rows() + differences.order();
      SymmetricBand covariance = fold(new double[n], 1).factor().inverseBand();
      double[] variances = new double[n];
      for (int i = 0; i < n; i++) {
        variances[i] = stencil.variance(i, covariance);
      }
      return Vec.adopt(variances);
    }

    private BandedFold fold(double[] y, int columns) {
      int width = Math.max(differences.order(), stencil.window() - 1);
      return WhittakerSmoother.fold(differences, width, y, columns, r -> lambda);
    }
  }
}
