package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.*;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PenalisedProgrammeTest {
  private static Matrix noise(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    return Matrix.adopt(
        rows, cols, Vec.zeros(rows * cols).map(zero -> random.nextGaussian()).toArray());
  }

  private static RegressionSummary summary(Matrix theta, Matrix y) {
    int p = theta.cols();
    int q = p + y.cols();
    double[] rows = new double[theta.rows() * q];
    for (int t = 0; t < theta.rows(); t++) {
      for (int j = 0; j < q; j++) {
        rows[t * q + j] = j < p ? theta.get(t, j) : y.get(t, j - p);
      }
    }
    TriangularFold fold = new TriangularFold(q);
    fold.fold(Matrix.adopt(theta.rows(), q, rows));
    return new RegressionSummary(p, fold.triangle(), Vec.zeros(q), theta.rows());
  }

  private static RegressionSummary someData(long seed, int samples, int terms) {
    Matrix theta = noise(seed, samples, terms);
    Matrix w = noise(seed + 1, terms, 1).map(v -> Math.abs(v) < 0.7 ? 0 : v);
    return summary(theta, theta.times(w).plus(0.3, noise(seed + 2, samples, 1)));
  }

  @Test
  void experiment() {
    for (int[] size : new int[][] {{30, 8}, {6, 10}, {200, 60}, {30, 60}, {400,200}}) {
      for (double weight : new double[] {0.001, 0.03, 0.3, 3, 100}) {
        PenalisedProblem l1 =
            PenalisedProblem.of(
                someData(3, size[0], size[1]), List.of(Penalty.onCoefficients(weight, new L1(), size[1], "few")));
        PenalisedProblem qp =
            PenalisedProblem.of(
                l1.data(), List.of(Penalty.onCoefficients(weight, PiecewiseLinear.absoluteValues(size[1]), size[1], "few")));
        PenalisedRegression solver = PenalisedRegression.defaults().withGap(1e-10);
        long t0 = System.nanoTime();
        PenalisedMinimum a = solver.solve(l1);
        long t1 = System.nanoTime();
        System.out.println(size[0] + " " + size[1] + " " + weight);
        PenalisedMinimum b = solver.solve(qp);
        long t2 = System.nanoTime();
        System.out.println(a.value() + " " + a.gap() + " " + a.outcome() + " " + (t1-t0)/1e9);
        System.out.println(b.value() + " " + b.gap() + " " + b.outcome() + " " + (t2-t1)/1e9 + " " + a.coefficients().minus(b.coefficients()).maxAbs());
      }
    }
  }
}
