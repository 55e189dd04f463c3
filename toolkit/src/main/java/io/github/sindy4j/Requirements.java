package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Extremes;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.RowSource;
import java.util.List;
import java.util.Locale;

/** What a fit demands of its data and its library, asked as early as it can be. */
final class Requirements {
  private static final double LARGEST = 1e50;

  private Requirements() {}

  /** States whose cubes can be squared without overflow or underflow. */
  static void range(Dataset data) {
    range(
        data.name(),
        data.schema().stateNames(),
        data.trajectories().stream().map(Trajectory::extremes).toList());
  }

  /** The same for data that are not held. */
  static void range(StoredData.Outline data) {
    int states = data.schema().states().size();
    double[] least = new double[states];
    double[] largest = new double[states];
    for (int c = 0; c < states; c++) {
      least[c] = data.columns().get(c).least();
      largest[c] = data.columns().get(c).largest();
    }
    Extremes all = new Extremes(Vec.adopt(least), Vec.adopt(largest), 2 * states);
    range(data.summary().name(), data.schema().stateNames(), List.of(all));
  }

  /** Columns whose cubes can be squared without overflow or underflow. */
  static void range(String data, List<String> names, List<Extremes> parts) {
    for (int c = 0; c < names.size(); c++) {
      double largest = 0;
      for (Extremes part : parts) {
        largest = Math.max(largest, Math.max(part.largest().get(c), -part.least().get(c)));
      }
      if (largest > LARGEST || (largest > 0 && largest < 1 / LARGEST)) {
        throw new BadData(
            "values-out-of-range",
            data + ", column '" + names.get(c) + "'",
            "the largest value is " + largest + ", whose powers no computer number can hold",
            "Give the column in other units");
      }
    }
  }

  /** Room for the triangles of all folds. */
  static void memory(LibrarySpec spec, int inputs, int equations) {
    double columns = (double) spec.size(inputs) + equations;
    double bytes = columns * columns * 8 * 10;
    double available = Runtime.getRuntime().maxMemory();
    if (bytes > 0.8 * available) {
      throw new BadSetting(
          "library-too-large",
          "library " + spec.text(),
          String.format(
              Locale.ROOT,
              "has %,d terms of %d variables, and would take about %,.1f GB where %,.1f GB are"
                  + " available",
              spec.size(inputs),
              inputs,
              bytes / 1e9,
              available / 1e9),
          "Choose a lower degree or fewer variables");
    }
  }

  /** At least one row for each term, or for each coefficient that is free under demands. */
  static void rows(RowSource rows, String data, String spec, KnownDemands known) {
    rows(rows.rows(), data, spec, known);
  }

  /** The same for so many rows. */
  static void rows(long count, String data, String spec, KnownDemands known) {
    int needed = known.rowsNeeded();
    if (known.isAny() && count < needed) {
      throw new BadData(
          "too-few-rows",
          data,
          "%d usable row%s cannot determine the free coefficients of %s, which take %d"
              .formatted(count, count == 1 ? "" : "s", spec, needed),
          "Give more data, choose a smaller library (--library), or demand more");
    }
    if (count < needed) {
      throw new BadData(
          "too-few-rows",
          data,
          String.format(
              Locale.ROOT,
              "%d usable row%s cannot determine the %d candidate terms of %s",
              count,
              count == 1 ? "" : "s",
              known.library().size(),
              spec),
          "Give more data, or choose a smaller library (--library)");
    }
  }

  /** Terms and left sides that did not overflow when they were squared. */
  static void finite(RegressionSummary summary, String data, KnownDemands known) {
    Library library = known.library();
    Vec norms = summary.triangle().columnNorms();
    for (int j = 0; j < norms.size(); j++) {
      if (!Double.isFinite(norms.get(j))) {
        boolean isTerm = j < library.size();
        throw new BadData(
            "overflow",
            data,
            (isTerm
                    ? "the term " + library.termNames().get(j)
                    : known.sides().leftSide(j - library.size()))
                + " is too large to be squared",
            "Give the columns in other units, or choose a lower degree");
      }
    }
  }
}
