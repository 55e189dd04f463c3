package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
  private static final int REFINEMENTS = 8;
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
    Iterate at = ordered(start, 0);
    Optional<Smoothed> last = Optional.empty();
    for (int round = 0; round < rounds; round++) {
      double annealed = round < ANNEALED ? Math.pow(factor, Math.pow(0.5, round)) : 1;
      boolean settled = round >= FIRST_BIASED && annealed == 1;
      Optional<Smoothed> next = selected(at, round, annealed, settled);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      boolean same = next.get().found().terms().equals(at.support());
      boolean still = settled && last.filter(next.get()::isStillAs).isPresent();
      last = next.map(found -> found.after(found.rounds() + 1, still));
      if (still) {
        return last;
      }
      if (same && annealed == 1) {
        last = last.map(this::refined);
        // Its variances are as good as those of the early rounds become.
        round = Math.max(round, FIRST_BIASED - 1);
      }
      Iterate end = last.get().end();
      at = round < ANNEALED ? ordered(end, round + 1) : end;
    }
    return last;
  }

  /** With the same terms, until coefficients and states agree; only these terms are whitened. */
  private Smoothed refined(Smoothed from) {
    Smoothed last = from;
    for (int round = 0; round < REFINEMENTS; round++) {
      Iterate at = last.end();
      List<Integer> terms = last.found().terms();
      Optional<Round> whitened = Round.at(at, ground, ground.design(terms));
      if (whitened.isEmpty() || terms.isEmpty()) {
        return last;
      }
      Subset fit = new SubsetSearch(whitened.get().triangle(), 0).fit(all(terms.size()));
      Subset found = new Subset(terms, fit.coefficients(), fit.squaredError(), fit.factor());
      Optional<Smoothed> next =
          moved(at, whitened.get(), new Choice(found, last), Variances.FEW_STEPS);
      if (next.isEmpty()) {
        return last;
      }
      boolean still = next.get().isStillAs(last);
      last = next.get().after(last.rounds(), false);
      if (still) {
        return last;
      }
    }
    return last;
  }

  private static List<Integer> all(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  /** With the order that suits it in this round, and the least defect of that order. */
  private Iterate ordered(Iterate at, int round) {
    boolean seeking = round < FIRST_BIASED;
    Iterate ordered = at.withOrder(ground.rules().choose(at.fields(), at.noise(), seeking));
    return ordered.withDefect(ground.floored(ordered));
  }

  private Optional<Smoothed> selected(Iterate at, int number, double annealed, boolean settled) {
    Optional<Round> whitened = Round.at(at, ground, ground.design(ground.coordinates().all()));
    if (whitened.isEmpty()) {
      return Optional.empty();
    }
    Round round = whitened.get();
    Matrix triangle = round.triangle();
    SubsetSearch unpriced = new SubsetSearch(triangle, 0);
    double s2 =
        unpriced.leastSquaredError() / Math.max(1, round.rows() - ground.coordinates().size());
    double penalty = ground.penalty() * Math.max(s2, 1);
    if (number >= FIRST_BIASED) {
      double root = Math.sqrt(penalty) + Math.sqrt(round.bias());
      penalty = root * root;
    }
    penalty *= annealed;
    SubsetSearch search = unpriced.withPenalty(penalty);
    Subset found = search.select(List.of(at.support()));
    if (settled && found.terms().equals(at.support())) {
      found = search.deepened(found, j -> ground.coordinates().equation(j));
    }
    int steps = settled ? Variances.MANY_STEPS : Variances.FEW_STEPS;
    return moved(at, round, new Choice(at, found, triangle, penalty, s2, number), steps);
  }

  /** What a round chose before the variances moved. */
  private record Choice(
      Iterate from,
      Subset found,
      Matrix triangle,
      double penalty,
      double residualVariance,
      int rounds) {
    /** Another fit of the same terms. */
    Choice(Subset found, Smoothed last) {
      this(
          last.at(),
          found,
          last.triangle(),
          last.penalty(),
          last.residualVariance(),
          last.rounds());
    }
  }

  private Optional<Smoothed> moved(Iterate at, Round round, Choice choice, int steps) {
    Subset found = choice.found();
    Matrix model = ground.coordinates().fitted(ground.coordinates().model(found));
    return new Variances(
            round.linear(),
            model,
            1 - (double) found.terms().size() / round.rows(),
            ground.leastNoise(),
            ground.floored(at.withDefect(Vec.zeros(ground.states()))),
            ground.rules().scale(),
            ground.coordinates().counterparts())
        .from(at.noise(), at.defect(), round.factors(), steps)
        .map(variances -> smoothed(at, round, choice, model, variances));
  }

  private Smoothed smoothed(
      Iterate at, Round round, Choice choice, Matrix model, Variances.Found variances) {
    Subset found = choice.found();
    Iterate next =
        Iterate.on(
            ground,
            variances.states(),
            model,
            found.terms(),
            variances.noise(),
            variances.defect(),
            at.order(),
            Optional.of(choice.triangle()));
    return new Smoothed(
        choice.from(),
        next.withDefect(ground.floored(next)),
        found,
        choice.triangle(),
        choice.penalty(),
        variances.squaredError()
            + variances.logDeterminant()
            + ground.penalty() * found.terms().size(),
        choice.residualVariance(),
        round.rows(),
        choice.rounds(),
        false);
  }
}
