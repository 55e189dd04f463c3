package io.github.sindy4j.cli;

import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.FunctionModel;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code discover} and {@code conserve} say of the model that they look at. */
final class ModelText {
  /** A longer formula is cut; JSON holds it whole. */
  private static final int LONGEST = 100;

  private static final int MOST_VALUES = 12;

  private ModelText() {}

  /** The data or the file, then the equations. */
  static List<String> heading(String name, Optional<Dataset> data, Optional<SparseModel> model) {
    List<String> lines = new ArrayList<>();
    lines.add(data.map(d -> DataText.headline(DataSummary.of(d))).orElse(name));
    lines.add("");
    model.ifPresent(
        m -> {
          for (int i = 0; i < m.equations().size(); i++) {
            lines.add("  " + shortened(m.equations().get(i), terms(m.coefficients().row(i))));
          }
          lines.add("");
        });
    return lines;
  }

  /** The formulas of a function. */
  static List<String> formulas(FunctionModel function) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < function.equations().size(); i++) {
      int terms = terms(function.coefficients().row(i));
      lines.add("  " + shortened(function.equations().get(i), terms));
    }
    lines.add("");
    return lines;
  }

  /** A formula of so many terms, cut between two of them where it is long. */
  static String shortened(String formula, int terms) {
    int plus = formula.lastIndexOf(" + ", LONGEST);
    int cut = Math.max(plus, formula.lastIndexOf(" - ", LONGEST));
    return formula.length() <= LONGEST || cut < 0
        ? formula
        : formula.substring(0, cut) + " + … (" + terms + " terms)";
  }

  /** How many coefficients are not 0. */
  static int terms(Vec coefficients) {
    int terms = 0;
    for (double value : coefficients.toArray()) {
      terms += value == 0 ? 0 : 1;
    }
    return terms;
  }

  /** {@code -1 to 1 in every variable}, or {@code x -20 to 20, z 0 to 50}. */
  static String region(Region region, List<String> names) {
    List<String> bounds = new ArrayList<>();
    for (int i = 0; i < region.dimension(); i++) {
      bounds.add(
          Numbers.brief(region.lower().get(i), 4)
              + " to "
              + Numbers.brief(region.upper().get(i), 4));
    }
    if (names.size() > 1 && bounds.stream().distinct().count() == 1) {
      return bounds.get(0) + " in every variable";
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      named.add(names.get(i) + " " + bounds.get(i));
    }
    return String.join(", ", named);
  }

  /** Ascending values, a bar behind the first {@code within} of them. */
  static String spectrum(Vec values, int within) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(MOST_VALUES, values.size());
    for (int k = 0; k < shown; k++) {
      text.append(k == 0 ? "" : " ").append(k == within ? "| " : "");
      text.append(Numbers.size(values.get(k)));
    }
    text.append(within == values.size() && shown == within ? " |" : "");
    return text + (values.size() > shown ? " … " + Numbers.size(values.last()) : "");
  }

  /** What the user should know; automatic choices were told as such. */
  static List<List<String>> notices(List<Notice> notices) {
    return notices.stream()
        .filter(notice -> !notice.code().endsWith("-automatic"))
        .map(notice -> List.of(notice.isWarning() ? "warning" : "note", notice.text()))
        .toList();
  }
}
