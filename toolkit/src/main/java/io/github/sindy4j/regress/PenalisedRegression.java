package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Solves a {@link PenalisedProblem} to a certified duality gap: by splitting where every penalty
 * has a proximal map ({@link Proximable}), else by quadratic programmes where every penalty is
 * {@link Polyhedral}; others are refused by name. Deterministic.
 *
 * <p>The programmes are dense: with some tens of coefficients a solve takes milliseconds, with a
 * hundred about a second, and the time grows like the third power.
 *
 * @param iterations at most so many steps of the splitting, or programmes
 * @param relaxation of the splitting, in (0, 2)
 * @param gap the relative duality gap at which an answer counts as the minimum
 */
public record PenalisedRegression(int iterations, double relaxation, double gap) {
  private static final int CHECK_EVERY = 10;
  private static final int BALANCE_EVERY = 40;
  private static final int BALANCE_UNTIL = 2000;

  /** More programmes than ever help. */
  private static final int PROGRAMMES = 30;

  private static final double CONSISTENT = 1e-8;

  /** Checks the settings. */
  public PenalisedRegression {
    BadSetting.require(
        iterations > 0, "iterations", "must be at least 1 but is " + iterations, "Take 5000");
    BadSetting.require(
        relaxation > 0 && relaxation < 2,
        "relaxation",
        "must lie between 0 and 2 but is " + relaxation,
        "Take 1.7");
    BadSetting.require(
        gap > 0 && gap < 1, "gap", "must lie between 0 and 1 but is " + gap, "Take 1e-6");
  }

  /** 5000 iterations, relaxation 1.7, gap 1e-6. */
  public static PenalisedRegression defaults() {
    return new PenalisedRegression(5000, 1.7, 1e-6);
  }

  /** With another limit on the iterations. */
  public PenalisedRegression withIterations(int most) {
    return new PenalisedRegression(most, relaxation, gap);
  }

  /** With another gap. */
  public PenalisedRegression withGap(double relative) {
    return new PenalisedRegression(iterations, relaxation, relative);
  }

  /** The minimum, or how far it got. */
  public PenalisedMinimum solve(PenalisedProblem problem) {
    return solve(problem, List.of());
  }

  /**
   * The minima for these fractions of the largest useful weight, a splitting started from the one
   * before: every weight of the problem is multiplied by fraction · {@link #largestFactor}.
   *
   * @param fractions in (0, 1], best from the largest down
   */
  public List<PenalisedMinimum> path(PenalisedProblem problem, List<Double> fractions) {
    double largest = largestFactor(problem);
    BadSetting.require(
        Double.isFinite(largest),
        "weight",
        "the constraint keeps the penalties from vanishing, so that there is no largest weight",
        "Give the weight itself");
    for (double fraction : fractions) {
      BadSetting.require(
          fraction > 0 && fraction <= 1,
          "weight",
          "a fraction of the largest useful weight lies in (0, 1] but this is " + fraction,
          "Take 1 for the weight from which on nothing changes");
    }
    return pathOf(problem, fractions.stream().map(fraction -> fraction * largest).toList());
  }

  /**
   * The minima with every weight multiplied by these factors, a splitting started from the one
   * before.
   */
  public List<PenalisedMinimum> pathOf(PenalisedProblem problem, List<Double> factors) {
    List<PenalisedMinimum> path = new ArrayList<>();
    for (double factor : factors) {
      List<PenalisedMinimum> last = path.isEmpty() ? List.of() : List.of(path.get(path.size() - 1));
      path.add(solve(problem.times(factor), last));
    }
    return path;
  }

  /**
   * The least s such that with every weight multiplied by s (or more) all penalties vanish at the
   * minimum; infinite when the constraint keeps them from vanishing, 0 when the least-squares
   * solution has none. From above, within the gap.
   *
   * <p>For penalties with a proximal map: with w* the least-squares solution among those without
   * penalty, and b = −∇f(w*): s = max ⟨b, v⟩ / Σ λₖ gₖ(Aₖ v) over C v = 0. Its inverse is a problem
   * of this kind without data. The same holds for planes, with the slopes of the penalties along v
   * where they vanish.
   */
  public double largestFactor(PenalisedProblem problem) {
    return LargestFactor.of(problem, this);
  }

  private PenalisedMinimum solve(PenalisedProblem problem, List<PenalisedMinimum> start) {
    NullSpace constraint = nullSpace(problem.constraint());
    List<Penalty> penalties =
        problem.penalties().stream().filter(penalty -> penalty.weight() > 0).toList();
    if (areProximable(penalties)) {
      return bySplitting(
          new PenalisedSplitting(problem, penalties, constraint, relaxation),
          problem,
          constraint,
          start);
    }
    requirePolyhedral(penalties);
    return byProgrammes(
        new PenalisedProgramme(problem, penalties, constraint), problem, constraint);
  }

  private PenalisedMinimum byProgrammes(
      PenalisedProgramme programme, PenalisedProblem problem, NullSpace constraint) {
    if (constraint.residual() > CONSISTENT) {
      return programme.minimum(new Outcome.Infeasible(problem.constraint().reason()));
    }
    for (int k = 1; k <= Math.min(iterations, PROGRAMMES); k++) {
      programme.iterate();
      PenalisedMinimum here = programme.minimum(new Outcome.Converged(k));
      if (here.gap() <= gap) {
        return here;
      }
    }
    return programme.minimum(new Outcome.IterationLimit(Math.min(iterations, PROGRAMMES)));
  }

  private PenalisedMinimum bySplitting(
      PenalisedSplitting splitting,
      PenalisedProblem problem,
      NullSpace constraint,
      List<PenalisedMinimum> start) {
    if (constraint.residual() > CONSISTENT) {
      return splitting.minimum(new Outcome.Infeasible(problem.constraint().reason()));
    }
    start.forEach(splitting::startFrom);
    for (int k = 1; k <= iterations; k++) {
      splitting.iterate();
      if (k % CHECK_EVERY == 0) {
        PenalisedMinimum here = splitting.minimum(new Outcome.Converged(k));
        if (here.gap() <= gap) {
          return here;
        }
      }
      if (k % BALANCE_EVERY == 0 && k <= BALANCE_UNTIL) {
        splitting.balance();
      }
    }
    return splitting.minimum(new Outcome.IterationLimit(iterations));
  }

  static boolean areProximable(List<Penalty> penalties) {
    return penalties.stream().allMatch(penalty -> penalty.function() instanceof Proximable);
  }

  /** Refuses, by name, penalties that no way to the minimum takes together. */
  static void requirePolyhedral(List<Penalty> penalties) {
    List<String> round = names(penalties, penalty -> !(penalty.function() instanceof Polyhedral));
    if (!round.isEmpty()) {
      throw new Unsupported(
          "penalties-do-not-mix",
          "PenalisedRegression",
          String.join(
                  ", ", names(penalties, penalty -> !(penalty.function() instanceof Proximable)))
              + " has no proximal map, and "
              + String.join(", ", round)
              + " is no maximum of planes",
          "Take penalties that all have a proximal map, or all are polyhedral, as L1 and the"
              + " elastic net are");
    }
  }

  private static List<String> names(List<Penalty> penalties, Predicate<Penalty> those) {
    return penalties.stream()
        .filter(those)
        .map(p -> p.function().getClass().getSimpleName() + " (" + p.reason() + ")")
        .toList();
  }

  static NullSpace nullSpace(Constraint constraint) {
    return NullSpace.byReflections(
        constraint.map().toMatrix(), constraint.target(), Tolerance.RANK);
  }
}
