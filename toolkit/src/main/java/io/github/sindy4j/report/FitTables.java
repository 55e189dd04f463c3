package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Equations;
import io.github.sindy4j.regress.ParetoRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What the reports of fits say in the same words, whatever was fitted. */
final class FitTables {
  private FitTables() {}

  /** The path of models, the one with so many terms highlighted. */
  static Table path(List<ParetoRow> path, int chosenTerms) {
    List<List<String>> rows = new ArrayList<>();
    OptionalInt chosen = OptionalInt.empty();
    for (ParetoRow row : path) {
      if (row.terms() == chosenTerms) {
        chosen = OptionalInt.of(rows.size());
      }
      rows.add(
          List.of(
              Integer.toString(row.terms()),
              Equations.number(row.trainingError()),
              Equations.number(row.heldOutError()),
              Equations.number(row.criterion())));
    }
    if (rows.isEmpty()) {
      return Table.NONE;
    }
    Table table = Table.of(List.of("terms", "training error", "held-out error", "criterion"), rows);
    return chosen.isPresent() ? table.highlighting(chosen.getAsInt()) : table;
  }

  /** R² number i, or a dash where there is none. */
  static String r2(Vec values, int i) {
    double value = i < values.size() ? values.get(i) : Double.NaN;
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.5f", value);
  }
}
