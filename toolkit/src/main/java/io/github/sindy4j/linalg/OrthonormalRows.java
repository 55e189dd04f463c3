package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Equations Q x = c with the solutions of A x = b, where Q Qᵀ = I.
 *
 * <p>By the Gram–Schmidt process, twice over every row, in blocks: most of the work is products of
 * matrices. A row that adds no direction of its own is left out; by how much b contradicts such
 * rows is the residual.
 *
 * @param rows Q, r×n, its rows in the order in which those of A bring new directions
 * @param right c
 * @param residual the largest contradiction, beside ‖b‖ unless that is 0
 */
public record OrthonormalRows(Matrix rows, Vec right, double residual) {
  private static final int BLOCK = 48;

  /** Of any A: a remainder that is zero beside its row, in the tolerance, is no direction. */
  public static OrthonormalRows of(Matrix a, Vec b, Tolerance tolerance) {
    Shape.requireEqual("OrthonormalRows: size of b", a.rows(), b.size());
    Run run = new Run(a, b, tolerance);
    for (int from = 0; from < a.rows(); from += BLOCK) {
      run.take(from, Math.min(a.rows(), from + BLOCK));
    }
    double size = b.norm();
    return new OrthonormalRows(
        run.rows(), Vec.of(run.right()), size == 0 ? run.missed : run.missed / size);
  }

  /** x − Qᵀ(Q x − c), the nearest solution to x. */
  public Vec nearest(Vec x) {
    return without(x, right);
  }

  /** x − QᵀQ x, the part of x along which solutions stay solutions. */
  public Vec free(Vec x) {
    return without(x, Vec.zeros(right.size()));
  }

  /** Qᵀ c, the shortest solution. */
  public Vec shortest() {
    return rows.applyTranspose(right);
  }

  /** Row after row, each read once: as the rows are orthonormal, their order is no matter. */
  private Vec without(Vec x, Vec sides) {
    Shape.requireEqual("OrthonormalRows: size of x", rows.cols(), x.size());
    double[] left = x.toArray();
    double[] q = rows.entries();
    for (int i = 0; i < sides.size(); i++) {
      double share = DotProduct.of(left, 0, q, i * left.length, left.length) - sides.get(i);
      Products.add(left, -share, q, i * left.length, 0, left.length);
    }
    return Vec.adopt(left);
  }

  /** The rows taken so far; mutable while it runs. */
  private static final class Run {
    private final Matrix a;
    private final Vec b;
    private final Tolerance tolerance;
    private final int n;
    private final double[] done;
    private final double[] right;
    private int rank;
    private double missed;

    Run(Matrix a, Vec b, Tolerance tolerance) {
      this.a = a;
      this.b = b;
      this.tolerance = tolerance;
      this.n = a.cols();
      this.done = new double[Math.min(a.rows(), n) * n];
      this.right = new double[Math.min(a.rows(), n)];
    }

    Matrix rows() {
      return Matrix.adopt(rank, n, Arrays.copyOf(done, rank * n));
    }

    double[] right() {
      return Arrays.copyOf(right, rank);
    }

    void take(int from, int to) {
      Matrix block = a.rowsAt(IntStream.range(from, to).toArray());
      double[] values = b.slice(from, to).toArray();
      for (int pass = 0; pass < 2 && rank > 0; pass++) {
        Matrix q = rows();
        Matrix shares = q.timesTranspose(block);
        block = block.minus(shares.transposeTimes(q));
        Vec inRight = shares.applyTranspose(Vec.of(right()));
        for (int i = 0; i < values.length; i++) {
          values[i] -= inRight.get(i);
        }
      }
      int first = rank;
      double[] rows = block.toArray();
      for (int i = 0; i < values.length; i++) {
        takeOne(Arrays.copyOfRange(rows, i * n, (i + 1) * n), values[i], first, from + i);
      }
    }

    private void takeOne(double[] row, double value, int first, int place) {
      double left = value;
      for (int pass = 0; pass < 2; pass++) {
        for (int k = first; k < rank; k++) {
          double share = DotProduct.of(row, 0, done, k * n, row.length);
          Products.add(row, -share, done, k * n, 0, n);
          left -= share * right[k];
        }
      }
      double length = Vec.of(row).norm();
      double whole = a.row(place).norm();
      if (rank == n || length == 0 || tolerance.isZero(length, whole)) {
        missed = Math.max(missed, Math.abs(left));
        return;
      }
      for (int j = 0; j < n; j++) {
        done[rank * n + j] = row[j] / length;
      }
      right[rank++] = left / length;
    }
  }
}
