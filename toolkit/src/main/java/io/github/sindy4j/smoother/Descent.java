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
      Optional<Smoothed> stepped = step(at, whitened.get(), round, annealed, settled);
      if (stepped.isEmpty()) {
        return Optional.empty();
      }
      Smoothed next = stepped.get();
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
    IntFunction<List<double[]>> fields = fields(at);
    Iterate ordered = at.withOrder(ground.rules().choose(fields, at.noise()));
    return ordered.withDefect(ground.floored(ordered, fields));
  }

  private Optional<Smoothed> step(
      Iterate at, Round round, int number, double annealed, boolean settled) {
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
    Optional<Variances.Found> variances =
        new Variances(
                round.linear(),
                model,
                1 - (double) found.terms().size() / n,
                ground.leastNoise(),
                ground.floored(at.withDefect(Vec.zeros(ground.states())), fields(at)),
                ground.rules().scale())
            .from(at.noise(), at.defect(), round.factors());
    Choice choice = new Choice(model, found, triangle, penalty, s2);
    return variances.map(v -> smoothed(at, round, choice, v));
  }

  /** What a round chose before the variances moved. */
  private record Choice(
      Matrix model, Subset found, Matrix triangle, double penalty, double residualVariance) {}

  private Smoothed smoothed(Iterate at, Round round, Choice choice, Variances.Found variances) {
    Subset found = choice.found();
    Iterate next =
        new Iterate(
            variances.states(),
            choice.model(),
            found.terms(),
            variances.noise(),
            variances.defect(),
            at.order());
    Iterate moved =
        next.withDefect(ground.floored(next, ground.fields(next.states(), next.model())));
    return new Smoothed(
        moved,
        found,
        choice.triangle(),
        choice.penalty(),
        variances.squaredError()
            + variances.logDeterminant()
            + ground.penalty() * found.terms().size(),
        choice.residualVariance(),
        round.rows(),
        round.residuals(choice.model()),
        0,
        false);
  }

  private IntFunction<List<double[]>> fields(Iterate at) {
    return ground.fields(at.states(), at.model());
  }
}
