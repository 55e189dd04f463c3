package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import io.github.sindy4j.regress.MinimumRank;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.Motions;
import io.github.sindy4j.regress.RankTrial;
import io.github.sindy4j.regress.Sampling;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An interpolant of the rank of the truth. With no more points than such functions have parameters
 * it cannot be told from others, so it counts as recovered from one point more on.
 */
final class LeastRank implements RecoveryMethod {
  private final MinimumRank search;

  /** Those of families met so far: they depend on nothing else. */
  private final Map<RecoveryFamily, Motions> motions = new ConcurrentHashMap<>();

  LeastRank(MinimumRank search) {
    this.search = search;
  }

  static LeastRank defaults() {
    return new LeastRank(MinimumRank.defaults());
  }

  @Override
  public Attempts on(RecoveryProblem problem) {
    int rank = problem.family().rank();
    Motions along = motions.computeIfAbsent(problem.family(), RecoveryFamily::motions);
    MinimumRank ofRank = search.withRanks(rank, rank).withSeed(problem.seed());
    return new Attempts() {
      private long iterations;

      @Override
      public boolean recovered(int n) {
        if (n <= problem.family().freedom()) {
          return false;
        }
        MinimumRankFit fit = ofRank.solve(problem.with(n), Sampling.atRandom(n), along);
        iterations += fit.trials().stream().mapToLong(RankTrial::steps).sum();
        boolean right = problem.isRecovered(fit.coefficients());
        if (fit.isCertified() && !right) {
          throw new FalseCertificate(problem.family().text(), problem.seed(), n);
        }
        return right;
      }

      @Override
      public long iterations() {
        return iterations;
      }
    };
  }

  /** A wrong fit was certified as the only one: the certificate is refuted, not this run. */
  static final class FalseCertificate extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FalseCertificate(String family, int seed, int n) {
      super("a wrong fit is certified: " + family + ", seed " + seed + ", n = " + n);
    }
  }
}
