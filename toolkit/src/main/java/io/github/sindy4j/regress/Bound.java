package io.github.sindy4j.regress;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One inequality ⟨a, w⟩ ≤ b.
 *
 * @param statement where it comes from
 * @param row a and b
 */
record Bound(String statement, Demand.Row row) {
  /** Beside the size of its terms, an excess below this is rounding. */
  private static final double MET = 1e-12;

  /** Every inequality among the demands. */
  static List<Bound> of(List<Demand> demands) {
    List<Bound> bounds = new ArrayList<>();
    for (Demand demand : Demands.inequalities(demands)) {
      demand.rows().forEach(row -> bounds.add(new Bound(demand.statement(), row)));
    }
    return bounds;
  }

  /** By how much w exceeds it, beside the size of its terms; 0 where it is met. */
  double excess(Vec w) {
    return Math.max(0, difference(w));
  }

  /** Whether it holds with equality. */
  boolean isActive(Vec w) {
    return difference(w) == 0;
  }

  /** ⟨a, w⟩ − b beside the size of its terms; 0 where that is rounding. */
  private double difference(Vec w) {
    double over = -row.target().doubleValue();
    double size = Math.abs(over);
    for (Map.Entry<Integer, Rational> entry : row.entries().entrySet()) {
      double part = entry.getValue().doubleValue() * w.get(entry.getKey());
      over += part;
      size += Math.abs(part);
    }
    return Math.abs(over) <= MET * size ? 0 : over / size;
  }

  /** That it holds with equality. */
  Demand asEquality() {
    return new Demand(statement, Demand.Relation.EQUAL, List.of(row), true);
  }
}
