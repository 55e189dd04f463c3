package io.github.sindy4j;

import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.NuclearMinimum;
import io.github.sindy4j.regress.Sampling;
import io.github.sindy4j.regress.Uniqueness;
import java.util.Optional;

/**
 * How a function was recovered from exact values: it meets them, and its image L(w) under the
 * candidates is simplest. The null space of L(w) are the symmetries that it keeps.
 *
 * @param candidates the candidates as they were named
 * @param method {@code nuclear} or {@code minimum-rank}
 * @param points how many different points there are, and whether the user says that they are random
 * @param nuclear the interpolant of least nuclear norm
 * @param leastRank the search for the least rank, where it was asked for
 * @param kept which combinations of candidates the function keeps
 */
public record Recovery(
    String candidates,
    String method,
    Sampling points,
    NuclearMinimum nuclear,
    Optional<MinimumRankFit> leastRank,
    SymmetrySpectrum kept) {

  /** The search for the least rank, where it found a fit: the function is that one. */
  public Optional<MinimumRankFit> found() {
    return leastRank.filter(MinimumRankFit::isFound);
  }

  /** The rank of L(w); where w is not exact to rounding, how many candidates are not kept. */
  public int rank() {
    return isToRounding()
        ? found().map(MinimumRankFit::rank).orElse(nuclear.rank())
        : kept.each().size() - kept.dimension();
  }

  /** By how much the function misses the values, relatively. */
  public double dataResidual() {
    return found().map(MinimumRankFit::residual).orElse(nuclear.dataResidual());
  }

  /** How the method ended, in its own words. */
  public String ending() {
    return leastRank
        .map(fit -> fit.isFound() ? rankText(fit) : fit.text() + "; " + nuclear.ending().text())
        .orElse(nuclear.ending().text());
  }

  private static String rankText(MinimumRankFit fit) {
    return "fit of rank " + fit.rank() + (fit.isCertified() ? ", certified" : ", not certified");
  }

  /** What may be said of other functions that meet the values, where the least rank was found. */
  public Optional<Uniqueness> uniqueness() {
    return found().map(MinimumRankFit::uniqueness);
  }

  /** Whether the answer is what was asked for: the minimum, or a fit of low rank. */
  public boolean isReached() {
    return found().isPresent() || (leastRank.isEmpty() && nuclear.ending().isMinimum());
  }

  /** Whether the coefficients are exact to rounding, as far as the method can tell. */
  public boolean isToRounding() {
    return found().isPresent()
        || nuclear.ending() instanceof NuclearMinimum.Certified
        || nuclear.ending() instanceof NuclearMinimum.Determined;
  }
}
