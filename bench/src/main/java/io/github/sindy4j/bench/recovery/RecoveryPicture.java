package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.report.ComparisonPanel;
import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import io.github.sindy4j.report.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Points needed against the dimension: one panel for each degree and number of forms. */
final class RecoveryPicture {
  /** One panel; d first, so that a row of the picture has one degree. */
  private record Setting(int degree, int r) implements Comparable<Setting> {
    private static final Comparator<Setting> ORDER =
        Comparator.comparing(Setting::degree).thenComparing(Setting::r);

    static Setting of(Row row) {
      return new Setting(row.key().family().degree(), row.key().family().r());
    }

    @Override
    public int compareTo(Setting other) {
      return ORDER.compare(this, other);
    }
  }

  private RecoveryPicture() {}

  /** The published rows, and ours in every way. */
  static Figure of(List<Row> published, Map<RecoveryWay, List<CellComparison>> ways) {
    TreeSet<Setting> settings = new TreeSet<>();
    ways.values()
        .forEach(
            cells ->
                cells.forEach(cell -> cell.ours().forEach(row -> settings.add(Setting.of(row)))));
    Figure figure = Figure.empty();
    for (Setting setting : settings) {
      figure = figure.with(panel(setting, published, ways, figure.isEmpty()));
    }
    return figure;
  }

  private static ComparisonPanel panel(
      Setting setting,
      List<Row> published,
      Map<RecoveryWay, List<CellComparison>> ways,
      boolean named) {
    List<Row> theirs = published.stream().filter(row -> Setting.of(row).equals(setting)).toList();
    List<Series> series = new ArrayList<>();
    series.add(new Series("published", Look.BASELINE, points(theirs)));
    ways.forEach(
        (way, cells) -> {
          List<Row> own =
              cells.stream()
                  .flatMap(cell -> cell.ours().stream())
                  .filter(row -> Setting.of(row).equals(setting))
                  .toList();
          series.add(new Series(way.words(), Look.MEASURED, points(own)));
        });
    series.add(new Series("parameters", Look.REFERENCE, parameters(theirs)));
    return new ComparisonPanel(
        "r = " + setting.r() + ", d = " + setting.degree(),
        "dimension m",
        "points needed",
        series,
        named);
  }

  private static List<Point> points(List<Row> rows) {
    Map<Integer, List<Row>> bySize = new TreeMap<>();
    rows.forEach(
        row -> bySize.computeIfAbsent(row.key().family().m(), m -> new ArrayList<>()).add(row));
    List<Point> points = new ArrayList<>();
    bySize.forEach(
        (m, cell) -> {
          CellComparison.Spread spread = CellComparison.Spread.of(cell);
          points.add(new Point(m, spread.median(), spread.least(), spread.most()));
        });
    return points;
  }

  private static List<Point> parameters(List<Row> rows) {
    Map<Integer, Integer> freedom = new TreeMap<>();
    rows.forEach(row -> freedom.put(row.key().family().m(), row.key().family().freedom()));
    List<Point> points = new ArrayList<>();
    freedom.forEach((m, count) -> points.add(new Point(m, count, count, count)));
    return points;
  }
}
