package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The test functions of one run, after their context, and the samples beneath them. For one thread.
 */
final class WindowChunk {
  private static final Tolerance PIVOT = new Tolerance(1e-13);
  private static final double FLOOR = 1e-12;

  private final Dataset data;
  private final Library library;
  private final Trajectory trajectory;
  private final WindowRun run;
  private final List<TestWindow> windows = new ArrayList<>();
  private final int from;
  private final int to;

  WindowChunk(Dataset data, Library library, WindowRun run) {
    this.data = data;
    this.library = library;
    this.run = run;
    this.trajectory = data.trajectories().get(run.part().trajectory());
    int low = Integer.MAX_VALUE;
    int high = 0;
    for (int k = run.from() - run.context(); k < run.from() + run.size(); k++) {
      TestWindow window = run.part().windows().window(k);
      windows.add(window);
      low = Math.min(low, window.from());
      high = Math.max(high, window.to());
    }
    this.from = low;
    this.to = high;
  }

  /** The test functions, those of the context first. */
  List<TestWindow> windows() {
    return windows;
  }

  /** The first sample beneath them, counted in the trajectory. */
  int from() {
    return from;
  }

  /** The samples beneath them: states, then controls. */
  Block samples() {
    int n = data.schema().states().size();
    int c = data.schema().controls().size();
    Block x = new Block(to - from, n + c);
    x.setRows(to - from);
    for (int j = 0; j < n; j++) {
      trajectory.states().copyColumn(j, from, to, x.values(), x.offset(j));
    }
    for (int j = 0; j < c; j++) {
      trajectory.controls().copyColumn(j, from, to, x.values(), x.offset(n + j));
    }
    return x;
  }

  /** [∫ φ θ | −∫ φ̇ x] of every test function, row-major. */
  double[] integrals(Block x) {
    int p = library.size();
    int n = data.schema().states().size();
    Block theta = new Block(to - from, p);
    library.evaluate(x, theta);
    FiniteTerms.require(
        theta,
        library,
        data.name(),
        row ->
            "at time " + trajectory.times().get(from + row) + " of trajectory " + trajectory.id());
    double[] rows = new double[windows.size() * (p + n)];
    for (int k = 0; k < windows.size(); k++) {
      TestWindow window = windows.get(k);
      int at = k * (p + n);
      for (int j = 0; j < p; j++) {
        int offset = theta.offset(j) + window.from() - from;
        double sum = 0;
        for (int i = 0; i < window.values().size(); i++) {
          sum += window.values().get(i) * theta.values()[offset + i];
        }
        rows[at + j] = sum;
      }
      for (int c = 0; c < n; c++) {
        rows[at + p + c] = -window.dot(window.slopes(), trajectory.states(), c);
      }
    }
    return rows;
  }

  /** The estimated quadrature errors of −∫ φ̇ x, row-major. */
  double[] errors(Vec refinement) {
    int n = refinement.size();
    double[] rows = new double[windows.size() * n];
    Matrix states = trajectory.states();
    for (int k = 0; k < windows.size() && refinement.maxAbs() > 0; k++) {
      WindowErrors errors = run.part().windows().errors(run.from() - run.context() + k);
      for (int c = 0; c < n; c++) {
        rows[k * n + c] = -refinement.get(c) * windows.get(k).dot(errors.fine(), states, c);
      }
    }
    return rows;
  }

  /** The largest number of test functions by which two that overlap are apart. */
  int overlap() {
    int most = 0;
    int first = 0;
    for (int k = 0; k < windows.size(); k++) {
      while (windows.get(first).to() <= windows.get(k).from()) {
        first++;
      }
      most = Math.max(most, k - first);
    }
    return most;
  }

  /**
   * The factor of a covariance, whose lower half is given column by column. It is positive definite
   * but for rounding; what rounding takes is given back on the diagonal.
   */
  static BandedCholesky factor(int size, int width, double[] lower) {
    double floor = FLOOR;
    while (true) {
      double[] raised = lower.clone();
      for (int j = 0; j < size; j++) {
        raised[j * (width + 1)] *= 1 + floor;
      }
      Optional<BandedCholesky> factor =
          BandedCholesky.of(SymmetricBand.adopt(size, width, raised), PIVOT);
      if (factor.isPresent()) {
        return factor.get();
      }
      floor *= 10;
    }
  }
}
