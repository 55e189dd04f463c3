package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.notice.BadSetting;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Sequentially thresholded least squares: fit, set every |W_ij| &lt; threshold to zero, fit the
 * rest again, until nothing changes; then one least-squares fit without ridge on the terms that are
 * left.
 *
 * <p>With a constraint, terms leave within it: a term that the constraint holds away from zero
 * stays. Without a threshold, the whole path of models from many terms to few is computed and one
 * is chosen: see {@link ThresholdPath}.
 *
 * <p>Source: S. L. Brunton, J. L. Proctor and J. N. Kutz, PNAS 113 (2016) 3932–3937.
 *
 * @param threshold compared with |W_ij| in the user's units
 * @param ridge each fit minimises ‖y − Θ w‖² + ridge ‖w‖², not divided by the number of samples
 * @param iterations the most fits
 */
public record Stlsq(OptionalDouble threshold, double ridge, int iterations)
    implements SparseRegressor {
  /** Checks the settings. */
  public Stlsq {
    double t = threshold.orElse(0);
    BadSetting.require(
        t >= 0 && Double.isFinite(t),
        "stlsq threshold",
        "must be a number ≥ 0 but is " + t,
        "It is compared with coefficients, in their units");
    BadSetting.require(
        ridge >= 0 && Double.isFinite(ridge),
        "stlsq ridge",
        "must be a number ≥ 0 but is " + ridge,
        "Write ridge=0.05");
    BadSetting.require(
        iterations >= 1,
        "stlsq iterations",
        "must be at least 1 but are " + iterations,
        "20 are usual");
  }

  /** No threshold (the path), no ridge, at most 20 fits. */
  public static Stlsq defaults() {
    return new Stlsq(OptionalDouble.empty(), 0, 20);
  }

  /** The same with a threshold. */
  public Stlsq withThreshold(double newThreshold) {
    return new Stlsq(OptionalDouble.of(newThreshold), ridge, iterations);
  }

  /** The same with a ridge. */
  public Stlsq withRidge(double newRidge) {
    return new Stlsq(threshold, newRidge, iterations);
  }

  /** The same with at most this many fits. */
  public Stlsq withIterations(int newIterations) {
    return new Stlsq(threshold, ridge, newIterations);
  }

  @Override
  public String text() {
    return threshold.isPresent()
        ? "stlsq:threshold=" + threshold.getAsDouble() + ",ridge=" + ridge
        : "stlsq" + (ridge > 0 ? ":ridge=" + ridge : "");
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    RegressionSummary summary = problem.data().whole();
    ColumnBasis basis = new Assembly(summary, problem.constraint()).columnBasis();
    try {
      if (threshold.isEmpty()) {
        return new ThresholdPath(problem, summary, basis, ridge).solve();
      }
      return problem.constraint().isNone()
          ? free(problem, basis, threshold.getAsDouble())
          : constrained(problem, basis, threshold.getAsDouble());
    } catch (InfeasibleException infeasible) {
      return Fits.infeasible(
          summary, basis.dependencies(), String.valueOf(infeasible.getMessage()));
    }
  }

  /** Each equation goes on from its own triangle, without the columns of what left. */
  private Regression free(RegressionProblem problem, ColumnBasis basis, double least) {
    RegressionSummary summary = problem.data().whole();
    RegressionSummary ridged = summary.withRidge(ridge);
    int[] start =
        ridge > 0
            ? IntStream.range(0, summary.terms()).toArray()
            : basis.kept().stream().mapToInt(Integer::intValue).toArray();
    List<FreeEquation> solved = Fits.equations(summary, i -> FreeEquation.of(ridged, i, start));
    int sweeps = 1;
    boolean changed = true;
    while (changed && sweeps < iterations) {
      List<FreeEquation> before = solved;
      solved = Fits.equations(summary, i -> large(before.get(i), least));
      changed = size(solved) < size(before);
      sweeps++;
    }
    List<Integer> support = solved.stream().flatMap(own -> own.positions().stream()).toList();
    return Fits.onSupport(
        problem, summary, support, basis.dependencies(), outcome(changed, sweeps), List.of());
  }

  /** The equation on the terms whose coefficients reach the threshold. */
  private static FreeEquation large(FreeEquation equation, double least) {
    double[] w = equation.values();
    return equation.keeping(
        IntStream.range(0, w.length).filter(j -> Math.abs(w[j]) >= least).toArray());
  }

  private static int size(List<FreeEquation> equations) {
    return equations.stream().mapToInt(FreeEquation::size).sum();
  }

  private static Outcome outcome(boolean changed, int sweeps) {
    return changed ? new Outcome.IterationLimit(sweeps) : new Outcome.Converged(sweeps);
  }

  private Regression constrained(RegressionProblem problem, ColumnBasis basis, double least)
      throws InfeasibleException {
    RegressionSummary summary = problem.data().whole();
    Elimination solved =
        new Assembly(summary, problem.constraint())
            .solve(Fits.all(summary), Fits.unitScales(summary), ridge)
            .get(0);
    int sweeps = 1;
    boolean changed = true;
    while (changed && sweeps < iterations) {
      int before = support(solved).size();
      sweep(solved, least);
      changed = support(solved).size() < before;
      sweeps++;
    }
    return Fits.onSupport(
        problem,
        summary,
        support(solved),
        basis.dependencies(),
        outcome(changed, sweeps),
        List.of());
  }

  /** Removes what is below the threshold, the smallest first, as far as the constraint lets it. */
  private static void sweep(Elimination elimination, double threshold) {
    IntStream.range(0, elimination.size())
        .boxed()
        .filter(j -> elimination.isActive(j) && Math.abs(elimination.value(j)) < threshold)
        .sorted(Comparator.comparingDouble(j -> Math.abs(elimination.value(j))))
        .toList()
        .forEach(
            j -> {
              if (elimination.isRemovable(j)) {
                elimination.remove(j);
              }
            });
  }

  private static List<Integer> support(Elimination solved) {
    return IntStream.range(0, solved.size())
        .filter(solved::isActive)
        .mapToObj(solved::position)
        .sorted()
        .toList();
  }
}
