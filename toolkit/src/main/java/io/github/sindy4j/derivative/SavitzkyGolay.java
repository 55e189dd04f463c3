package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * x̃(tᵢ) = p(tᵢ), ẋ(tᵢ) = p′(tᵢ), p the polynomial of degree {@code degree} nearest, in least
 * squares, to the samples of a window around tᵢ, on any grid.
 *
 * <p>Windows are cut short at the ends of a segment, but never below degree + 1 samples.
 *
 * <p>Source: A. Savitzky and M. J. E. Golay, Analytical Chemistry 36 (1964) 1627–1639; here with
 * true local least squares where the grid is uneven.
 *
 * @param window the number of samples, odd
 * @param degree of the polynomial, at least 1 and less than the window
 */
public record SavitzkyGolay(int window, int degree) implements LocalDifferentiator {
  /** Checks window and degree. */
  public SavitzkyGolay {
    BadSetting.require(
        window >= 3 && window % 2 == 1,
        "savitzky-golay window",
        "must be an odd number of samples, at least 3, but is " + window,
        "Take 11, say");
    BadSetting.require(
        degree >= 1 && degree < window && degree <= 20,
        "savitzky-golay degree",
        "must be at least 1, at most 20 and less than the window of "
            + window
            + " samples but is "
            + degree,
        "Degree 3 is usual");
  }

  /** A window of this many samples and a polynomial of this degree. */
  public static SavitzkyGolay of(int window, int degree) {
    return new SavitzkyGolay(window, degree);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values, int from, int to) {
    return new LocalRates(window, window, degree, degree + 2, true)
        .estimate(times, values, from, to);
  }

  @Override
  public int reach() {
    return Math.max(window, degree + 3);
  }

  @Override
  public int minimumSamples() {
    return degree + 1;
  }

  @Override
  public String text() {
    return "savitzky-golay:" + window + "," + degree;
  }
}
