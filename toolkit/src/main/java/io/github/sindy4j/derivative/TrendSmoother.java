package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.SmoothedEstimate.Column;
import io.github.sindy4j.derivative.TrendSolver.Solution;
import io.github.sindy4j.derivative.WeightSearch.Score;
import io.github.sindy4j.linalg.BandedFold;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Vec;

/**
 * Trend filtering of one grid: x̃ = argmin ½ ‖y − x‖² + α ‖D x‖₁, D the differences of order k + 1,
 * a piecewise polynomial of degree k with few knots.
 *
 * <p>Degrees of freedom are the knots and k + 1 (R. J. Tibshirani and J. Taylor, Annals of
 * Statistics 40 (2012) 1198–1232); they enter C_L for known noise and cross-validation otherwise,
 * where at most half of the samples may be knots: with more, cross-validation divides by nothing.
 * Deviations of rates are those of the least-squares spline with the same knots, so they know
 * nothing of the choice of knots. The next better approximation is that spline: it does not shrink.
 */
final class TrendSmoother {
  /** So heavy a weight forbids a difference. */
  private static final double FORBIDDEN = 1e14;

  private static final double FACTOR = Math.log(4);

  private final DividedDifferences differences;
  private final RateStencil stencil;
  private final Weight weight;
  private final int degree;

  TrendSmoother(Vec times, int degree, Weight weight) {
    double[] grid = times.toArray();
    this.degree = degree;
    this.differences = DividedDifferences.of(grid, degree + 1, 1);
    this.stencil = new RateStencil(grid, degree + degree % 2);
    this.weight = weight;
  }

  Column column(double[] y) {
    double alpha = choose(y);
    Solution solution = TrendSolver.solve(differences, y, alpha);
    boolean[] knots = knots(y, solution, alpha);
    double freedom = freedom(knots);
    double left = Math.max(y.length - freedom, 1);
    double variance =
        weight instanceof Weight.OfNoise known
            ? known.sigma() * known.sigma()
            : squares(y, solution.x()) / left;
    BandedFold fold = fold(y, knots);
    double[] rates = stencil.apply(solution.x().toArray(), 1);
    double[] errors = stencil.apply(fold.solution().toArray(), 1);
    SymmetricBand covariance = fold.factor().inverseBand();
    double[] deviations = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      errors[i] -= rates[i];
      deviations[i] = Math.sqrt(variance * stencil.variance(i, covariance));
    }
    return new Column(solution.x(), Vec.adopt(rates), Vec.adopt(errors), 0, Vec.adopt(deviations));
  }

  private double choose(double[] y) {
    if (weight instanceof Weight.Fixed fixed) {
      return fixed.value();
    }
    double largest = TrendSolver.largest(differences, y);
    double roughness = Vec.adopt(differences.apply(y)).norm() / Math.sqrt(differences.rows());
    // Below this, α moves no sample by a noticeable part of what the differences themselves show.
    double smallest = 0.01 * roughness / Math.pow(4, degree + 1);
    if (!(smallest > 0 && largest > smallest)) {
      return Math.max(largest, Double.MIN_NORMAL);
    }
    return new WeightSearch(Math.log(smallest), Math.log(largest), FACTOR)
        .least(
            alpha -> {
              Solution solution = TrendSolver.solve(differences, y, alpha);
              double freedom = freedom(knots(y, solution, alpha));
              Score score =
                  Score.of(weight, y.length, degree + 1, squares(y, solution.x()), freedom);
              return weight instanceof Weight.Automatic && 2 * freedom > y.length
                  ? new Score(Double.POSITIVE_INFINITY, score.bound())
                  : score;
            });
  }

  /**
   * Where (D x)ᵣ is not zero: where it is larger, beside the differences of the data, than the
   * slack of |zᵣ| ≤ α beside α.
   */
  private boolean[] knots(double[] y, Solution solution, double alpha) {
    double scale = Math.max(Double.MIN_NORMAL, Vec.adopt(differences.apply(y)).maxAbs());
    double[] dx = differences.apply(solution.x().toArray());
    boolean[] knots = new boolean[dx.length];
    for (int r = 0; r < dx.length; r++) {
      double slack = (alpha - Math.abs(solution.z().get(r))) / alpha;
      knots[r] = Math.abs(dx[r]) / scale > slack;
    }
    return knots;
  }

  private double freedom(boolean[] knots) {
    double freedom = degree + 1;
    for (boolean knot : knots) {
      freedom += knot ? 1 : 0;
    }
    return freedom;
  }

  private static double squares(double[] y, Vec x) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - x.get(i)) * (y[i] - x.get(i));
    }
    return sum;
  }

  /** Least squares with D x = 0 but at the knots. */
  private BandedFold fold(double[] y, boolean[] knots) {
    double[] penalties = new double[knots.length];
    for (int r = 0; r < knots.length; r++) {
      penalties[r] = knots[r] ? 0 : FORBIDDEN;
    }
    int width = Math.max(differences.order(), stencil.window() - 1);
    return WhittakerSmoother.fold(differences, width, y, 1, r -> penalties[r]);
  }
}
