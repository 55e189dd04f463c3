package io.github.sindy4j.report;

import java.util.List;

/**
 * What several methods need, against the size of the problem: medians with the range of their
 * repetitions, on a logarithmic axis, on which equal ratios are equal distances.
 *
 * @param title what is compared, in a few words; it may be empty
 * @param size what is along the horizontal axis
 * @param need what is along the vertical axis
 * @param series the methods, in the order in which they are drawn and named
 * @param named whether the series are named in this panel; of several panels with the same series
 *     one is enough
 */
public record ComparisonPanel(
    String title, String size, String need, List<Series> series, boolean named) implements Panel {
  /** Copies the list and checks that there is something to draw. */
  public ComparisonPanel {
    series = List.copyOf(series);
    Checks.require(
        series.stream().anyMatch(s -> !s.points().isEmpty()),
        "ComparisonPanel: nothing to compare; leave the panel out instead");
  }

  /** How a series is shown. */
  public enum Look {
    /** What others have measured: a grey line on the band of its range. */
    BASELINE,
    /** What was measured: a coloured line with dots and bars. */
    MEASURED,
    /** What is known without measuring: a dashed line. */
    REFERENCE
  }

  /**
   * One method.
   *
   * @param name its name
   * @param look how it is shown
   * @param points by ascending size
   */
  public record Series(String name, Look look, List<Point> points) {
    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * The repetitions at one size; a need is greater than 0.
   *
   * @param size the size of the problem
   * @param median the median of the needs
   * @param least the smallest
   * @param most the largest
   */
  public record Point(double size, double median, double least, double most) {}
}
