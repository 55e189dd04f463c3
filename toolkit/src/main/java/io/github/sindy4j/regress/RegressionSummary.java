package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;

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
    TriangularFold fold = new TriangularFold(triangle.cols());
    fold.fold(triangle);
    fold.fold(other.triangle);
    return new RegressionSummary(
        terms, fold.triangle(), columnSums.plus(other.columnSums), samples + other.samples);
  }

  /** ‖y_i − Θ w‖² for equation i. */
  public double squaredError(int equation, Vec w) {
    double sum = 0;
    for (int r = 0; r < triangle.rows(); r++) {
      double residual = triangle.get(r, terms + equation);
      for (int j = r; j < terms; j++) {
        double coefficient = w.get(j);
        residual -= coefficient == 0 ? 0 : triangle.get(r, j) * coefficient;
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
