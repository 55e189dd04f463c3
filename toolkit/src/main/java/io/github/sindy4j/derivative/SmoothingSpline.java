package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.WeightSearch.Score;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * x̃ = f, ẋ = f′, f the natural spline of degree 2m − 1 that minimises Σ (yᵢ − f(tᵢ))² + λ ∫
 * (f^{(m)})² dt, on any grid.
 *
 * <p>λ minimises generalised cross-validation n ‖y − f‖² / (n − tr H)², or C_L = ‖y − f‖² + 2 σ² tr
 * H for known noise, with the exact trace. The deviation of a rate is that of the integrated Wiener
 * process of which f is the posterior mean.
 *
 * <p>Source: C. H. Reinsch, Numer. Math. 10 (1967) 177–183; P. Craven and G. Wahba, Numer. Math. 31
 * (1979) 377–403; M. F. Hutchinson and F. R. de Hoog, Numer. Math. 47 (1985) 99–106.
 *
 * @param degree 3 or 5
 * @param weight λ, with time counted in mean steps
 */
public record SmoothingSpline(int degree, Weight weight) implements Differentiator {
  /** Checks the degree. */
  public SmoothingSpline {
    BadSetting.require(
        degree == 3 || degree == 5,
        "smoothing-spline degree",
        "must be 3 or 5 but is " + degree,
        "3 is usual for states, 5 for rates");
  }

  /** Quintic, weighted by cross-validation. */
  public static SmoothingSpline defaults() {
    return new SmoothingSpline(5, Weight.automatic());
  }

  /** With another degree. */
  public SmoothingSpline withDegree(int other) {
    return new SmoothingSpline(other, weight);
  }

  /** With a weight from elsewhere. */
  public SmoothingSpline withWeight(Weight other) {
    return new SmoothingSpline(degree, other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    SplineSmoother grid = new SplineSmoother(times, (degree + 1) / 2, 1);
    return SmoothedEstimate.of(
        values,
        y -> {
          SplineSmoother chosen = grid.withLambda(choose(grid, y));
          SplineSmoother.Fit fit = chosen.fit(y);
          double left = Math.max(y.length - fit.freedom(), Double.MIN_NORMAL);
          double variance =
              weight instanceof Weight.OfNoise known
                  ? known.sigma() * known.sigma()
                  : fit.squares() / left;
          return new SmoothedEstimate.Choice(chosen, variance);
        });
  }

  private double choose(SplineSmoother grid, double[] y) {
    if (weight instanceof Weight.Fixed fixed) {
      return fixed.value();
    }
    int m = (degree + 1) / 2;
    return WeightSearch.of(y.length, 2.0 * m)
        .least(
            lambda -> {
              SplineSmoother.Fit fit = grid.withLambda(lambda).fit(y);
              return Score.of(weight, y.length, m, fit.squares(), fit.freedom());
            });
  }

  @Override
  public int minimumSamples() {
    return (degree + 1) / 2 + 1;
  }

  @Override
  public String text() {
    return MethodText.of("smoothing-spline", "degree=" + degree, weight.text());
  }
}
