package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that least squares needs to know of N rows [θ | y]: the triangular factor R, (p+n)×(p+n), of
 * their QR decomposition.
 *
 * <p>‖y_i − Θ w‖² = ‖R (w, −e_i)‖² for every w. Memory does not depend on N; nothing is squared.
 *
 * @param terms p
 * @param triangle R
 * @param columnSums Σₜ of every column
 * @param samples N
 */
public record RegressionSummary(int terms, Matrix triangle, Vec columnSums, long samples) {
  /** Checks the shapes. */
  public RegressionSummary {
    int q = triangle.cols();
    if (triangle.rows() != q || columnSums.size() != q || terms < 0 || terms > q) {
      throw new IllegalArgumentException(
          "RegressionSummary: "
              + terms
              + " terms, triangle "
              + triangle.rows()
              + "×"
              + q
              + ", "
              + columnSums.size()
              + " sums");
    }
  }

  /** The summary of no rows. */
  static RegressionSummary empty(RowSource.Size size) {
    int q = size.terms() + size.responses();
    return new RegressionSummary(size.terms(), Matrix.zeros(q, q), Vec.zeros(q), 0);
  }

  /** n. */
  public int responses() {
    return triangle.cols() - terms;
  }

  /** The summary of the rows of both. */
  public RegressionSummary merge(RegressionSummary other) {
    return merged(List.of(this, other));
  }

  /** The summary of the rows of all; of one it is that one. */
  static RegressionSummary merged(List<RegressionSummary> parts) {
    RegressionSummary any = parts.get(0);
    if (parts.size() == 1) {
      return any;
    }
    Vec sums = Vec.zeros(any.columnSums.size());
    long samples = 0;
    for (RegressionSummary part : parts) {
      sums = sums.plus(part.columnSums);
      samples += part.samples;
    }
    Matrix triangle =
        TriangularFold.merged(parts.stream().map(RegressionSummary::triangle).toList());
    return new RegressionSummary(any.terms, triangle, sums, samples);
  }

  /** The same rows and √ridge eⱼ for each term: least squares then add ridge ‖w‖². */
  RegressionSummary withRidge(double ridge) {
    if (ridge == 0) {
      return this;
    }
    Block rows = new Block(Math.max(1, terms), triangle.cols());
    rows.setRows(terms);
    for (int j = 0; j < terms; j++) {
      rows.set(j, j, Math.sqrt(ridge));
    }
    TriangularFold fold = new TriangularFold(triangle.cols());
    fold.fold(triangle);
    fold.fold(rows);
    return new RegressionSummary(terms, fold.triangle(), columnSums, samples);
  }

  /** ‖y_i − Θ w‖² for equation i. */
  public double squaredError(int equation, Vec w) {
    int[] active = IntStream.range(0, terms).filter(j -> w.get(j) != 0).toArray();
    double sum = 0;
    int first = 0;
    for (int r = 0; r < triangle.rows(); r++) {
      while (first < active.length && active[first] < r) {
        first++;
      }
      double residual = triangle.get(r, terms + equation);
      for (int a = first; a < active.length; a++) {
        residual -= triangle.get(r, active[a]) * w.get(active[a]);
      }
      sum += residual * residual;
    }
    return sum;
  }

  /** Σₜ (y_{t,i} − ȳ_i)² for equation i. */
  public double totalSquares(int equation) {
    double sum = columnSums.get(terms + equation);
    double squares = 0;
    for (int r = 0; r <= terms + equation; r++) {
      squares += triangle.get(r, terms + equation) * triangle.get(r, terms + equation);
    }
    return Math.max(0, squares - sum * sum / Math.max(1, samples));
  }

  /** The mean square of a response around its mean; around zero where it is constant; else 1. */
  public double variance(int equation) {
    double length = triangle.col(terms + equation).norm();
    double fallback = length * length / Math.max(1, samples);
    double around = totalSquares(equation) / Math.max(1, samples);
    double variance = around > 1e-24 * fallback ? around : fallback;
    return variance > 0 ? variance : 1;
  }
}
