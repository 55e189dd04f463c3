package io.github.sindy4j.regress;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Any regressor under inequalities A w ≤ b beside equalities.
 *
 * <p>Where the regressor's own answer satisfies them, it stands. Otherwise the best coefficients of
 * the whole library within the demands tell which inequalities pull; with those as equalities the
 * regressor chooses the terms; and on these terms the best coefficients within the demands are
 * found, with exactly the inequalities as equalities that pull there. A term held at zero by its
 * sign has left the model. Models of the path that break an inequality are not on offer.
 *
 * @param inner chooses the terms
 * @param demands equalities and inequalities
 * @param on what should be few
 */
record Bounded(SparseRegressor inner, Demands demands, Sparsity on) implements SparseRegressor {
  @Override
  public Regression solve(RegressionProblem problem) {
    Regression free = within(List.of(), inner, problem.data()).orElseThrow();
    if (isMet(free)) {
      return onOffer(free, free);
    }
    Optional<Regression> chosen = chosen(problem.data(), free);
    List<Demand> leftOut =
        chosen.map(some -> List.of(leftOut(some.coefficients()))).orElse(List.of());
    return onOffer(best(problem.data(), leftOut), chosen.orElse(free));
  }

  @Override
  public Regression refit(RegressionProblem problem, Regression found, Matrix other) {
    return found.withCoefficientsOf(best(problem.data(), List.of(leftOut(other))));
  }

  @Override
  public String text() {
    return inner.text();
  }

  /**
   * The terms that the regressor chooses when what pulls on the whole library is an equality, and
   * then, one by one, what it still breaks; empty when that cannot be.
   */
  private Optional<Regression> chosen(FoldedData data, Regression free) {
    SortedSet<Integer> active = pulling(data, List.of());
    Optional<Regression> chosen = Optional.of(free);
    for (int attempt = 0; chosen.isPresent() && !isMet(chosen.get()); attempt++) {
      if ((attempt > 0 || active.isEmpty()) && !active.add(worst(chosen.get()))) {
        return Optional.empty();
      }
      chosen = within(equalities(active), inner, data);
    }
    return chosen;
  }

  /** The best coefficients within the demands, with some left out. */
  private Regression best(FoldedData data, List<Demand> leftOut) {
    SortedSet<Integer> active = pulling(data, leftOut);
    Optional<Regression> best = with(leftOut, active, data);
    Regression last = best.orElseGet(() -> with(leftOut, new TreeSet<>(), data).orElseThrow());
    while (best.isPresent() && !isMet(best.get()) && active.add(worst(best.get()))) {
      best = with(leftOut, active, data);
      last = best.orElse(last);
    }
    return last;
  }

  private Optional<Regression> with(
      List<Demand> leftOut, SortedSet<Integer> active, FoldedData data) {
    List<Demand> further = new ArrayList<>(leftOut);
    further.addAll(equalities(active));
    return within(further, new LeastSquares(), data);
  }

  private SortedSet<Integer> pulling(FoldedData data, List<Demand> leftOut) {
    return parametrisation(leftOut)
        .flatMap(space -> new BoundedLeastSquares(space, data.whole(), bounds()).active())
        .orElse(new TreeSet<>());
  }

  /** The regressor within the equalities and further ones; empty when they contradict. */
  private Optional<Regression> within(
      List<Demand> further, SparseRegressor regressor, FoldedData data) {
    return parametrisation(further)
        .map(space -> new Parametrised(regressor, space, on).solve(RegressionProblem.of(data)));
  }

  private Optional<Parametrisation> parametrisation(List<Demand> further) {
    int unknowns = demands.parametrisation().unknowns();
    List<Demand> all = new ArrayList<>(Demands.equalities(demands.all()));
    all.addAll(further);
    return Parametrisation.possible(all, Collections.nCopies(unknowns, ""));
  }

  /** That the terms which W does not have stay out. */
  private static Demand leftOut(Matrix w) {
    double[] vecW = w.toArray();
    List<Demand.Row> rows = new ArrayList<>();
    for (int u = 0; u < vecW.length; u++) {
      if (vecW[u] == 0) {
        TreeMap<Integer, Rational> entry = new TreeMap<>();
        entry.put(u, Rational.ONE);
        rows.add(new Demand.Row(entry, Rational.ZERO));
      }
    }
    return new Demand("terms left out", Demand.Relation.EQUAL, rows, true);
  }

  private List<Bound> bounds() {
    return Bound.of(demands.all());
  }

  private List<Demand> equalities(SortedSet<Integer> active) {
    List<Bound> bounds = bounds();
    return active.stream().map(r -> bounds.get(r).asEquality()).toList();
  }

  private boolean isMet(Regression regression) {
    return isMet(regression.coefficients());
  }

  private boolean isMet(Matrix w) {
    Vec vecW = Vec.adopt(w.toArray());
    return bounds().stream().allMatch(bound -> bound.excess(vecW) == 0);
  }

  /** The inequality that is exceeded most. */
  private int worst(Regression regression) {
    Vec w = Vec.adopt(regression.coefficients().toArray());
    List<Bound> bounds = bounds();
    int worst = 0;
    for (int r = 1; r < bounds.size(); r++) {
      worst = bounds.get(r).excess(w) > bounds.get(worst).excess(w) ? r : worst;
    }
    return worst;
  }

  /** The fit with what else was found, without the models that break an inequality. */
  private Regression onOffer(Regression fit, Regression found) {
    List<ParetoRow> path = found.path().stream().filter(row -> isMet(row.coefficients())).toList();
    return new Regression(
        fit.coefficients(), fit.freedom(), found.undecided(), found.outcome(), path);
  }
}
