package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Coefficients w_u = w₀_u + Σ_c N_uc z_c to which several columns contribute: few z do not make
 * them zero where the truth is, since the contributions cancel only within their errors. Under a
 * conserved total A + B + C, what A loses and B gains leaves such a remainder in C.
 */
final class Cancellations {
  private final EquationGroup group;
  private final RegressionProblem problem;
  private final Regression found;

  Cancellations(EquationGroup group, RegressionProblem problem, Regression found) {
    this.group = group;
    this.problem = problem;
    this.found = found;
  }

  /**
   * The coefficients whose loss the criterion of {@link ThresholdPath} rewards, taken out one by
   * one from the cheapest. None where nothing was selected: who keeps all columns keeps all terms.
   */
  SortedSet<Integer> negligible() {
    SortedSet<Integer> gone = new TreeSet<>();
    int support = Fits.support(found.coefficients()).size();
    boolean selected = support > 0 && support < group.dimension();
    if (group.isFree() || !selected || found.freedom().size() != 1) {
      return gone;
    }
    SortedSet<Integer> shared = shared();
    FreeBlock freedom = group.freedom(found.freedom().get(0));
    SortedMap<Integer, Double> values = group.coefficients(found.coefficients());
    double[] w =
        freedom.unknowns().stream().mapToDouble(u -> values.getOrDefault(u, 0.0)).toArray();
    Elimination elimination = new Elimination(freedom.unknowns(), w, freedom.factor());
    if (shared.isEmpty()) {
      return gone;
    }
    Criterion criterion = criterion();
    double reward = criterion.noise(0) * criterion.penalty(0);
    for (int next = cheapest(elimination, shared, reward);
        next >= 0;
        next = cheapest(elimination, shared, reward)) {
      gone.add(elimination.position(next));
      elimination.remove(next);
    }
    return gone;
  }

  /** The coefficients with more than one contribution. */
  private SortedSet<Integer> shared() {
    SortedSet<Integer> shared = new TreeSet<>();
    group
        .contributions()
        .forEach(
            (u, row) -> {
              long parts =
                  row.keySet().stream().filter(c -> found.coefficients().get(0, c) != 0).count();
              if (parts + (group.origin(u) != 0 ? 1 : 0) > 1) {
                shared.add(u);
              }
            });
    return shared;
  }

  /** What a coefficient of the group's problem costs. */
  Criterion criterion() {
    RegressionSummary reduced = problem.data().whole();
    int terms = new Assembly(reduced, problem.constraint()).columnBasis().kept().size();
    return new Criterion(problem, reduced, new LeastSquares().solve(problem).coefficients(), terms);
  }

  private static int cheapest(Elimination elimination, SortedSet<Integer> shared, double reward) {
    return IntStream.range(0, elimination.size())
        .filter(j -> shared.contains(elimination.position(j)) && elimination.isRemovable(j))
        .filter(j -> elimination.cost(j) < reward)
        .boxed()
        .min((a, b) -> Double.compare(elimination.cost(a), elimination.cost(b)))
        .orElse(-1);
  }

  /** The coefficients with more than one contribution that are zero in these. */
  SortedSet<Integer> zeros(Vec vecW) {
    SortedSet<Integer> zeros = shared();
    zeros.removeIf(u -> vecW.get(u) != 0);
    return zeros;
  }

  /** The least-squares fit on the columns that were found, with these coefficients at zero. */
  Regression without(SortedSet<Integer> zeros) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    SortedMap<Integer, SortedMap<Integer, Double>> contributions = group.contributions();
    for (int u : zeros) {
      rows.add(contributions.getOrDefault(u, new TreeMap<>()));
    }
    Constraint constraint =
        new Constraint(
            SparseMatrix.ofRows(group.dimension(), rows),
            Vec.adopt(zeros.stream().mapToDouble(u -> -group.origin(u)).toArray()),
            "coefficients that cancel");
    return Fits.onSupport(
        new RegressionProblem(problem.data(), constraint, problem.others()),
        problem.data().whole(),
        Fits.support(found.coefficients()),
        found.undecided(),
        found.outcome(),
        found.path());
  }
}
