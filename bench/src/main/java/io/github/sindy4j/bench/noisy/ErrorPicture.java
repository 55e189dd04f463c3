package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.report.ComparisonPanel;
import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import io.github.sindy4j.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many systems have at most which error: errors of all systems in ascending order, medians and
 * ranges over the draws, one panel for each level of noise.
 */
final class ErrorPicture {
  /** Below this, an error is rounding; the axis is logarithmic. */
  private static final double ROUNDING = 1e-16;

  private ErrorPicture() {}

  static Figure of(List<NoisyRow> rows) {
    Figure figure = Figure.empty();
    Map<Double, List<NoisyRow>> levels = grouped(rows, row -> row.key().level());
    for (var level : levels.entrySet()) {
      List<Series> series = new ArrayList<>();
      grouped(level.getValue(), row -> row.key().method())
          .forEach((method, own) -> series.add(new Series(method, Look.MEASURED, points(own))));
      int systems = grouped(level.getValue(), row -> row.key().system()).size();
      List<Point> bound =
          List.of(new Point(1, 0.01, 0.01, 0.01), new Point(systems, 0.01, 0.01, 0.01));
      series.add(new Series("1 %", Look.REFERENCE, bound));
      figure =
          figure.with(
              new ComparisonPanel(
                  Measure.plain(level.getKey()) + " % noise",
                  "systems in order of their error",
                  "error of coefficients, spectral",
                  series,
                  figure.isEmpty()));
    }
    return figure;
  }

  private static List<Point> points(List<NoisyRow> rows) {
    List<Point> sorted = new ArrayList<>();
    for (List<NoisyRow> draws : grouped(rows, row -> row.key().system()).values()) {
      double[] errors =
          draws.stream()
              .mapToDouble(row -> Math.max(ROUNDING, row.score().spectral()))
              .sorted()
              .toArray();
      sorted.add(new Point(0, Measure.middle(errors), errors[0], errors[errors.length - 1]));
    }
    sorted.sort((a, b) -> Double.compare(a.median(), b.median()));
    List<Point> points = new ArrayList<>();
    for (Point point : sorted) {
      points.add(new Point(points.size() + 1, point.median(), point.least(), point.most()));
    }
    return points;
  }

  private static <K extends Comparable<K>> Map<K, List<NoisyRow>> grouped(
      List<NoisyRow> rows, java.util.function.Function<NoisyRow, K> by) {
    return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }
}
