package io.github.sindy4j;

import io.github.sindy4j.regress.MinimumRank;
import io.github.sindy4j.regress.NuclearInterpolation;
import java.util.Optional;

/**
 * How exact values are met by the function whose image L(w) under the candidates is simplest: of
 * least nuclear norm, or of least rank.
 *
 * @param nuclear the solver of min ‖L(w)‖_*, which also starts the search for the least rank and
 *     stands in where that finds nothing
 * @param leastRank the search for the least rank, where that is asked for
 */
public record Interpolator(NuclearInterpolation nuclear, Optional<MinimumRank> leastRank) {
  /** The least nuclear norm. */
  public static Interpolator ofNuclearNorm() {
    return new Interpolator(NuclearInterpolation.defaults(), Optional.empty());
  }

  /** The least rank, from this seed. */
  public static Interpolator ofLeastRank(long seed) {
    return new Interpolator(
        NuclearInterpolation.defaults(), Optional.of(MinimumRank.defaults().withSeed(seed)));
  }

  /** The same with this search for the least rank. */
  public Interpolator withSearch(MinimumRank search) {
    return new Interpolator(nuclear, Optional.of(search));
  }

  /** In the words of the command line: {@code nuclear} or {@code minimum-rank}. */
  public String text() {
    return leastRank.isPresent() ? "minimum-rank" : "nuclear";
  }
}
