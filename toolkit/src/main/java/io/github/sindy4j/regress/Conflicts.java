package io.github.sindy4j.regress;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which of many statements are at fault, told to the user. */
final class Conflicts {
  private Conflicts() {}

  /** Statements that cannot all hold, and can as soon as any one of them is dropped. */
  static BadSetting contradiction(List<Demand> demands, Predicate<List<Demand>> isInfeasible) {
    return new BadSetting(
        "contradiction",
        "",
        "no coefficients satisfy all of " + quoted(smallest(demands, isInfeasible)),
        "Drop or correct one of these statements");
  }

  /** Statements that leave only W = 0, and leave more as soon as any one of them is dropped. */
  static BadSetting onlyZero(List<Demand> demands, Predicate<List<Demand>> leavesNothing) {
    List<Demand> smallest = smallest(demands, leavesNothing);
    return new BadSetting(
        "only-zero-model",
        "",
        "only the zero model satisfies " + quoted(smallest),
        smallest.size() == 1
            ? "Drop it, or choose a larger library"
            : "Drop one of them, or choose a larger library");
  }

  /**
   * Demands that fail together although no part of them does: one after the other is left out for
   * good if the rest still fails.
   */
  static List<Demand> smallest(List<Demand> demands, Predicate<List<Demand>> fails) {
    List<Demand> kept = new ArrayList<>(demands);
    for (Demand demand : demands) {
      List<Demand> fewer = new ArrayList<>(kept);
      fewer.remove(demand);
      if (fails.test(fewer)) {
        kept = fewer;
      }
    }
    return kept;
  }

  private static String quoted(List<Demand> demands) {
    return demands.stream()
        .map(demand -> "'" + demand.statement() + "'")
        .distinct()
        .collect(Collectors.joining(" and "));
  }
}
