package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A fit of given rank to data with noise.
 *
 * @param coefficients w; zeros when no model of that rank was found
 * @param rank r
 * @param kept an orthonormal basis of the kernel of L(w), q×(q − r): the candidates that are kept
 * @param basis all models that these annihilate, one a column; w is the least-squares fit among
 *     them
 * @param freedom the number of free parameters of models like w
 * @param residual ‖Θ w − y‖ / ‖y − ȳ‖
 * @param runnerUp ‖Θ w₂ − y‖ / ‖Θ w − y‖ for the second-best minimum w₂; empty when no other was
 *     met
 * @param starts how many starts were made
 * @param uniqueness the refusal of a certificate, and its numbers
 * @param outcome {@link Outcome.IterationLimit} when no model of that rank was found
 */
public record RankRegressionFit(
    Vec coefficients,
    int rank,
    Matrix kept,
    Matrix basis,
    int freedom,
    double residual,
    OptionalDouble runnerUp,
    int starts,
    Uniqueness uniqueness,
    Outcome outcome) {
  /** Why there is no certificate. */
  private static final String FLAW = "the data carry noise";

  /** Whether a model of that rank was found. */
  public boolean isFound() {
    return outcome instanceof Outcome.Converged;
  }

  /** What may be said to a user. */
  public String text() {
    if (!isFound()) {
      return "no model of rank %d was found from %d starts; there may be one all the same"
          .formatted(rank, starts);
    }
    String rival =
        runnerUp.isPresent()
            ? "the second-best minimum misses them %.3g times as much"
                .formatted(runnerUp.getAsDouble())
            : "no other minimum was met";
    return "fit of rank %d with %d free parameters, the best of %d starts: misses the data by %.2g of their variation; %s. %s"
        .formatted(rank, freedom, starts, residual, rival, uniqueness.text());
  }

  /** Turns minima into an answer. */
  record Assembly(InterpolationProblem problem, UnitTerms terms, int rank, int starts) {
    /** Of minima in units, the best first. */
    RankRegressionFit of(List<OrbitFit> minima) {
      int unknowns = problem.map().unknowns();
      Sampling noisy = Sampling.flawed(problem.values().size(), FLAW);
      if (minima.isEmpty()) {
        Vec zero = Vec.zeros(unknowns);
        return new RankRegressionFit(
            zero,
            rank,
            Matrix.zeros(problem.map().cols(), 0),
            Matrix.zeros(unknowns, 0),
            0,
            1,
            OptionalDouble.empty(),
            starts,
            Uniqueness.of(problem, noisy, zero),
            new Outcome.IterationLimit(starts));
      }
      OrbitFit best = minima.get(0);
      Vec w = terms.out(best.w());
      int q = problem.map().cols();
      Matrix directions = Spectrum.of(problem.map().apply(w)).directions();
      Uniqueness uniqueness = Uniqueness.of(problem, noisy, w);
      return new RankRegressionFit(
          w,
          rank,
          directions.columns(IntStream.range(0, q - rank).toArray()),
          terms.outColumns(best.basis()),
          uniqueness.evidence().freedom(),
          uniqueness.evidence().residual(),
          runnerUp(minima),
          starts,
          uniqueness,
          new Outcome.Converged(minima.stream().mapToInt(OrbitFit::steps).sum()));
    }

    private static OptionalDouble runnerUp(List<OrbitFit> minima) {
      OrbitFit best = minima.get(0);
      return minima.stream()
          .filter(other -> RankRegression.differs(other, best, RankRegression.SAME))
          .mapToDouble(other -> other.residual() / best.residual())
          .findFirst();
    }
  }
}
