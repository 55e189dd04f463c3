package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The comparison with the published results as a Markdown table. */
final class ComparisonText {
  private static final double SIGNIFICANT = 0.05;

  private ComparisonText() {}

  /** One way of ours against the published results of its table. */
  static String of(Kind kind, RecoveryWay way, List<CellComparison> cells) {
    StringBuilder text = new StringBuilder();
    add(text, "## %s: %s", kind.word(), way.words());
    add(text, "");
    add(
        text,
        "Points needed: median (least–most) over the seeds; ratio of the medians; p: exact one-sided"
            + " Wilcoxon signed-rank test over the seeds, each with the published row of the same"
            + " function and points, that ours needs more.");
    add(text, "");
    add(text, "| r | d | m | terms | parameters | seeds | published | ours | ratio | p |");
    add(text, "|---|---|---|---|---|---|---|---|---|---|");
    for (CellComparison cell : cells) {
      RecoveryFamily family = cell.family();
      double above = cell.above();
      add(
          text,
          "| %d | %d | %d | %d | %d | %d | %s | %s | %.2f | %s |",
          family.r(),
          family.degree(),
          family.m(),
          family.librarySize(),
          family.freedom(),
          cell.ours().size(),
          spread(cell.published()),
          spread(cell.ours()),
          cell.ratio(),
          above < SIGNIFICANT ? String.format(Locale.ROOT, "**%.3f**", above) : percent(above));
    }
    add(text, "");
    summary(text, cells);
    return text.toString();
  }

  private static void summary(StringBuilder text, List<CellComparison> cells) {
    double published = sum(cells, true, Measure.POINTS);
    double ours = sum(cells, false, Measure.POINTS);
    double logarithms =
        cells.stream().mapToDouble(cell -> Math.log(cell.ratio())).average().orElse(0);
    long rows = cells.stream().mapToLong(cell -> cell.ours().size()).sum();
    long above = cells.stream().filter(cell -> cell.ratio() > 1).count();
    List<String> significant =
        cells.stream()
            .filter(cell -> cell.above() < SIGNIFICANT)
            .map(cell -> cell.family().text())
            .toList();
    List<String> surely = holm(cells);
    double excess =
        cells.stream()
            .mapToDouble(
                cell ->
                    Math.log(
                        CellComparison.Spread.of(cell.ours()).median()
                            / (cell.family().freedom() + 1)))
            .average()
            .orElse(0);
    add(
        text,
        "- Cells: %d, rows: %d; rows with fewer points than published: %d, as many: %d, more: %d.",
        cells.size(),
        rows,
        rows(cells, -1),
        rows(cells, 0),
        rows(cells, 1));
    add(
        text,
        "- Points of all rows together: %.1f %% of the published ones (%.0f of %.0f); geometric mean"
            + " of the ratios of the cells: %.3f.",
        100 * ours / published,
        ours,
        published,
        Math.exp(logarithms));
    add(
        text,
        "- Cells whose median is above the published one: %d; significantly (p < %s): %s; with Holm's"
            + " correction for %d cells: %s.",
        above,
        SIGNIFICANT,
        significant.isEmpty() ? "none" : String.join(", ", significant),
        cells.size(),
        surely.isEmpty() ? "none" : String.join(", ", surely));
    add(
        text,
        "- Medians beside the number of parameters + 1, geometric mean over the cells: %.2f.",
        Math.exp(excess));
    add(
        text,
        "- Compute: published %.0f s; ours %.1f s of processor time, a factor of %.0f.",
        sum(cells, true, Measure.CPU),
        sum(cells, false, Measure.CPU),
        sum(cells, true, Measure.CPU) / sum(cells, false, Measure.CPU));
    add(text, "");
  }

  /** How many rows need fewer points than published (−1), as many (0) or more (1). */
  private static long rows(List<CellComparison> cells, int sign) {
    return cells.stream()
        .flatMap(cell -> cell.differences().stream())
        .filter(difference -> Math.signum(difference) == sign)
        .count();
  }

  /** Holm's procedure: the least p against 0.05/k, the next against 0.05/(k − 1), … */
  private static List<String> holm(List<CellComparison> cells) {
    List<CellComparison> sorted =
        cells.stream().sorted(Comparator.comparing(CellComparison::above)).toList();
    int count = 0;
    while (count < sorted.size()
        && sorted.get(count).above() < SIGNIFICANT / (sorted.size() - count)) {
      count++;
    }
    return sorted.subList(0, count).stream().map(cell -> cell.family().text()).toList();
  }

  private enum Measure {
    POINTS,
    CPU
  }

  private static double sum(List<CellComparison> cells, boolean published, Measure measure) {
    return cells.stream()
        .flatMap(cell -> (published ? cell.published() : cell.ours()).stream())
        .mapToDouble(row -> measure == Measure.POINTS ? row.points() : row.cpu())
        .sum();
  }

  private static String spread(List<Row> rows) {
    CellComparison.Spread spread = CellComparison.Spread.of(rows);
    return String.format(
        Locale.ROOT, "%s (%.0f–%.0f)", number(spread.median()), spread.least(), spread.most());
  }

  private static String number(double median) {
    return median == Math.rint(median)
        ? String.format(Locale.ROOT, "%.0f", median)
        : String.format(Locale.ROOT, "%.1f", median);
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.2f", probability);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
