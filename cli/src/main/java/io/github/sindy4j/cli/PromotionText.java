package io.github.sindy4j.cli;

import io.github.sindy4j.promotion.Promoted;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a promotion found, for a person: labels and texts. */
final class PromotionText {
  private static final int MOST_BROKEN = 4;

  private PromotionText() {}

  static List<List<String>> facts(Promoted found) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(
        List.of(
            "promoted",
            "%s: %d kept, at %s of the largest weight (%s)"
                .formatted(
                    found.candidates().text(),
                    found.kept().size(),
                    Numbers.size(found.chosen().fraction()),
                    found.choice().reason())));
    if (!found.kept().isEmpty()) {
      facts.add(
          List.of(
              "kept",
              found.kept().stream()
                      .map(k -> k.symmetry().text() + " (" + Numbers.size(k.defect()) + ")")
                      .collect(Collectors.joining(", "))
                  + found.algebra().map(type -> "; algebra " + type.text()).orElse("")));
    }
    if (!found.broken().isEmpty()) {
      facts.add(List.of("broken", broken(found)));
    }
    facts.add(
        List.of(
            "errors",
            "held out: %s plain, %s promoted, %s with what is kept enforced"
                .formatted(
                    number(found.errors().plain()),
                    number(found.errors().promoted()),
                    number(found.errors().enforced()))));
    return facts;
  }

  /** {@code shift(x) by 1.0 (error 0.72 with it)}, the first few. */
  private static String broken(Promoted found) {
    int more = found.broken().size() - MOST_BROKEN;
    return found.broken().stream()
            .limit(MOST_BROKEN)
            .map(
                b ->
                    b.symmetry().text()
                        + " by "
                        + Numbers.size(b.defect())
                        + (b.heldOutError().isPresent()
                            ? " (error " + number(b.heldOutError()) + " with it)"
                            : " (not possible here)"))
            .collect(Collectors.joining(", "))
        + (more > 0 ? ", … " + more + " more" : "");
  }

  private static String number(OptionalDouble error) {
    return error.isPresent() ? Numbers.size(error.getAsDouble()) : "unknown";
  }
}
