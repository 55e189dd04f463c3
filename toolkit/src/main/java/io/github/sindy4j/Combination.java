package io.github.sindy4j;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Equations;
import java.util.ArrayList;
import java.util.List;

/** Writes Σ zⱼ θⱼ for people, negligible parts left out. */
final class Combination {
  private static final double NEGLIGIBLE = 1e-6;

  private Combination() {}

  static String text(Vec z, List<String> names) {
    List<String> parts = new ArrayList<>();
    for (int j = 0; j < z.size(); j++) {
      if (Math.abs(z.get(j)) > NEGLIGIBLE * z.maxAbs()) {
        String magnitude = Equations.number(Math.abs(z.get(j)));
        String body = names.get(j).equals("1") ? magnitude : magnitude + " " + names.get(j);
        parts.add(
            z.get(j) < 0
                ? (parts.isEmpty() ? "-" : "- ") + body
                : (parts.isEmpty() ? "" : "+ ") + body);
      }
    }
    return String.join(" ", parts);
  }
}
