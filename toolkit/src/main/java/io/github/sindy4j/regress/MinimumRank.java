package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * min rank L(w) subject to Θ w = y (and C w = d), by search: ranks in order, several starts for
 * each, projections in the space of images, a polish to rounding. What it finds comes with a
 * certificate that no other model of its family fits, or with the reason why there is none. That
 * nothing was found of a rank proves nothing.
 *
 * <p>Each rank is searched from the given point, or else from the interpolant of least ‖L(w)‖_F:
 * the truncated nuclear norm, then reflections; and from normal noise by reflections, descent and
 * truncated norm in turn. The first fit that is certified ends the search; otherwise the first fit
 * of the least rank stands. The same bits on any number of threads.
 *
 * @param leastRank the first rank that is tried
 * @param mostRank the last; empty for one less than the smaller side of L(w)
 * @param starts how many starts from noise for each rank
 * @param steps the most steps of each start
 * @param relaxation β of the reflections, in (0, 1]
 * @param seed of the noise
 */
public record MinimumRank(
    int leastRank, OptionalInt mostRank, int starts, int steps, double relaxation, long seed) {
  /** σᵣ₊₁/σ₁ below this is zero. */
  static final double TAIL = 1e-10;

  /** ‖Θ w − y‖ / ‖y − ȳ‖ below this is zero. */
  static final double RESIDUAL = 1e-9;

  /** Checks the settings. */
  public MinimumRank {
    BadSetting.require(
        leastRank >= 0, "least rank", "must be at least 0 but is " + leastRank, "0 is usual");
    BadSetting.require(
        mostRank.orElse(leastRank) >= leastRank,
        "most rank",
        "must be at least the least rank " + leastRank + " but is " + mostRank.orElse(0),
        "For one rank only, let both be it");
    BadSetting.require(
        starts >= 0, "starts", "must be at least 0 but are " + starts, "12 are usual");
    BadSetting.require(steps >= 1, "steps", "must be at least 1 but are " + steps, "600 are usual");
    BadSetting.require(
        relaxation > 0 && relaxation <= 1,
        "relaxation",
        "must lie in (0, 1] but is " + relaxation,
        "0.5 is usual");
  }

  /** All ranks from 0, twelve starts of at most 600 steps, β = 1/2, seed 1. */
  public static MinimumRank defaults() {
    return new MinimumRank(0, OptionalInt.empty(), 12, 600, 0.5, 1);
  }

  /** The same for these ranks only, the last included. */
  public MinimumRank withRanks(int least, int most) {
    return new MinimumRank(least, OptionalInt.of(most), starts, steps, relaxation, seed);
  }

  /** The same with so many starts from noise. */
  public MinimumRank withStarts(int newStarts) {
    return new MinimumRank(leastRank, mostRank, newStarts, steps, relaxation, seed);
  }

  /** The same with at most so many steps a start. */
  public MinimumRank withSteps(int newSteps) {
    return new MinimumRank(leastRank, mostRank, starts, newSteps, relaxation, seed);
  }

  /** The same with another seed. */
  public MinimumRank withSeed(long newSeed) {
    return new MinimumRank(leastRank, mostRank, starts, steps, relaxation, newSeed);
  }

  /** Without a point to start from. */
  public MinimumRankFit solve(InterpolationProblem problem, Sampling sampling) {
    return solve(problem, sampling, Optional.empty());
  }

  /** From a point such as the interpolant of least nuclear norm; it need not fit the data. */
  public MinimumRankFit solve(InterpolationProblem problem, Sampling sampling, Vec start) {
    return solve(problem, sampling, Optional.of(start));
  }

  private MinimumRankFit solve(
      InterpolationProblem original, Sampling sampling, Optional<Vec> start) {
    UnitTerms terms = UnitTerms.of(original);
    Interpolants set = Interpolants.of(terms.problem());
    Vec first = start.map(w -> set.restored(terms.in(w))).orElseGet(set::least);
    Function<Vec, Uniqueness> judge =
        v -> UniquenessEvidence.of(terms.problem(), sampling, v).judged();
    if (set.residual() > RESIDUAL) {
      Outcome outcome =
          new Outcome.Infeasible(
              "the data and what is demanded of the coefficients; they miss by "
                  + "%.1e".formatted(set.residual()));
      return new MinimumRankFit(terms.out(first), judge.apply(first), List.of(), outcome);
    }
    List<RankTrial> trials = new ArrayList<>();
    int last = mostRank.orElse(Math.min(set.map().rows(), set.map().cols()) - 1);
    RankTrials tried = new RankTrials(leastRank, first, judge);
    int taken = 0;
    for (int rank = leastRank; rank <= last && !tried.found(); rank++) {
      tried = new RankTrials(rank, first, judge);
      search(set, first, tried);
      trials.add(tried.summary());
      taken += tried.summary().steps();
    }
    return new MinimumRankFit(
        terms.out(tried.reached()),
        judge.apply(tried.reached()),
        trials,
        tried.found() ? new Outcome.Converged(taken) : new Outcome.IterationLimit(taken));
  }

  /** All starts of one rank, until a fit is certified. */
  private void search(Interpolants set, Vec first, RankTrials tried) {
    int rank = tried.rank();
    RankSearch search = new RankSearch(set, rank, steps);
    if (rank == 0) {
      // The least ‖L(w)‖ tells all about rank 0.
      tried.add(search.least());
      return;
    }
    tried.add(search.truncatedNorm(first));
    if (!tried.certified()) {
      tried.add(search.reflections(set.map().apply(first), relaxation));
    }
    double size = set.map().apply(set.least()).norm();
    // Each way fails on other problems; together they miss fewer than any one with as many starts.
    for (int k = 0; k < starts && !tried.certified(); k++) {
      Matrix noise = noise(set, rank, k, size);
      tried.add(
          switch (k % 3) {
            case 0 -> search.reflections(noise, relaxation);
            case 1 -> search.descent(set.nearest(noise));
            default -> search.truncatedNorm(set.nearest(noise));
          });
    }
  }

  /** Normal noise of this expected size, a stream of its own for each rank and start. */
  private Matrix noise(Interpolants set, int rank, int start, double size) {
    SplittableRandom random =
        new SplittableRandom(
            seed ^ (0x9E3779B97F4A7C15L * (1 + rank)) ^ (0xC2B2AE3D27D4EB4FL * (1 + start)));
    int rows = set.map().rows();
    int cols = set.map().cols();
    double[] values = new double[rows * cols];
    double scale = size / Math.sqrt(values.length);
    for (int k = 0; k < values.length; k++) {
      values[k] = scale * random.nextGaussian();
    }
    return Matrix.adopt(rows, cols, values);
  }
}
