package io.github.sindy4j.promotion;

import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.PenalisedRegression;
import io.github.sindy4j.regress.SparseRegressor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the symmetries that data are compatible with, while fitting:
 *
 * <pre> min_W ½ Σᵢ ‖yᵢ − Θ wᵢ‖²/(sᵢ² N) + λ ( ‖L(W)‖_* + Σ_h ‖K_h F_W − F_W‖ ),   C vec(W) = d,
 * </pre>
 *
 * with one column of L(W) for each candidate generator, orthonormal in the region's units ({@link
 * io.github.sindy4j.discovery.CandidateOperator}), and one summand for each discrete candidate.
 * Data and penalty measure output i by the spread sᵢ of response i, so that no answer depends on
 * units.
 *
 * <ol>
 *   <li>Solved for falling λ, each fraction of the least λ_max that makes the penalty vanish.
 *   <li>λ is the largest whose held-out error is within one standard error of the best, or given.
 *       Shrinkage makes penalised fits predict badly at weights that find the right symmetries, so
 *       a larger λ is taken when the sparse fit that has all that it keeps is within one standard
 *       error of the one that has none.
 *   <li>Candidates are kept whose singular values are within the tolerance there; their algebra is
 *       read as in discovery.
 *   <li>What is kept is enforced exactly and fitted by the sparse regressor. Where that makes
 *       held-out errors significantly worse than the regressor's own fit, the directions of the
 *       largest defects are given up, at the next gap of the spectrum.
 * </ol>
 *
 * <p>Source of the penalty: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025; of the rule for λ:
 * Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 *
 * @param fractions λ/λ_max, each in (0, 1], falling
 * @param fraction the one to take; empty to choose by held-out rows
 * @param tolerance singular values up to this part of the size of F count as kept
 * @param solver of every penalised problem
 */
public record Promotion(
    List<Double> fractions, OptionalDouble fraction, double tolerance, PenalisedRegression solver) {
  private static final int STEPS = 18;
  private static final double PER_DECADE = 3;

  /** Checks the settings and sorts the fractions. */
  public Promotion {
    fractions = fractions.stream().distinct().sorted(Comparator.comparingDouble(f -> -f)).toList();
    BadSetting.require(
        !fractions.isEmpty(), "promotion", "there is no weight to try", "Give fractions like 0.1");
    fractions.forEach(Promotion::requireFraction);
    fraction.ifPresent(Promotion::requireFraction);
    BadSetting.require(
        tolerance > 0 && tolerance < 1,
        "promotion tolerance",
        "must lie between 0 and 1 but is " + tolerance,
        "0.05 is usual");
  }

  /** 19 fractions from 1 to 1e-6, the weight chosen by held-out rows, tolerance 0.05. */
  public static Promotion defaults() {
    List<Double> fractions = new ArrayList<>();
    for (int k = 0; k <= STEPS; k++) {
      fractions.add(Math.pow(10, -k / PER_DECADE));
    }
    return new Promotion(fractions, OptionalDouble.empty(), 0.05, PenalisedRegression.defaults());
  }

  /** The same at this fraction of the largest useful weight, in (0, 1]. */
  public Promotion at(double newFraction) {
    return new Promotion(fractions, OptionalDouble.of(newFraction), tolerance, solver);
  }

  /** The same over these fractions. */
  public Promotion withFractions(List<Double> newFractions) {
    return new Promotion(newFractions, fraction, tolerance, solver);
  }

  /** The same with another tolerance. */
  public Promotion withTolerance(double newTolerance) {
    return new Promotion(fractions, fraction, newTolerance, solver);
  }

  /** The same with another solver. */
  public Promotion withSolver(PenalisedRegression newSolver) {
    return new Promotion(fractions, fraction, tolerance, newSolver);
  }

  /** Which symmetries the rows keep, and the fit that has them. */
  public Promoted of(PromotionProblem problem, SparseRegressor regressor) {
    return new PromotionRun(this, problem, regressor).promoted();
  }

  /** All fractions with the one to take. */
  List<Double> allFractions() {
    List<Double> all = new ArrayList<>(fractions);
    fraction.ifPresent(all::add);
    return all.stream().distinct().sorted(Comparator.comparingDouble(f -> -f)).toList();
  }

  private static void requireFraction(double fraction) {
    BadSetting.require(
        fraction > 0 && fraction <= 1,
        "weight of promotion",
        "must lie in (0, 1] but is " + fraction,
        "It is a part of the weight from which on every candidate is kept");
  }
}
