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
 * <p>With {@link Motions}: a model of each rank is looked for without data, from the given point or
 * the interpolant of least ‖L(w)‖_F, then from noise, and the data are fitted along the motions of
 * it; a rank of which no model is found is left. Without, each rank is searched from the same point
 * by the truncated nuclear norm and by reflections; then from noise by these two and, for the most
 * part, by damped Gauss–Newton steps. The first fit that is certified ends the search; otherwise
 * the first fit of the least rank stands. The same bits on any number of threads.
 *
 * @param leastRank the first rank that is tried
 * @param mostRank the last; empty for one less than the smaller side of L(w)
 * @param starts how many starts from noise for each rank; ten times as many along motions
 * @param steps the most steps of each start without motions
 * @param relaxation β of the reflections, in (0, 1]
 * @param seed of the noise
 */
public record MinimumRank(
    int leastRank, OptionalInt mostRank, int starts, int steps, double relaxation, long seed) {
  /** σᵣ₊₁/σ₁ below this is zero. */
  static final double TAIL = 1e-10;

  /** ‖Θ w − y‖ / ‖y − ȳ‖ below this is zero. */
  static final double RESIDUAL = 1e-9;

  /** So many starts along motions cost no more than one on the data. */
  private static final int ORBITS = 10;

  /** A rank is left when so many descents without data end elsewhere. */
  private static final int EXISTENCE_STARTS = 4;

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
        starts >= 0, "starts", "must be at least 0 but are " + starts, "60 are usual");
    BadSetting.require(steps >= 1, "steps", "must be at least 1 but are " + steps, "600 are usual");
    BadSetting.require(
        relaxation > 0 && relaxation <= 1,
        "relaxation",
        "must lie in (0, 1] but is " + relaxation,
        "0.5 is usual");
  }

  /** All ranks from 0, sixty starts of at most 600 steps, β = 1/2, seed 1. */
  public static MinimumRank defaults() {
    return new MinimumRank(0, OptionalInt.empty(), 60, 600, 0.5, 1);
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
    return solve(problem, sampling, Motions.none(problem.map().unknowns()));
  }

  /** From a point such as the interpolant of least nuclear norm; it need not fit the data. */
  public MinimumRankFit solve(InterpolationProblem problem, Sampling sampling, Vec start) {
    return solve(problem, sampling, Motions.none(problem.map().unknowns()), Optional.of(start));
  }

  /**
   * With motions that keep the rank: much faster, and far surer near the least number of points.
   */
  public MinimumRankFit solve(InterpolationProblem problem, Sampling sampling, Motions motions) {
    return solve(problem, sampling, motions, Optional.empty());
  }

  /** With both. */
  public MinimumRankFit solve(
      InterpolationProblem problem, Sampling sampling, Motions motions, Vec start) {
    return solve(problem, sampling, motions, Optional.of(start));
  }

  private MinimumRankFit solve(
      InterpolationProblem original, Sampling sampling, Motions motions, Optional<Vec> start) {
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
    Interpolants free = Interpolants.ofAll(terms.problem().map());
    Search search =
        new Search(
            set,
            free,
            first,
            new OrbitSearch(terms.problem(), set, free, motions.inUnits(terms.sizes())));
    List<RankTrial> trials = new ArrayList<>();
    int last = mostRank.orElse(Math.min(set.map().rows(), set.map().cols()) - 1);
    RankTrials tried = new RankTrials(leastRank, first, judge);
    int taken = 0;
    for (int rank = leastRank; rank <= last && !tried.found(); rank++) {
      tried = new RankTrials(rank, first, judge);
      if (rank > 0 && !motions.isNone()) {
        search.alongMotions(tried);
      } else {
        search.onData(tried);
      }
      trials.add(tried.summary());
      taken += tried.summary().steps();
    }
    return new MinimumRankFit(
        terms.out(tried.reached()),
        tried.uniqueness(),
        trials,
        tried.found() ? new Outcome.Converged(taken) : new Outcome.IterationLimit(taken));
  }

  /** All starts of one rank, until a fit is certified. */
  private final class Search {
    private final Interpolants set;
    private final Interpolants free;
    private final Vec first;
    private final OrbitSearch orbits;

    Search(Interpolants set, Interpolants free, Vec first, OrbitSearch orbits) {
      this.set = set;
      this.free = free;
      this.first = first;
      this.orbits = orbits;
    }

    void alongMotions(RankTrials tried) {
      orbits.search(tried, first, ORBITS * starts, k -> random(tried.rank(), k));
    }

    void onData(RankTrials tried) {
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
      int last = tried.found() || modelExists(rank) ? starts : 0;
      for (int k = 0; k < last && !tried.certified(); k++) {
        // A refused fit may have a certified rival in a smaller component; not for ever.
        last = tried.found() ? Math.min(last, k + 1 + (starts - k) / 4) : last;
        SplittableRandom random = random(rank, k);
        // Each way fails on other problems; descents are the cheapest and need the most starts.
        tried.add(
            switch (k % 6) {
              case 0 -> search.reflections(noise(set, random), relaxation);
              case 3 -> search.truncatedNorm(set.nearest(noise(set, random)));
              default -> search.descent(afar(set, random));
            });
      }
    }

    /** Whether a descent without data finds a model of this rank: if not, data do not help. */
    private boolean modelExists(int rank) {
      for (int k = 1; k <= EXISTENCE_STARTS; k++) {
        Vec any = free.along(normal(random(rank, -k), free.directions(), 1));
        if (RankFamily.exists(free, any, rank)) {
          return true;
        }
      }
      return false;
    }

    private SplittableRandom random(int rank, int k) {
      return new SplittableRandom(
          seed ^ (0x9E3779B97F4A7C15L * (1 + rank)) ^ (0xC2B2AE3D27D4EB4FL * (1 + k)));
    }
  }

  /** Normal noise about as long as the least image. */
  private static Matrix noise(Interpolants set, SplittableRandom random) {
    int entries = set.map().rows() * set.map().cols();
    double scale = set.map().apply(set.least()).norm() / Math.sqrt(entries);
    return normal(random, entries, scale).asMatrix(set.map().rows(), set.map().cols());
  }

  /** An interpolant in a random direction from the least, 1 to 10 times as far as that is long. */
  private static Vec afar(Interpolants set, SplittableRandom random) {
    double length = set.map().apply(set.least()).norm() * Math.pow(10, random.nextDouble());
    Vec direction = normal(random, set.directions(), 1);
    double norm = direction.norm();
    return norm == 0 ? set.least() : set.least().plus(set.along(direction.times(length / norm)));
  }

  static Vec normal(SplittableRandom random, int size, double scale) {
    return Vec.zeros(size).map(zero -> scale * random.nextGaussian());
  }
}
