package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Rows [Θ | Y] held in memory, in chunks of one size that are dealt to the folds in turn. */
record Rows(Matrix theta, Matrix y, Matrix errors, int chunk, int folds) implements RowSource {
  /** Exact responses. */
  static Rows of(Matrix theta, Matrix y) {
    return new Rows(theta, y, Matrix.zeros(y.rows(), y.cols()), 16, 5);
  }

  static Matrix gaussian(SplittableRandom random, int rows, int cols) {
    double[] values = new double[rows * cols];
    Arrays.setAll(values, k -> random.nextGaussian());
    return Matrix.adopt(rows, cols, values);
  }

  /** Y = Θ Wᵀ + level · white noise. */
  static Rows planted(SplittableRandom random, Matrix theta, Matrix w, double level) {
    double[] y = theta.times(w.transpose()).toArray();
    for (int k = 0; k < y.length; k++) {
      y[k] += level * random.nextGaussian();
    }
    return of(theta, Matrix.adopt(theta.rows(), w.rows(), y));
  }

  Rows dealt(int newChunk, int newFolds) {
    return new Rows(theta, y, errors, newChunk, newFolds);
  }

  Rows withErrors(Matrix newErrors) {
    return new Rows(theta, y, newErrors, chunk, folds);
  }

  /** [Θ | Y]. */
  Matrix both() {
    double[][] columns = new double[theta.cols() + y.cols()][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = (j < theta.cols() ? theta.col(j) : y.col(j - theta.cols())).toArray();
    }
    return Matrix.ofColumns(columns);
  }

  /** The rows of one fold only, or of all others. */
  Rows part(int fold, boolean inside) {
    List<double[]> left = new ArrayList<>();
    List<double[]> right = new ArrayList<>();
    for (int t = 0; t < theta.rows(); t++) {
      if ((t / chunk % folds == fold) == inside) {
        left.add(theta.row(t).toArray());
        right.add(y.row(t).toArray());
      }
    }
    return of(
        Matrix.ofRows(left.toArray(new double[0][])),
        Matrix.ofRows(right.toArray(new double[0][])));
  }

  RegressionProblem problem() {
    return RegressionProblem.of(Folding.fold(this, Progress.NONE));
  }

  RegressionProblem problem(Constraint constraint) {
    return new RegressionProblem(Folding.fold(this, Progress.NONE), constraint);
  }

  @Override
  public Size size() {
    return new Size(theta.cols(), y.cols(), folds);
  }

  @Override
  public List<RowChunk> chunks() {
    List<RowChunk> chunks = new ArrayList<>();
    for (int from = 0; from < theta.rows(); from += chunk) {
      chunks.add(new Piece(this, from, Math.min(chunk, theta.rows() - from)));
    }
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    double[] sums = new double[y.cols()];
    Arrays.setAll(sums, i -> errors.col(i).dot(errors.col(i)));
    return Vec.adopt(sums);
  }

  private record Piece(Rows all, int from, int rows) implements RowChunk {
    @Override
    public long first() {
      return from;
    }

    @Override
    public int fold() {
      return from / all.chunk % all.folds;
    }

    @Override
    public void fill(Block target) {
      target.setRows(rows);
      int p = all.theta.cols();
      for (int j = 0; j < p; j++) {
        all.theta.copyColumn(j, from, from + rows, target.values(), target.offset(j));
      }
      for (int i = 0; i < all.y.cols(); i++) {
        all.y.copyColumn(i, from, from + rows, target.values(), target.offset(p + i));
      }
    }

    @Override
    public void fillErrors(Block target) {
      target.setRows(rows);
      for (int i = 0; i < all.errors.cols(); i++) {
        all.errors.copyColumn(i, from, from + rows, target.values(), target.offset(i));
      }
    }
  }
}
