package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
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
    Assembly assembly = new Assembly(summary, problem.constraint());
    ColumnBasis basis = assembly.columnBasis();
    List<Integer> start = ridge > 0 ? Fits.all(summary) : Fits.start(problem, summary, basis);
    try {
      if (threshold.isEmpty()) {
        return new ThresholdPath(problem, summary, basis, ridge).solve();
      }
      Vec scales = Fits.unitScales(summary);
      List<Elimination> solved = assembly.solve(start, scales, ridge);
      int sweeps = 1;
      boolean changed = true;
      while (changed && sweeps < iterations) {
        int before = support(solved).size();
        if (problem.constraint().isNone()) {
          solved = assembly.solve(large(solved, threshold.getAsDouble()), scales, ridge);
        } else {
          sweep(solved.get(0), threshold.getAsDouble());
        }
        changed = support(solved).size() < before;
        sweeps++;
      }
      Outcome outcome =
          changed ? new Outcome.IterationLimit(sweeps) : new Outcome.Converged(sweeps);
      return Fits.onSupport(
          problem, summary, support(solved), basis.dependencies(), outcome, List.of());
    } catch (InfeasibleException infeasible) {
      return Fits.infeasible(
          summary, basis.dependencies(), String.valueOf(infeasible.getMessage()));
    }
  }

  /** The positions whose values reach the threshold. */
  private static List<Integer> large(List<Elimination> solved, double threshold) {
    List<Integer> large = new ArrayList<>();
    for (Elimination elimination : solved) {
      for (int j = 0; j < elimination.size(); j++) {
        if (Math.abs(elimination.value(j)) >= threshold) {
          large.add(elimination.position(j));
        }
      }
    }
    return large;
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

  private static List<Integer> support(List<Elimination> solved) {
    List<Integer> support = new ArrayList<>();
    for (Elimination elimination : solved) {
      for (int j = 0; j < elimination.size(); j++) {
        if (elimination.isActive(j)) {
          support.add(elimination.position(j));
        }
      }
    }
    support.sort(Comparator.naturalOrder());
    return support;
  }
}
