package io.github.sindy4j.promotion;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.PenalisedMinimum;
import io.github.sindy4j.regress.PenalisedProblem;
import io.github.sindy4j.regress.PenalisedRegression;
import io.github.sindy4j.regress.RegressionSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The path of penalised fits, of all rows and without each fold. */
final class PromotedPath {
  private static final double HELD_OUT_GAP = 1e-4;

  /** A penalty that is this small beside the coefficients is none. */
  private static final double ROUNDING = 1e-9;

  private final Promotion settings;
  private final PromotionProblem problem;
  private final Units units;
  private final Penalties penalties;
  private final List<Double> fractions;
  private final PenalisedMinimum unpenalised;
  private final boolean symmetric;
  private final double largest;
  private final boolean vanishing;
  private final List<PenalisedMinimum> minima;
  private final List<FoldErrors> heldOut;

  PromotedPath(Promotion settings, PromotionProblem problem) {
    this.settings = settings;
    this.problem = problem;
    this.units = Units.of(problem);
    this.penalties = new Penalties(problem, units);
    this.fractions = settings.allFractions();
    PenalisedProblem whole = penalties.on(problem.data().whole());
    this.unpenalised = unpenalised(whole);
    this.symmetric = isSymmetric(whole);
    double within = symmetric ? 1 : settings.solver().largestFactor(whole);
    this.vanishing = Double.isFinite(within);
    this.largest =
        vanishing
            ? within
            : settings.solver().largestFactor(PenalisedProblem.of(whole.data(), whole.penalties()));
    List<Double> weights = fractions.stream().map(fraction -> fraction * largest).toList();
    this.minima = minima(whole, weights, settings.solver());
    this.heldOut = heldOut(weights);
  }

  /** The best fit without penalties, and what it is under them. */
  private PenalisedMinimum unpenalised(PenalisedProblem rows) {
    PenalisedMinimum best = settings.solver().solve(rows.times(0));
    return new PenalisedMinimum(
        best.coefficients(),
        best.value(),
        best.dualValue(),
        best.duals(),
        penalties.images(rows, best.coefficients()),
        best.constraintResidual(),
        best.outcome());
  }

  /** Whether the best fit has every symmetry: then it is the answer for every weight. */
  private boolean isSymmetric(PenalisedProblem whole) {
    double penalty =
        whole.penalties().stream().mapToDouble(p -> p.value(unpenalised.coefficients())).sum();
    return penalty <= ROUNDING * unpenalised.coefficients().norm();
  }

  private List<PenalisedMinimum> minima(
      PenalisedProblem rows, List<Double> weights, PenalisedRegression solver) {
    return symmetric
        ? Collections.nCopies(weights.size(), unpenalised(rows))
        : solver.pathOf(rows, weights);
  }

  /** Every fold on its own, so that the bits do not depend on the threads. */
  private List<FoldErrors> heldOut(List<Double> weights) {
    List<RegressionSummary> folds = problem.data().folds();
    if (folds.size() < 2) {
      return List.of();
    }
    List<List<Vec>> errors =
        IntStream.range(0, folds.size())
            .parallel()
            .mapToObj(
                f ->
                    minima(
                            penalties.on(problem.data().without(f)),
                            weights,
                            settings
                                .solver()
                                .withGap(Math.max(HELD_OUT_GAP, settings.solver().gap())))
                        .stream()
                        .map(minimum -> errors(folds.get(f), coefficients(minimum)))
                        .toList())
            .toList();
    List<FoldErrors> heldOut = new ArrayList<>();
    for (int k = 0; k < weights.size(); k++) {
      int step = k;
      heldOut.add(
          new FoldErrors(
              Matrix.ofRows(
                  errors.stream().map(f -> f.get(step).toArray()).toArray(double[][]::new)),
              problem));
    }
    return heldOut;
  }

  private static Vec errors(RegressionSummary rows, Matrix w) {
    double[] errors = new double[w.rows()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = rows.squaredError(i, w.row(i));
    }
    return Vec.adopt(errors);
  }

  private Matrix coefficients(PenalisedMinimum minimum) {
    return units
        .coefficients(minimum.coefficients())
        .asMatrix(problem.outputs().size(), problem.library().size());
  }

  /** W at a step. */
  Matrix coefficients(int step) {
    return coefficients(minima.get(step));
  }

  /** Whether every candidate can be kept within the demands. */
  boolean isVanishing() {
    return vanishing;
  }

  /** Whether every weight was solved to its gap. */
  boolean isConverged() {
    return minima.stream().allMatch(m -> m.outcome() instanceof Outcome.Converged);
  }

  /** The squared errors at a step. */
  Optional<FoldErrors> heldOut(int step) {
    return heldOut.isEmpty() ? Optional.empty() : Optional.of(heldOut.get(step));
  }

  /** The path, its defects beside the size of a fit that no penalty bends. */
  List<PromotionStep> steps(Matrix plain) {
    double size = penalties.size(plain);
    List<PromotionStep> steps = new ArrayList<>();
    for (int k = 0; k < minima.size(); k++) {
      steps.add(step(k, size > 0 ? size : 1));
    }
    return steps;
  }

  private PromotionStep step(int k, double size) {
    PenalisedMinimum minimum = minima.get(k);
    Vec values =
        penalties
            .generators(minimum.images())
            .map(image -> Spectrum.of(image).values().times(1 / size))
            .orElse(Vec.zeros(0));
    Vec elements = penalties.elements(minimum.images()).times(1 / size);
    return new PromotionStep(
        fractions.get(k),
        fractions.get(k) * largest,
        heldOut(k).map(e -> OptionalDouble.of(e.relative())).orElse(OptionalDouble.empty()),
        values,
        (int) IntStream.range(0, values.size()).filter(a -> isZero(values.get(a))).count(),
        elements,
        IntStream.range(0, elements.size()).filter(h -> isZero(elements.get(h))).boxed().toList(),
        minimum.gap(),
        minimum.outcome());
  }

  private boolean isZero(double value) {
    return value <= settings.tolerance();
  }

  /**
   * The largest weight whose held-out error is within one standard error of the best; the smallest
   * where nothing is held out.
   */
  int chosen() {
    if (settings.fraction().isPresent()) {
      return fractions.indexOf(settings.fraction().getAsDouble());
    }
    if (heldOut.isEmpty()) {
      return fractions.size() - 1;
    }
    // In units of the error at the smallest weight, which no penalty disturbs.
    FoldErrors reference = heldOut.get(heldOut.size() - 1);
    int best = 0;
    for (int k = 1; k < heldOut.size(); k++) {
      best = heldOut.get(k).beside(reference) < heldOut.get(best).beside(reference) ? k : best;
    }
    double allowed =
        heldOut.get(best).beside(reference) + heldOut.get(best).standardError(reference);
    int chosen = 0;
    while (heldOut.get(chosen).beside(reference) > allowed) {
      chosen++;
    }
    return chosen;
  }
}
