package io.github.sindy4j.regress;

import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The solutions of equalities over the rationals. A row ⟨a, w⟩ = d is the homogeneous row a·w − d
 * w₀ with w₀ = 1, the unknown before all others: the system has no solution when w₀ becomes a
 * pivot.
 */
final class ExactReduction {
  private ExactReduction() {}

  /** All w that satisfy the demands, which are equalities; empty when there is none. */
  static Optional<Affine> of(int unknowns, List<Demand> demands) {
    if (demands.isEmpty()) {
      return Optional.of(Affine.whole(unknowns));
    }
    List<Map<Integer, Rational>> rows = new ArrayList<>();
    for (Demand demand : demands) {
      for (Demand.Row row : demand.rows()) {
        Map<Integer, Rational> extended = new TreeMap<>();
        extended.put(0, row.target().negate());
        row.entries().forEach((k, value) -> extended.put(k + 1, value));
        extended.values().removeIf(Rational::isZero);
        rows.add(extended);
      }
    }
    EchelonForm form = EchelonForm.of(unknowns + 1, rows);
    if (form.rows().containsKey(0)) {
      return Optional.empty();
    }
    SortedMap<Integer, Double> origin = new TreeMap<>();
    form.rows()
        .forEach(
            (pivot, row) -> {
              Rational shift = row.getOrDefault(0, Rational.ZERO);
              if (!shift.isZero()) {
                origin.put(pivot - 1, shift.negate().doubleValue());
              }
            });
    List<SortedMap<Integer, Double>> columns = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    List<SortedMap<Integer, Rational>> basis = form.nullBasis();
    for (SortedMap<Integer, Rational> vector : basis.subList(1, basis.size())) {
      SortedMap<Integer, Double> column = new TreeMap<>();
      vector.forEach((k, value) -> column.put(k - 1, value.doubleValue()));
      columns.add(column);
      free.add(column.firstKey());
    }
    return Optional.of(new Affine(unknowns, origin, columns, free));
  }
}
