package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.Optional;

/**
 * min ‖L(w)‖_* over the w with Θ w = y and C w = d, by splitting, a polish to exact rank, and a
 * dual certificate. Deterministic.
 *
 * @param iterations at most so many steps of the splitting
 * @param relaxation a of the splitting, in (0, 2)
 * @param gap the relative duality gap at which an answer counts as the minimum
 * @param tail σ_{r+1}/σ₁ below which the rank counts as r
 */
public record NuclearInterpolation(int iterations, double relaxation, double gap, double tail) {
  /**
   * Both residuals of the splitting at which the first polish is tried, once the rank is stable.
   */
  private static final double FIRST_TRY = 2e-2;

  private static final int STABLE = 3;
  private static final int CHECK_EVERY = 20;
  private static final int BALANCE_EVERY = 50;
  private static final int BALANCE_UNTIL = 1500;

  /** Misses of the equations beyond this are no rounding. */
  private static final double CONSISTENT = 1e-8;

  /** An image below this part of what L makes of such coefficients is zero. */
  private static final double VANISHING = 1e-12;

  /** Isolation below this is taken for a line of equally simple interpolants. */
  private static final double ISOLATED = 1e-5;

  /** Checks the settings. */
  public NuclearInterpolation {
    BadSetting.require(
        iterations > 0, "iterations", "must be at least 1 but is " + iterations, "Take 3000");
    BadSetting.require(
        relaxation > 0 && relaxation < 2,
        "relaxation",
        "must lie between 0 and 2 but is " + relaxation,
        "Take 1.7");
    BadSetting.require(
        gap > 0 && gap < 1, "gap", "must lie between 0 and 1 but is " + gap, "Take 1e-6");
    BadSetting.require(
        tail > 0 && tail < 1, "tail", "must lie between 0 and 1 but is " + tail, "Take 1e-10");
  }

  /** 3000 iterations, relaxation 1.7, gap 1e-6, tail 1e-10. */
  public static NuclearInterpolation defaults() {
    return new NuclearInterpolation(3000, 1.7, 1e-6, 1e-10);
  }

  /** With another limit on the iterations. */
  public NuclearInterpolation withIterations(int most) {
    return new NuclearInterpolation(most, relaxation, gap, tail);
  }

  /** With another gap. */
  public NuclearInterpolation withGap(double relative) {
    return new NuclearInterpolation(iterations, relaxation, relative, tail);
  }

  /** The minimum, or how far it got. */
  public NuclearMinimum solve(InterpolationProblem problem) {
    NullSpace solutions = problem.solutions();
    DataPlane plane = DataPlane.of(problem, solutions);
    Report report = new Report(problem, plane);
    if (solutions.residual() > CONSISTENT) {
      return report.at(plane.origin(), 0, new NuclearMinimum.Inconsistent());
    }
    Splitting splitting = new Splitting(plane, relaxation);
    double scale = Math.sqrt(problem.map().gram().norm()) * splitting.w().norm();
    if (plane.basis().cols() == plane.undetermined()
        || splitting.image().norm() <= VANISHING * scale) {
      return report.at(splitting.w(), 0, new NuclearMinimum.Determined());
    }
    double tryBelow = FIRST_TRY;
    for (int k = 1; k <= iterations; k++) {
      splitting.step();
      if (splitting.residual() < tryBelow && splitting.stableFor() >= STABLE) {
        tryBelow = splitting.residual() / 4;
        Optional<NuclearMinimum> exact = polished(splitting, report, k);
        if (exact.isPresent()) {
          return exact.get();
        }
      }
      if (k % CHECK_EVERY == 0 && splitting.residual() < Math.sqrt(gap)) {
        NuclearMinimum here = report.split(splitting, k, new NuclearMinimum.GapClosed());
        if (here.gap() <= gap) {
          return polished(splitting, report, k).orElse(here);
        }
      }
      if (k % BALANCE_EVERY == 0 && k <= BALANCE_UNTIL) {
        splitting.balance();
      }
    }
    return report.split(splitting, iterations, new NuclearMinimum.IterationLimit(iterations));
  }

  /** The first rank that the splitting may tend to at which the polish ends in a minimum. */
  private Optional<NuclearMinimum> polished(Splitting splitting, Report report, int steps) {
    return splitting
        .ranks()
        .filter(rank -> mayBeIsolated(rank, report.plane()))
        .mapToObj(
            rank ->
                Polish.of(report.plane(), splitting.w(), rank, splitting.dual(), tail)
                    .map(polish -> report.exact(polish, steps))
                    .filter(found -> found.gap() <= gap && found.dataResidual() <= CONSISTENT))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Below the full rank, with no more freedom than equations. */
  private static boolean mayBeIsolated(int r, DataPlane plane) {
    long p = plane.map().rows();
    long q = plane.map().cols();
    return r > 0 && r < Math.min(p, q) && r * (p + q - r) + plane.basis().cols() <= p * q;
  }

  /** Turns iterates into answers. */
  private record Report(InterpolationProblem problem, DataPlane plane) {
    NuclearMinimum exact(Polish polish, int steps) {
      double isolation = Isolation.of(polish.point(), plane);
      return new NuclearMinimum(
          polish.w(),
          polish.point().nuclearNorm(),
          plane.dualValue(polish.dual()),
          problem.residual(polish.w()),
          polish.point().left().cols(),
          polish.point().tail(),
          isolation,
          plane.undetermined(),
          steps,
          isolation > ISOLATED && plane.undetermined() == 0
              ? new NuclearMinimum.Certified()
              : new NuclearMinimum.GapClosed());
    }

    NuclearMinimum split(Splitting splitting, int steps, NuclearMinimum.Ending ending) {
      SingularValues values = SingularValues.of(splitting.image());
      double largest = values.values().maxAbs();
      int rank = values.above(largest * 1e-8);
      return answer(
          splitting.w(),
          values.sum(),
          plane.dualValue(plane.dual(splitting.dual())),
          rank,
          steps,
          ending);
    }

    NuclearMinimum at(Vec w, int steps, NuclearMinimum.Ending ending) {
      Matrix image = problem.map().apply(w);
      SingularValues values = SingularValues.of(image);
      int rank = values.above(values.values().maxAbs() * 1e-8);
      double value = values.sum();
      return answer(w, value, value, rank, steps, ending);
    }

    private NuclearMinimum answer(
        Vec w, double value, double dual, int rank, int steps, NuclearMinimum.Ending ending) {
      return new NuclearMinimum(
          w, value, dual, problem.residual(w), rank, 1e-8, 0, plane.undetermined(), steps, ending);
    }
  }
}
