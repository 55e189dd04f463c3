package io.github.sindy4j;

import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.regress.RowSource.RowChunk;

/** How well given coefficients W predict the responses of rows: Σ‖y − W θ‖² in one pass. */
final class RateScore {
  private RateScore() {}

  static Score of(FormulatedRows rows, Matrix w) {
    int n = w.rows();
    double[] mean = new double[n];
    double[] squares = new double[n];
    double[] errors = new double[n];
    long count = 0;
    for (RowChunk chunk : rows.source().chunks()) {
      Block block = new Block(chunk.rows(), w.cols() + n);
      chunk.fill(block);
      for (int t = 0; t < chunk.rows(); t++) {
        count++;
        for (int i = 0; i < n; i++) {
          double response = block.get(t, w.cols() + i);
          double delta = response - mean[i];
          mean[i] += delta / count;
          squares[i] += delta * (response - mean[i]);
          double error = response - predicted(block, t, w, i);
          errors[i] += error * error;
        }
      }
    }
    return Score.of(Vec.adopt(errors), Vec.adopt(squares), Math.max(1, count));
  }

  private static double predicted(Block block, int t, Matrix w, int i) {
    double sum = 0;
    for (int j = 0; j < w.cols(); j++) {
      double weight = w.get(i, j);
      sum += weight == 0 ? 0 : weight * block.get(t, j);
    }
    return sum;
  }
}
