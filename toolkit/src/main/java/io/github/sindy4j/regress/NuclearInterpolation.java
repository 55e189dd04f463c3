package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
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
 * @param below an interpolant of smaller norm than this ends the search; 0 for none
 */
public record NuclearInterpolation(
    int iterations, double relaxation, double gap, double tail, double below) {
  /**
   * Both residuals of the splitting at which the first polish is tried, once the rank is stable.
   */
  private static final double FIRST_TRY = 2e-2;

  private static final int STABLE = 3;
  private static final int CHECK_EVERY = 20;

  /** How often the norm itself is computed where it may end the search. */
  private static final int LOOK_EVERY = 10;

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
    return new NuclearInterpolation(3000, 1.7, 1e-6, 1e-10, 0);
  }

  /** With another limit on the iterations. */
  public NuclearInterpolation withIterations(int most) {
    return new NuclearInterpolation(most, relaxation, gap, tail, below);
  }

  /** With another gap. */
  public NuclearInterpolation withGap(double relative) {
    return new NuclearInterpolation(iterations, relaxation, relative, tail, below);
  }

  /** Stops with {@link NuclearMinimum.Undercut} at any interpolant whose norm is below this. */
  public NuclearInterpolation untilBelow(double value) {
    BadSetting.require(
        value >= 0, "until below", "must be at least 0 but is " + value, "0 never stops");
    return new NuclearInterpolation(iterations, relaxation, gap, tail, value);
  }

  /** The minimum, or how far it got. */
  public NuclearMinimum solve(InterpolationProblem problem) {
    return solve(problem, ImageMetric.of(problem.map()));
  }

  /** The same, with the metric of the problem's map, which serves all data. */
  public NuclearMinimum solve(InterpolationProblem problem, ImageMetric metric) {
    if (metric.map() != problem.map()) {
      throw new IllegalArgumentException("NuclearInterpolation: the metric is that of another map");
    }
    DataPlane plane = DataPlane.of(problem, metric);
    Report report = new Report(problem, plane);
    if (plane.contradiction() > CONSISTENT) {
      return report.at(plane.origin(), 0, new NuclearMinimum.Inconsistent());
    }
    Splitting splitting = new Splitting(plane, relaxation);
    double scale = metric.size() * plane.coefficients(splitting.v()).norm();
    if (plane.dimension() == 0 || splitting.image().norm() <= VANISHING * scale) {
      return report.at(splitting.v(), 0, new NuclearMinimum.Determined());
    }
    return run(splitting, new Polishing(plane, tail), report);
  }

  private NuclearMinimum run(Splitting splitting, Polishing polishing, Report report) {
    double tryBelow = FIRST_TRY;
    for (int k = 1; k <= iterations; k++) {
      splitting.step();
      if (below > 0 && k % LOOK_EVERY == 0 && splitting.value() < below) {
        return report.split(splitting, k, new NuclearMinimum.Undercut(below));
      }
      if (splitting.residual() < tryBelow
          && splitting.stableFor() >= STABLE
          && polishing.isDue(k)) {
        tryBelow = splitting.residual() / 4;
        Optional<NuclearMinimum> exact = polished(splitting, polishing, report, k);
        if (exact.isPresent()) {
          return exact.get();
        }
      }
      if (k % CHECK_EVERY == 0 && splitting.residual() < Math.sqrt(gap)) {
        NuclearMinimum here = report.split(splitting, k, new NuclearMinimum.GapClosed());
        if (here.gap() <= gap) {
          return polished(splitting, polishing, report, k).orElse(here);
        }
      }
      if (k % BALANCE_EVERY == 0 && k <= BALANCE_UNTIL) {
        splitting.balance();
      }
    }
    return report.split(splitting, iterations, new NuclearMinimum.IterationLimit(iterations));
  }

  /** The first rank that the splitting may tend to at which the polish ends in a minimum. */
  private Optional<NuclearMinimum> polished(
      Splitting splitting, Polishing polishing, Report report, int step) {
    for (int rank : splitting.ranks().toArray()) {
      if (mayBeIsolated(rank, report.plane())) {
        Optional<NuclearMinimum> exact =
            polishing
                .polish(splitting, rank)
                .filter(polish -> report.gap(polish) <= gap)
                .map(polish -> report.exact(polish, step))
                .filter(found -> found.dataResidual() <= CONSISTENT);
        if (exact.isPresent()) {
          return exact;
        }
      }
    }
    polishing.attempted(step);
    return Optional.empty();
  }

  /** Below the full rank, with no more freedom than equations. */
  private static boolean mayBeIsolated(int r, DataPlane plane) {
    long p = plane.map().rows();
    long q = plane.map().cols();
    return r > 0
        && r < Math.min(p, q)
        && r * (p + q - r) + plane.dimension() + plane.undetermined() <= p * q;
  }

  /** Turns iterates into answers. */
  private record Report(InterpolationProblem problem, DataPlane plane) {
    double gap(Polish polish) {
      double value = polish.point().nuclearNorm();
      return (value - plane.dualValue(polish.dual())) / value;
    }

    NuclearMinimum exact(Polish polish, int steps) {
      double isolation = Isolation.of(polish.point(), plane);
      Vec w = plane.coefficients(polish.v());
      return new NuclearMinimum(
          w,
          polish.point().nuclearNorm(),
          plane.dualValue(polish.dual()),
          problem.residual(w),
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
          splitting.v(),
          values.sum(),
          plane.dualValue(plane.dual(splitting.dual())),
          rank,
          steps,
          ending);
    }

    NuclearMinimum at(Vec v, int steps, NuclearMinimum.Ending ending) {
      Matrix image = plane.image(v);
      SingularValues values = SingularValues.of(image);
      int rank = values.above(values.values().maxAbs() * 1e-8);
      double value = values.sum();
      return answer(v, value, value, rank, steps, ending);
    }

    private NuclearMinimum answer(
        Vec v, double value, double dual, int rank, int steps, NuclearMinimum.Ending ending) {
      Vec w = plane.coefficients(v);
      return new NuclearMinimum(
          w, value, dual, problem.residual(w), rank, 1e-8, 0, plane.undetermined(), steps, ending);
    }
  }
}
