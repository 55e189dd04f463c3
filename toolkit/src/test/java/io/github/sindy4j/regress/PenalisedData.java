package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Data for penalised problems. */
final class PenalisedData {
  private PenalisedData() {}

  static Matrix noise(long seed, int rows, int cols) {
    return Rows.gaussian(new SplittableRandom(seed), rows, cols);
  }

  static RegressionSummary summary(Matrix theta, Matrix y) {
    Matrix rows = theta.beside(y);
    TriangularFold fold = new TriangularFold(rows.cols());
    fold.fold(rows);
    return new RegressionSummary(
        theta.cols(), fold.triangle(), Vec.zeros(rows.cols()), theta.rows());
  }

  /** One response, from some of the terms and with noise. */
  static RegressionSummary sparse(long seed, int samples, int terms) {
    Matrix theta = noise(seed, samples, terms);
    Matrix w = noise(seed + 1, terms, 1).map(v -> Math.abs(v) < 0.7 ? 0 : v);
    return summary(theta, theta.times(w).plus(0.3, noise(seed + 2, samples, 1)));
  }

  /** f(w) = ½ ‖w − y‖². */
  static RegressionSummary distanceTo(double... y) {
    Matrix theta = Matrix.identity(y.length).scaled(Math.sqrt(y.length));
    return summary(theta, Matrix.ofColumns(y).scaled(Math.sqrt(y.length)));
  }

  /** Maxima of so many random planes each. */
  static PiecewiseLinear planes(long seed, int terms, boolean offsets, int... sizes) {
    int rows = IntStream.of(sizes).sum();
    Matrix slopes = noise(seed, rows, terms);
    List<TreeMap<Integer, Double>> entries = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      TreeMap<Integer, Double> row = new TreeMap<>();
      for (int j = 0; j < terms; j++) {
        row.put(j, slopes.get(i, j));
      }
      entries.add(row);
    }
    return new PiecewiseLinear(
        SparseMatrix.ofRows(terms, entries),
        offsets ? noise(seed + 1, rows, 1).vec() : Vec.zeros(rows),
        IntStream.of(sizes).boxed().toList());
  }
}
