package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.regress.ImageMetric;
import io.github.sindy4j.regress.NuclearInterpolation;
import io.github.sindy4j.regress.NuclearMinimum;
import io.github.sindy4j.regress.NuclearNorm;
import java.util.Optional;

/**
 * The interpolant of least nuclear norm ‖L(w)‖_*.
 *
 * <p>The truth w* interpolates. An interpolant whose norm is below (1 − 1e-4) ‖L(w*)‖_* therefore
 * proves that the minimum is another, and ends an attempt: what a user, who does not know w*,
 * cannot do.
 */
final class Nuclear implements RecoveryMethod {
  private static final double CLEARLY = 1 - 1e-4;

  private final NuclearInterpolation solver;

  /** That of the last operator: all seeds of a cell share one. */
  private Optional<ImageMetric> metric = Optional.empty();

  Nuclear(NuclearInterpolation solver) {
    this.solver = solver;
  }

  static Nuclear defaults() {
    return new Nuclear(NuclearInterpolation.defaults());
  }

  @Override
  public Attempts on(RecoveryProblem problem) {
    ImageMetric ofMap = metric(problem.map());
    double norm =
        new NuclearNorm(problem.map().rows(), problem.map().cols())
            .value(problem.map().apply(problem.truth()).vec());
    NuclearInterpolation untilRefuted = solver.untilBelow(CLEARLY * norm);
    return new Attempts() {
      private long iterations;

      @Override
      public boolean recovered(int n) {
        NuclearMinimum minimum = untilRefuted.solve(problem.with(n), ofMap);
        iterations += minimum.iterations();
        return problem.isRecovered(minimum.coefficients());
      }

      @Override
      public long iterations() {
        return iterations;
      }
    };
  }

  private synchronized ImageMetric metric(MatrixMap map) {
    ImageMetric known =
        metric.filter(last -> last.map() == map).orElseGet(() -> ImageMetric.of(map));
    metric = Optional.of(known);
    return known;
  }
}
