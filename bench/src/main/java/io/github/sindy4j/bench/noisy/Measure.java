package io.github.sindy4j.bench.noisy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a summary says of rows: means over the draws of a system, then over systems. */
enum Measure {
  /** TP / (TP + FP + FN). */
  RATIO("TP/(TP+FP+FN), mean", "%.3f") {
    @Override
    double of(List<NoisyRow> rows) {
      return overSystems(rows, draws -> mean(draws, row -> row.score().ratio()), true);
    }
  },
  /** How often the set of terms was right in every equation. */
  EXACT("exact support, part of the draws", "%.2f") {
    @Override
    double of(List<NoisyRow> rows) {
      return overSystems(rows, draws -> mean(draws, row -> row.score().exact() ? 1 : 0), true);
    }
  },
  /** The part of the found true coefficients that their intervals hold. */
  COVERAGE("95 % intervals that hold the truth, part of the true terms found", "%.3f") {
    @Override
    double of(List<NoisyRow> rows) {
      double found = rows.stream().mapToDouble(row -> row.score().right()).sum();
      return rows.stream().mapToDouble(row -> row.score().covered()).sum() / found;
    }
  },
  /** Median over systems of the median over draws. */
  ERROR("‖Ξ−Ξ*‖/‖Ξ*‖, median", "%.2e") {
    @Override
    double of(List<NoisyRow> rows) {
      return median(systems(rows), draws -> median(draws, row -> row.score().error()));
    }
  },
  /** The same in the spectral norm. */
  SPECTRAL("‖Ξ−Ξ*‖/‖Ξ*‖ in the spectral norm, median", "%.2e") {
    @Override
    double of(List<NoisyRow> rows) {
      return median(systems(rows), draws -> median(draws, row -> row.score().spectral()));
    }
  },
  /** How many systems have a spectral error under 1 % and the exact support. */
  UNDER_ONE_EXACT("systems under 1 % with exact support", "%.1f") {
    @Override
    double of(List<NoisyRow> rows) {
      return overSystems(rows, draws -> mean(draws, row -> under(row, 0.01, true)), false);
    }
  },
  /** How many systems have a spectral error under 1 %. */
  UNDER_ONE("systems under 1 %", "%.1f") {
    @Override
    double of(List<NoisyRow> rows) {
      return overSystems(rows, draws -> mean(draws, row -> under(row, 0.01, false)), false);
    }
  },
  /** How many systems have a spectral error under 10 %. */
  UNDER_TEN("systems under 10 %", "%.1f") {
    @Override
    double of(List<NoisyRow> rows) {
      return overSystems(rows, draws -> mean(draws, row -> under(row, 0.1, false)), false);
    }
  },
  /** √ mean (c − c*)² over the terms that are there. */
  RMS("root mean square error over the true terms, mean", "%.4f") {
    @Override
    double of(List<NoisyRow> rows) {
      return overSystems(rows, draws -> mean(draws, row -> row.score().rms()), true);
    }
  },
  /** Seconds of the processor. */
  CPU("processor seconds a fit, median", "%.3f") {
    @Override
    double of(List<NoisyRow> rows) {
      return median(rows, NoisyRow::cpu);
    }
  };

  private final String title;
  private final String form;

  Measure(String title, String form) {
    this.title = title;
    this.form = form;
  }

  /** Its value for rows of one method. */
  abstract double of(List<NoisyRow> rows);

  String title() {
    return title;
  }

  /** Its value as text; a dash where there is none. */
  String text(List<NoisyRow> rows) {
    double value = rows.isEmpty() ? Double.NaN : of(rows);
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, form, value);
  }

  /** A number without a needless fraction: 5, 0.1. */
  static String plain(double level) {
    return level == Math.rint(level) ? String.valueOf((long) level) : String.valueOf(level);
  }

  private static List<List<NoisyRow>> systems(List<NoisyRow> rows) {
    Map<String, List<NoisyRow>> systems =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.key().system(), TreeMap::new, Collectors.toList()));
    return List.copyOf(systems.values());
  }

  private static double overSystems(
      List<NoisyRow> rows, ToDoubleFunction<List<NoisyRow>> of, boolean mean) {
    List<List<NoisyRow>> systems = systems(rows);
    return systems.stream().mapToDouble(of).sum() / (mean ? systems.size() : 1);
  }

  private static double under(NoisyRow row, double bound, boolean exact) {
    return row.score().spectral() < bound && (row.score().exact() || !exact) ? 1 : 0;
  }

  private static double mean(List<NoisyRow> rows, ToDoubleFunction<NoisyRow> of) {
    return rows.stream().mapToDouble(of).sum() / rows.size();
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> of) {
    return middle(all.stream().mapToDouble(of).sorted().toArray());
  }

  /** Of ascending numbers, the middle one or the mean of the two in the middle. */
  static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
