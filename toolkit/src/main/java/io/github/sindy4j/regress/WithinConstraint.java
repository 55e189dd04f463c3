package io.github.sindy4j.regress;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A problem with A vec(W) = d as one without: vec(W) = w₀ + N z, for regressors that know no
 * constraint. z are coefficients of W that the demands leave free, so that few z are few terms;
 * what depends on them follows, and leaves where it cancels ({@link Parametrised}).
 */
final class WithinConstraint {
  private WithinConstraint() {}

  /** {@code free} at work on the problem, or on its free coefficients where it has a constraint. */
  static Regression solve(RegressionProblem problem, SparseRegressor free) {
    Constraint constraint = problem.constraint();
    if (constraint.isNone()) {
      return free.solve(problem);
    }
    RegressionSummary whole = problem.data().whole();
    Vec units = units(whole);
    return Parametrisation.possible(
            demands(constraint, units), Collections.nCopies(units.size(), ""))
        .map(
            space ->
                Parametrised.of(free, inUnits(space, units, constraint.reason()))
                    .solve(RegressionProblem.of(problem.data())))
        .orElseGet(
            () ->
                Fits.infeasible(
                    whole,
                    new Assembly(whole, constraint).columnBasis().dependencies(),
                    constraint.reason()));
  }

  /** ‖yᵢ‖/‖θⱼ‖: about the size of each coefficient, so that no unit decides what is zero. */
  private static Vec units(RegressionSummary whole) {
    double[] units = new double[whole.terms() * whole.responses()];
    Arrays.setAll(
        units,
        u -> length(whole, whole.terms() + u / whole.terms()) / length(whole, u % whole.terms()));
    return Vec.adopt(units);
  }

  private static double length(RegressionSummary whole, int column) {
    double length = whole.triangle().col(column).norm();
    return length > 0 ? length : 1;
  }

  private static List<Demand> demands(Constraint constraint, Vec units) {
    Matrix a = constraint.map().toMatrix();
    List<Demand> demands = new ArrayList<>();
    for (int r = 0; r < a.rows(); r++) {
      TreeMap<Integer, Rational> entries = new TreeMap<>();
      double longest = 0;
      for (int u = 0; u < a.cols(); u++) {
        longest = Math.max(longest, Math.abs(a.get(r, u) * units.get(u)));
      }
      double scale = longest > 0 ? 1 / longest : 1;
      for (int u = 0; u < a.cols(); u++) {
        if (a.get(r, u) != 0) {
          entries.put(u, Rational.exactly(a.get(r, u) * units.get(u) * scale));
        }
      }
      Rational target = Rational.exactly(constraint.target().get(r) * scale);
      demands.add(
          new Demand(
              constraint.reason(),
              Demand.Relation.EQUAL,
              List.of(new Demand.Row(entries, target)),
              false));
    }
    return demands;
  }

  /** w = U v for v = v₀ + N z, each column divided by the entry that is its own unknown's. */
  private static Parametrisation inUnits(Parametrisation space, Vec units, String reason) {
    SparseMatrix columns = space.basis().transpose();
    List<SortedMap<Integer, Double>> scaled = new ArrayList<>();
    for (int c = 0; c < columns.rows(); c++) {
      SortedMap<Integer, Double> column = new TreeMap<>();
      int own = space.free().get(c);
      double factor = 1 / (columns.row(c).getOrDefault(own, 1.0) * units.get(own));
      columns.row(c).forEach((u, value) -> column.put(u, value * units.get(u) * factor));
      column.put(own, 1.0);
      scaled.add(column);
    }
    double[] origin = space.origin().toArray();
    for (int u = 0; u < origin.length; u++) {
      origin[u] *= units.get(u);
    }
    return new Parametrisation(
        Vec.adopt(origin),
        SparseMatrix.ofRows(space.unknowns(), scaled).transpose(),
        space.free(),
        space.names(),
        reason);
  }
}
