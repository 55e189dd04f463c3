package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * x̃ = p, ẋ = p′, p = Σ_{k ≤ K} c_k T_k the combination of Chebyshev polynomials that is nearest to
 * the data in least squares, on any grid; on Chebyshev's own points the errors fall exponentially
 * with K.
 *
 * <p>K minimises C_L for known noise and generalised cross-validation otherwise. p is computed in
 * the polynomials that are orthogonal on the samples, which span the same space, by Forsythe's
 * recurrence: O(n K), with K at most 128, and no higher than the recurrence stays orthogonal (about
 * 2√n on even grids, where more would be useless). The deviation of a rate is that of least
 * squares; the next better approximation has a degree two higher.
 *
 * <p>Source: G. E. Forsythe, J. SIAM 5 (1957) 74–88; L. N. Trefethen, Approximation Theory and
 * Approximation Practice (2013).
 *
 * @param terms K
 */
public record Chebyshev(Terms terms) implements Differentiator {
  static final int HIGHEST = 128;

  /** Checks the degree. */
  public Chebyshev {
    if (terms instanceof Terms.Count count) {
      BadSetting.require(
          count.number() <= HIGHEST,
          "chebyshev terms",
          "must be at most " + HIGHEST + " but is " + count.number(),
          "Long data with many features are better cut by smoothing-spline, kalman or whittaker");
    }
  }

  /** The degree by cross-validation. */
  public static Chebyshev defaults() {
    return new Chebyshev(Terms.automatic());
  }

  /** With a degree from elsewhere. */
  public Chebyshev withTerms(Terms other) {
    return new Chebyshev(other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    return SmoothedEstimate.ofColumns(values, y -> new GlobalPolynomial(times).column(y, terms));
  }

  @Override
  public int minimumSamples() {
    return terms instanceof Terms.Count count ? count.number() + 1 : 4;
  }

  @Override
  public String text() {
    return MethodText.of("chebyshev", terms.text());
  }
}
