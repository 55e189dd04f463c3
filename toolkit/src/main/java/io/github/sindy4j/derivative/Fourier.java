package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import java.util.Arrays;
import java.util.Locale;

/**
 * x̃ and ẋ of a Fourier series that is cut off where noise begins: on even grids only, in O(n log
 * n).
 *
 * <p>With {@link Extension#PERIODIC} the data are one period, x(t + n h) = x(t), and nothing is
 * taken off. With {@link Extension#EVEN} a parabola with the slopes of the data at both ends is
 * taken off first, and what is left goes on as its mirror image: a series of cosines whose
 * coefficients fall with the fourth power. The cut-off minimises C_L for known noise and
 * generalised cross-validation otherwise.
 *
 * <p>The deviation of a rate is that of least squares with the terms that are kept; the next better
 * approximation keeps a quarter more of them.
 *
 * @param extension beyond the data
 * @param terms the highest frequency kept: periods in the data, or half periods for an even
 *     extension
 */
public record Fourier(Extension extension, Terms terms) implements Differentiator {
  /** Steps that differ by more than this part make a grid uneven. */
  private static final double EVEN_GRID = 1e-6;

  /** How a function goes on beyond its data. */
  public enum Extension {
    /** As its mirror image. */
    EVEN,
    /** From the beginning. */
    PERIODIC;

    /** Reads {@code even} or {@code periodic}. */
    static Extension of(String text) {
      return Arrays.stream(values())
          .filter(e -> e.text().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadSetting(
                      "bad-derivative",
                      "fourier extension",
                      "'" + text + "' is not understood",
                      "Write extension=even or extension=periodic"));
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An even extension, cut off by cross-validation. */
  public static Fourier defaults() {
    return new Fourier(Extension.EVEN, Terms.automatic());
  }

  /** With another extension. */
  public Fourier withExtension(Extension other) {
    return new Fourier(other, terms);
  }

  /** With a cut-off from elsewhere. */
  public Fourier withTerms(Terms other) {
    return new Fourier(extension, other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    double step = evenStep(times);
    return extension == Extension.PERIODIC
        ? SmoothedEstimate.ofColumns(values, y -> PeriodicSeries.column(y, step, terms))
        : SmoothedEstimate.ofColumns(values, new CosineSeries(times.size(), step, terms)::column);
  }

  private static double evenStep(Vec times) {
    double step = (times.last() - times.first()) / (times.size() - 1);
    for (int i = 1; i < times.size(); i++) {
      double own = times.get(i) - times.get(i - 1);
      if (Math.abs(own - step) > EVEN_GRID * step) {
        throw new BadData(
            "uneven-grid",
            "",
            "fourier needs samples at even distances, but the step before time "
                + times.get(i)
                + " is "
                + own
                + " and the mean one "
                + step,
            "Use chebyshev, smoothing-spline, kalman or gaussian-process, which take any grid");
      }
    }
    return step;
  }

  @Override
  public int minimumSamples() {
    return 6;
  }

  @Override
  public String text() {
    return MethodText.of("fourier", "extension=" + extension.text(), terms.text());
  }
}
