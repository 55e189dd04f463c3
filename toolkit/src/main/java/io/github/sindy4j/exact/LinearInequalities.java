package io.github.sindy4j.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether G x ≤ h for some x, decided over the rationals: the simplex method for bounded slacks s =
 * G x with Bland's rule, which ends. Mutable; for one thread.
 *
 * <p>Source: B. Dutertre and L. de Moura, A fast linear-arithmetic solver for DPLL(T), CAV 2006,
 * LNCS 4144, 81–94.
 */
public final class LinearInequalities {
  /** Variables −1, −2, … are x₀, x₁, …; variable r ≥ 0 is the slack of row r. */
  private final TreeMap<Integer, SortedMap<Integer, Rational>> tableau = new TreeMap<>();

  private final TreeMap<Integer, Rational> values = new TreeMap<>();
  private final List<Rational> bounds;

  private LinearInequalities(List<? extends Map<Integer, Rational>> rows, List<Rational> bounds) {
    this.bounds = bounds;
    for (int r = 0; r < rows.size(); r++) {
      TreeMap<Integer, Rational> row = new TreeMap<>();
      rows.get(r).forEach((x, value) -> row.put(-1 - x, value));
      row.values().removeIf(Rational::isZero);
      row.keySet().forEach(x -> values.put(x, Rational.ZERO));
      tableau.put(r, row);
      values.put(r, Rational.ZERO);
    }
  }

  /** Whether some x has ⟨row_r, x⟩ ≤ bound_r for every r. */
  public static boolean areFeasible(
      List<? extends Map<Integer, Rational>> rows, List<Rational> bounds) {
    return new LinearInequalities(rows, new ArrayList<>(bounds)).isFeasible();
  }

  private boolean isFeasible() {
    for (OptionalInt high = violated(); high.isPresent(); high = violated()) {
      int basic = high.getAsInt();
      OptionalInt entering = entering(basic);
      if (entering.isEmpty()) {
        return false;
      }
      exchange(basic, entering.getAsInt());
    }
    return true;
  }

  /** The first basic slack above its bound. */
  private OptionalInt violated() {
    return tableau.keySet().stream()
        .filter(v -> v >= 0 && value(v).compareTo(bounds.get(v)) > 0)
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /** The first variable outside the basis whose move brings the slack down. */
  private OptionalInt entering(int basic) {
    return row(basic).entrySet().stream()
        .filter(entry -> entry.getValue().signum() > 0 || canRise(entry.getKey()))
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  private boolean canRise(int variable) {
    return variable < 0 || value(variable).compareTo(bounds.get(variable)) < 0;
  }

  /** The slack goes to its bound and leaves the basis, the other variable enters it. */
  private void exchange(int leaving, int entering) {
    SortedMap<Integer, Rational> old = row(leaving);
    Rational pivot = old.getOrDefault(entering, Rational.ONE);
    Rational step = bounds.get(leaving).minus(value(leaving)).dividedBy(pivot);
    values.put(leaving, bounds.get(leaving));
    values.merge(entering, step, Rational::plus);
    tableau.remove(leaving);
    TreeMap<Integer, Rational> solved = new TreeMap<>();
    old.forEach((v, a) -> solved.put(v, a.dividedBy(pivot).negate()));
    solved.remove(entering);
    solved.put(leaving, pivot.inverse());
    for (Map.Entry<Integer, SortedMap<Integer, Rational>> other : tableau.entrySet()) {
      Rational factor = other.getValue().remove(entering);
      if (factor != null) {
        values.merge(other.getKey(), factor.times(step), Rational::plus);
        solved.forEach((v, a) -> other.getValue().merge(v, factor.times(a), Rational::plus));
        other.getValue().values().removeIf(Rational::isZero);
      }
    }
    tableau.put(entering, solved);
  }

  private Rational value(int variable) {
    return values.getOrDefault(variable, Rational.ZERO);
  }

  private SortedMap<Integer, Rational> row(int basic) {
    return tableau.getOrDefault(basic, new TreeMap<>());
  }
}
