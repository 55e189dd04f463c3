package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Published and own rows of one cell, paired by seed: the same seed is the same function at the
 * same points.
 *
 * @param family the cell
 * @param published its published rows whose seeds are ours too
 * @param ours our rows, in the same order
 */
record CellComparison(RecoveryFamily family, List<Row> published, List<Row> ours) {
  CellComparison {
    published = List.copyOf(published);
    ours = List.copyOf(ours);
  }

  /** All cells that have rows of both, in the published order. */
  static List<CellComparison> of(List<Row> published, List<Row> ours) {
    Map<Row.Cell, Map<Integer, Row>> theirs = new TreeMap<>();
    for (Row row : published) {
      theirs.computeIfAbsent(row.key().cell(), cell -> new TreeMap<>()).put(row.key().seed(), row);
    }
    Map<Row.Cell, Map<Integer, Row>> own = new TreeMap<>();
    for (Row row : ours) {
      if (theirs.getOrDefault(row.key().cell(), Map.of()).containsKey(row.key().seed())) {
        own.computeIfAbsent(row.key().cell(), cell -> new TreeMap<>()).put(row.key().seed(), row);
      }
    }
    List<CellComparison> cells = new ArrayList<>();
    own.forEach(
        (cell, rows) -> {
          Map<Integer, Row> partners = new TreeMap<>(theirs.getOrDefault(cell, Map.of()));
          partners.keySet().retainAll(rows.keySet());
          RecoveryFamily family = rows.values().iterator().next().key().family();
          cells.add(
              new CellComparison(
                  family, List.copyOf(partners.values()), List.copyOf(rows.values())));
        });
    return cells;
  }

  /** Our median beside the published one. */
  double ratio() {
    return Spread.of(ours).median() / Spread.of(published).median();
  }

  /** The probability of differences like these, or more of ours above, if there were none. */
  double above() {
    return SignedRank.above(differences());
  }

  /** Our points less the published ones, seed by seed. */
  List<Double> differences() {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      differences.add((double) ours.get(i).points() - published.get(i).points());
    }
    return differences;
  }

  /**
   * Points needed.
   *
   * @param least of all seeds
   * @param median of all seeds
   * @param most of all seeds
   */
  record Spread(double least, double median, double most) {
    static Spread of(List<Row> rows) {
      double[] sorted = rows.stream().mapToDouble(Row::points).sorted().toArray();
      int half = sorted.length / 2;
      double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
      return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
  }
}
