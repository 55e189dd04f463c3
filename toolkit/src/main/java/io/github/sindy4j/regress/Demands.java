package io.github.sindy4j.regress;

import io.github.sindy4j.exact.LinearInequalities;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is demanded of vec(W), known to be possible together.
 *
 * @param all the demands
 * @param parametrisation w₀ + N z, all that satisfies the equalities
 */
public record Demands(List<Demand> all, Parametrisation parametrisation) {
  /** Copies the list. */
  public Demands {
    all = List.copyOf(all);
  }

  /**
   * Throws {@code BadSetting} with the smallest set of statements that contradict each other
   * ({@code contradiction}) or leave no model but zero ({@code only-zero-model}).
   *
   * @param coefficients the name of each entry of vec(W), such as {@code x: y^2}
   */
  public static Demands of(List<Demand> demands, List<String> coefficients) {
    int unknowns = coefficients.size();
    Parametrisation parametrisation = Parametrisation.of(demands, coefficients);
    List<Demand> bounds = inequalities(demands);
    if (!areMet(bounds, parametrisation.origin(), parametrisation.basis())) {
      throw Conflicts.contradiction(demands, some -> !arePossible(some, unknowns));
    }
    if (unknowns > 0 && leavesOnlyZero(equalities(demands), unknowns)) {
      throw Conflicts.onlyZero(equalities(demands), some -> leavesOnlyZero(some, unknowns));
    }
    return new Demands(demands, parametrisation);
  }

  /** The equalities among them. */
  static List<Demand> equalities(List<Demand> demands) {
    return demands.stream().filter(d -> d.relation() == Demand.Relation.EQUAL).toList();
  }

  /** The inequalities among them. */
  static List<Demand> inequalities(List<Demand> demands) {
    return demands.stream().filter(d -> d.relation() == Demand.Relation.AT_MOST).toList();
  }

  private static boolean leavesOnlyZero(List<Demand> equalities, int unknowns) {
    return Parametrisation.solve(equalities, unknowns).filter(Affine::isOrigin).isPresent();
  }

  private static boolean arePossible(List<Demand> demands, int unknowns) {
    return Parametrisation.possible(demands, Collections.nCopies(unknowns, ""))
        .filter(p -> areMet(inequalities(demands), p.origin(), p.basis()))
        .isPresent();
  }

  /** Whether some w₀ + N z satisfies the inequalities. */
  private static boolean areMet(List<Demand> bounds, Vec origin, SparseMatrix basis) {
    List<Map<Integer, Rational>> rows = new ArrayList<>();
    List<Rational> limits = new ArrayList<>();
    for (Demand demand : bounds) {
      for (Demand.Row row : demand.rows()) {
        Map<Integer, Rational> reduced = new TreeMap<>();
        Rational limit = row.target();
        for (Map.Entry<Integer, Rational> entry : row.entries().entrySet()) {
          Rational a = entry.getValue();
          limit = limit.minus(a.times(Rational.simplest(origin.get(entry.getKey()))));
          basis
              .row(entry.getKey())
              .forEach((c, n) -> reduced.merge(c, a.times(Rational.simplest(n)), Rational::plus));
        }
        rows.add(reduced);
        limits.add(limit);
      }
    }
    return LinearInequalities.areFeasible(rows, limits);
  }

  /** Whether nothing is demanded. */
  public boolean isNone() {
    return all.isEmpty();
  }

  /** The statements, each once. */
  public List<String> statements() {
    return all.stream().map(Demand::statement).distinct().toList();
  }

  /** The problem of fitting within the equalities. */
  public RegressionProblem problem(FoldedData data) {
    return parametrisation.isEverything()
        ? RegressionProblem.of(data)
        : new RegressionProblem(data, parametrisation.constraint());
  }

  /** The regressor at work within all demands; itself where there are none. */
  public SparseRegressor within(SparseRegressor inner, Sparsity on) {
    SparseRegressor within =
        parametrisation.isEverything() ? inner : new Parametrised(inner, parametrisation, on);
    return inequalities(all).isEmpty() ? within : new Bounded(inner, this, on);
  }

  /**
   * How many rows of data at least determine the coefficients that the demands leave free: of each
   * group of coupled equations, its coefficients over its equations.
   */
  public int rowsNeeded(int equations) {
    return EquationGroup.of(parametrisation, equations).stream()
        .mapToInt(EquationGroup::rowsNeeded)
        .max()
        .orElse(0);
  }

  /** The statements of the inequalities that hold with equality, each once. */
  public List<String> active(Matrix coefficients) {
    Vec w = Vec.adopt(coefficients.toArray());
    return Bound.of(all).stream()
        .filter(bound -> bound.isActive(w))
        .map(Bound::statement)
        .distinct()
        .toList();
  }

  /** The largest ‖A w − d‖/(‖A‖ ‖w‖ + ‖d‖) over the demands, of A w ≤ d the part above. */
  public double residual(Matrix coefficients) {
    Vec w = Vec.adopt(coefficients.toArray());
    return all.stream().mapToDouble(demand -> residual(demand, w)).max().orElse(0);
  }

  private static double residual(Demand demand, Vec w) {
    double error = 0;
    double size = 0;
    double targets = 0;
    for (Demand.Row row : demand.rows()) {
      double value = -row.target().doubleValue();
      for (Map.Entry<Integer, Rational> entry : row.entries().entrySet()) {
        double a = entry.getValue().doubleValue();
        value += a * w.get(entry.getKey());
        size += a * a;
      }
      double excess = demand.relation() == Demand.Relation.EQUAL ? value : Math.max(0, value);
      error += excess * excess;
      targets += row.target().doubleValue() * row.target().doubleValue();
    }
    double scale = Math.sqrt(size) * w.norm() + Math.sqrt(targets);
    return scale == 0 ? Math.sqrt(error) : Math.sqrt(error) / scale;
  }
}
