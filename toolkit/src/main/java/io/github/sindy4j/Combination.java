package io.github.sindy4j;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Equations;
import java.util.List;

/** Writes linear dependencies for people, negligible parts left out. */
final class Combination {
  private static final double NEGLIGIBLE = 1e-6;
  private static final int MOST_TERMS = 6;

  private Combination() {}

  /**
   * {@code x^2 = 1.000 - 1.000 y^2} for Σ zⱼ θⱼ = 0, solved for the last term; of a long right-hand
   * side only the beginning.
   */
  static String equality(Vec z, List<String> names) {
    int last = z.size() - 1;
    while (last > 0 && z.get(last) == 0) {
      last--;
    }
    StringBuilder right = new StringBuilder();
    int terms = 0;
    for (int j = 0; j < last; j++) {
      double value = -z.get(j) / z.get(last);
      if (Math.abs(z.get(j)) > NEGLIGIBLE * z.slice(0, last).maxAbs() && terms++ < MOST_TERMS) {
        right.append(right.isEmpty() ? (value < 0 ? "-" : "") : value < 0 ? " - " : " + ");
        right.append(term(Math.abs(value), names.get(j)));
      }
    }
    int more = terms - MOST_TERMS;
    String rest = more <= 0 ? "" : " + " + more + " more terms";
    return names.get(last) + " = " + (right.isEmpty() ? "0" : right) + rest;
  }

  private static String term(double magnitude, String name) {
    String number = Equations.number(magnitude);
    return name.equals("1") ? number : Math.abs(magnitude - 1) < 1e-9 ? name : number + " " + name;
  }
}
