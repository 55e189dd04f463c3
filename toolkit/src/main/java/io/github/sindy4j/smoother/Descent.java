package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * From a first model to the one that its own smoothing confirms. Each round linearises, whitens,
 * selects the terms of all equations together by
 *
 * <pre> χ² + pen · k,   pen = (√(max(s², 1) (log n + 2 γ log K)) + e)², </pre>
 *
 * s² the residual variance of the whole library and e² the most that quadrature errors can buy
 * (Cauchy–Schwarz); then moves the states and finds the variances of largest restricted likelihood:
 * q ← q Σ u²/((1 − k/n) tr S⁻¹), σ² likewise. Ends when the terms stay and no coefficient moves by
 * a fifth of its standard error.
 */
final class Descent {
  private static final double STILL = 0.2;
  private static final int ANNEALED = 3;
  private static final int FIRST_BIASED = 2;

  private final Ground ground;

  Descent(Ground ground) {
    this.ground = ground;
  }

  /**
   * Runs to its end; empty where a covariance became singular.
   *
   * @param factor f of the penalty, f^(2^−round) in the first rounds
   */
  Optional<Smoothed> run(Iterate start, double factor, int rounds) {
    Iterate at = ordered(start);
    Optional<Smoothed> last = Optional.empty();
    for (int round = 0; round < rounds; round++) {
      Optional<Round> whitened = Round.at(at, ground);
      if (whitened.isEmpty()) {
        return Optional.empty();
      }
      double annealed = round < ANNEALED ? Math.pow(factor, Math.pow(0.5, round)) : 1;
      boolean settled = round >= FIRST_BIASED && annealed == 1;
      Smoothed next = step(at, whitened.get(), round, annealed, settled);
      boolean still = settled && last.filter(before -> next.isStill(before, STILL)).isPresent();
      last = Optional.of(next.after(round + 1, still));
      if (still) {
        break;
      }
      at = round < ANNEALED ? ordered(next.end()) : next.end();
    }
    return last;
  }

  /** With the order that suits it, and the least defect of that order. */
  private Iterate ordered(Iterate at) {
    IntFunction<List<double[]>> fields = ground.fields(at.states(), at.model());
    Iterate ordered = at.withOrder(ground.rules().choose(fields, at.noise()));
    return ordered.withDefect(ground.floored(ordered, fields));
  }

  private Smoothed step(Iterate at, Round round, int number, double annealed, boolean settled) {
    Matrix triangle = ground.coordinates().reduced(round.triangle());
    int n = round.rows();
    double fullError = new SubsetSearch(triangle, 0).leastSquaredError();
    double s2 = fullError / Math.max(1, n - ground.coordinates().size());
    double penalty = ground.penalty() * Math.max(s2, 1);
    if (number >= FIRST_BIASED) {
      double root = Math.sqrt(penalty) + Math.sqrt(round.bias());
      penalty = root * root;
    }
    penalty *= annealed;
    SubsetSearch search = new SubsetSearch(triangle, penalty);
    Subset found = search.select(List.of(at.support()));
    if (settled && found.terms().equals(at.support())) {
      found = search.deepened(found, j -> ground.coordinates().equation(j));
    }
    Matrix model = ground.coordinates().fitted(ground.coordinates().model(found));
    Round.Update update = round.update(model, at.noise());
    Iterate moved = moved(at, model, found, update, n);
    double criterion =
        found.squaredError() + round.logDeterminant() + ground.penalty() * found.terms().size();
    return new Smoothed(
        at, moved, found, triangle, penalty, criterion, s2, n, round.residuals(model), 0, false);
  }

  private Iterate moved(Iterate at, Matrix model, Subset found, Round.Update update, int n) {
    double left = 1 - (double) found.terms().size() / n;
    int d = ground.states();
    double[] noise = new double[d];
    double[] defect = new double[d];
    for (int i = 0; i < d; i++) {
      double noiseRatio = update.noise().get(0, i) / (update.noise().get(1, i) * left);
      double defectRatio = update.defect().get(0, i) / (update.defect().get(1, i) * left);
      noise[i] =
          Math.max(at.noise().get(i) * clip(noiseRatio, 0.25, 4), ground.leastNoise().get(i));
      defect[i] =
          Math.max(
              at.defect().get(i) * clip(defectRatio, 0.05, 20),
              1e-8 * ground.rules().scale() * noise[i]);
    }
    Iterate next =
        new Iterate(
            update.states(), model, found.terms(), Vec.adopt(noise), Vec.adopt(defect), at.order());
    return next.withDefect(ground.floored(next, ground.fields(next.states(), model)));
  }

  private static double clip(double value, double low, double high) {
    return Double.isNaN(value) ? 1 : Math.min(high, Math.max(low, value));
  }
}
