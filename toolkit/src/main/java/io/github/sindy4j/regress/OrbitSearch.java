package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Looks for a fit of rank r among all that motions make of a few models of that rank, which are
 * found without the data: whatever their rank may be, a step costs no decomposition of L(w).
 *
 * <p>Models whose kernel leaves equally many free coefficients are taken for one kind; starts go
 * through the kinds in turn.
 */
final class OrbitSearch {
  private static final int STEPS = 60;

  /**
   * Starts that end at zero lessen the residual by more than this part, but for two steps in a row.
   */
  private static final double SLOW = 1e-2;

  /** ‖Θ w − y‖ / ‖y − ȳ‖ from which on the fit is finished on the data themselves. */
  private static final double NEAR = 1e-6;

  /** So many models are looked for until one is found; then one more at start 10, 20, 40, … */
  private static final int MODELS = 4;

  private static final int ANOTHER = 10;

  /** Where all kinds are settled, another is looked for, until so many models were. */
  private static final int MOST_MODELS = 10;

  private static final int POLISH_STEPS = 30;

  /** The least residual, met so often, will not be undercut where data are plenty. */
  private static final int OFTEN = 10;

  private static final double PLENTY = 1.6;

  private final InterpolationProblem problem;
  private final Interpolants set;
  private final Interpolants free;
  private final Motions motions;
  private final Matrix data;
  private final Vec values;
  private final double variation;

  /**
   * Of a problem in units of its terms.
   *
   * @param set what fits
   * @param free all w
   * @param motions in the same units
   */
  OrbitSearch(InterpolationProblem problem, Interpolants set, Interpolants free, Motions motions) {
    this.problem = problem;
    this.set = set;
    this.free = free;
    this.motions = motions;
    this.data = problem.equations().transpose();
    this.values = problem.rightSides();
    double mean = values.size() == 0 ? 0 : values.dot(values.map(y -> 1)) / values.size();
    double spread = values.map(y -> y - mean).norm();
    this.variation = spread > 1e-8 * values.norm() ? spread : Math.max(values.norm(), 1e-300);
  }

  /** Models of one rank whose kernels leave so many coefficients free, and how they do. */
  private final class Kind {
    private final int rank;
    private final List<Matrix> bases = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private int met;
    private boolean settled;

    Kind(int rank) {
      this.rank = rank;
    }

    int coefficients() {
      return bases.get(0).cols();
    }

    /** Settled, too, when its least residual is met often and data are plenty. */
    void add(OrbitFit fit) {
      if (fit.residual() < least * (1 - 1e-4)) {
        met = 1;
        least = fit.residual();
      } else if (fit.residual() < least * (1 + 1e-3)) {
        met++;
      }
      // Near the number of parameters a fit is hard to find: other minima say nothing.
      settled |=
          met == OFTEN
              && problem.data().rows()
                  >= PLENTY * UniquenessEvidence.freedom(problem, fit.w(), rank);
    }
  }

  /**
   * Until a fit is certified, or so many starts were made.
   *
   * @param first where the first model is looked for
   * @param random of start k
   */
  void search(RankTrials tried, Vec first, int starts, IntFunction<SplittableRandom> random) {
    List<Kind> kinds = new ArrayList<>();
    add(kinds, tried.rank(), first);
    int models = 1;
    while (kinds.isEmpty() && models < MODELS) {
      models++;
      add(kinds, tried.rank(), anywhere(random.apply(-models)));
    }
    if (kinds.isEmpty()) {
      tried.noModel(MODELS);
      return;
    }
    int next = ANOTHER;
    Optional<OrbitFit> best = Optional.empty();
    for (int k = 0; k < starts && !tried.certified(); k++) {
      if (k == next) {
        next *= 2;
        models++;
        add(kinds, tried.rank(), anywhere(random.apply(-models)));
      }
      while (kinds.stream().allMatch(known -> known.settled) && models < MOST_MODELS) {
        models++;
        add(kinds, tried.rank(), anywhere(random.apply(-models)));
      }
      List<Kind> open = kinds.stream().filter(known -> !known.settled).toList();
      if (open.isEmpty()) {
        break;
      }
      Kind kind = open.get(k % open.size());
      int turn = k / open.size();
      Matrix basis = kind.bases.get(turn % kind.bases.size());
      OrbitFit fit = turn < kind.bases.size() ? fit(basis) : fit(shifted(basis, random.apply(k)));
      kind.add(fit);
      if (best.isEmpty() || fit.residual() < best.get().residual()) {
        best = Optional.of(fit);
      }
      if (fit.residual() < NEAR * variation) {
        tried.add(finished(fit, tried.rank()));
        // The same kind has the same freedom: what is refused here is refused there.
        kind.settled |= tried.found();
      } else {
        tried.addFailed(fit.steps());
      }
    }
    if (!tried.found()) {
      best.ifPresent(fit -> tried.improve(finished(fit, tried.rank())));
    }
  }

  private void add(List<Kind> kinds, int rank, Vec near) {
    RankFamily.near(free, near, rank)
        .ifPresent(
            family -> {
              Kind kind =
                  kinds.stream()
                      .filter(known -> known.coefficients() == family.basis().cols())
                      .findFirst()
                      .orElseGet(
                          () -> {
                            Kind fresh = new Kind(rank);
                            kinds.add(fresh);
                            return fresh;
                          });
              kind.bases.add(family.basis());
            });
  }

  private Vec anywhere(SplittableRandom random) {
    return free.along(MinimumRank.normal(random, free.directions(), 1));
  }

  /** Turned by any angle, shifted by a few times the size of the data or less. */
  private Matrix shifted(Matrix basis, SplittableRandom random) {
    double scale = Math.pow(10, -0.5 * random.nextDouble());
    return motions.moved(MinimumRank.normal(random, motions.count(), scale), basis);
  }

  private OrbitFit fit(Matrix basis) {
    return OrbitFit.of(
        RankMoves.along(motions),
        data,
        values,
        basis,
        new OrbitFit.End(STEPS, 1e-12 * variation, SLOW));
  }

  /** On the data, and of rank r there. */
  private RankSearch.End finished(OrbitFit fit, int rank) {
    Vec start = set.restored(fit.w());
    RankDescent end = RankDescent.of(set, start, rank, POLISH_STEPS);
    return new RankSearch.End(end.w(), end.tail(), fit.steps());
  }
}
