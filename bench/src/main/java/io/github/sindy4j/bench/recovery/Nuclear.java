package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import io.github.sindy4j.regress.NuclearInterpolation;
import io.github.sindy4j.regress.NuclearMinimum;

/** The interpolant of least nuclear norm ‖L(w)‖_*. */
record Nuclear(NuclearInterpolation solver) implements RecoveryMethod {
  static Nuclear defaults() {
    return new Nuclear(NuclearInterpolation.defaults());
  }

  @Override
  public Attempts on(RecoveryProblem problem) {
    return new Attempts() {
      private long iterations;

      @Override
      public boolean recovered(int n) {
        NuclearMinimum minimum = solver.solve(problem.with(n));
        iterations += minimum.iterations();
        return problem.isRecovered(minimum.coefficients());
      }

      @Override
      public long iterations() {
        return iterations;
      }
    };
  }
}
