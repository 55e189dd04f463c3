package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Least squares as in a textbook, for small well-conditioned problems: normal equations, Lagrange
 * multipliers, Gauss.
 */
final class Naive {
  private Naive() {}

  /**
   * argmin Σᵢ (‖yᵢ − Θ wᵢ‖² + ridge ‖wᵢ‖²)/sᵢ² with A vec(W) = d and vec(W) = 0 outside {@code
   * support}; empty when there is none.
   */
  static Optional<Matrix> solve(
      Rows rows, List<Integer> support, Matrix a, Vec d, Vec scales, double ridge) {
    int p = rows.theta().cols();
    int n = rows.y().cols();
    int k = support.size();
    int size = k + a.rows();
    double[][] m = new double[size][size + 1];
    for (int u = 0; u < k; u++) {
      int equation = support.get(u) / p;
      double weight = 1 / (scales.get(equation) * scales.get(equation));
      Vec column = rows.theta().col(support.get(u) % p);
      for (int v = 0; v < k; v++) {
        boolean same = support.get(v) / p == equation;
        m[u][v] = same ? weight * column.dot(rows.theta().col(support.get(v) % p)) : 0;
      }
      m[u][u] += weight * ridge;
      m[u][size] = weight * column.dot(rows.y().col(equation));
      for (int r = 0; r < a.rows(); r++) {
        m[u][k + r] = a.get(r, support.get(u));
        m[k + r][u] = a.get(r, support.get(u));
      }
    }
    for (int r = 0; r < a.rows(); r++) {
      m[k + r][size] = d.get(r);
    }
    return gauss(m)
        .map(
            x -> {
              double[] w = new double[n * p];
              for (int u = 0; u < k; u++) {
                w[support.get(u)] = x[u];
              }
              return Matrix.adopt(n, p, w);
            });
  }

  static Matrix free(Rows rows, List<Integer> support) {
    int unknowns = rows.theta().cols() * rows.y().cols();
    return solve(rows, support, Matrix.zeros(0, unknowns), Vec.zeros(0), ones(rows), 0)
        .orElseThrow();
  }

  static Vec ones(Rows rows) {
    return Vec.zeros(rows.y().cols()).map(zero -> 1);
  }

  static List<Integer> all(Rows rows) {
    List<Integer> all = new ArrayList<>();
    for (int k = 0; k < rows.theta().cols() * rows.y().cols(); k++) {
      all.add(k);
    }
    return all;
  }

  static List<Integer> without(List<Integer> support, int position) {
    return support.stream().filter(k -> k != position).toList();
  }

  /** ‖yᵢ − Θ w‖². */
  static double squaredError(Rows rows, int equation, Vec w) {
    Vec r = rows.y().col(equation).minus(rows.theta().apply(w));
    return r.dot(r);
  }

  /** Σᵢ ‖yᵢ − Θ wᵢ‖²/sᵢ². */
  static double objective(Rows rows, Matrix w, Vec scales) {
    double sum = 0;
    for (int i = 0; i < w.rows(); i++) {
      sum += squaredError(rows, i, w.row(i)) / (scales.get(i) * scales.get(i));
    }
    return sum;
  }

  /** Gauss and Jordan with pivots from the whole matrix; what stays free is zero. */
  private static Optional<double[]> gauss(double[][] m) {
    int n = m.length;
    int[] pivotColumn = new int[n];
    boolean[] taken = new boolean[n];
    int rank = 0;
    while (rank < n) {
      int row = rank;
      int column = -1;
      double largest = 1e-9;
      for (int i = rank; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (!taken[j] && Math.abs(m[i][j]) > largest) {
            largest = Math.abs(m[i][j]);
            row = i;
            column = j;
          }
        }
      }
      if (column < 0) {
        break;
      }
      double[] swap = m[row];
      m[row] = m[rank];
      m[rank] = swap;
      taken[column] = true;
      pivotColumn[rank] = column;
      for (int i = 0; i < n; i++) {
        double factor = i == rank ? 0 : m[i][column] / m[rank][column];
        for (int j = 0; j <= n && factor != 0; j++) {
          m[i][j] -= factor * m[rank][j];
        }
      }
      rank++;
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      if (i < rank) {
        x[pivotColumn[i]] = m[i][n] / m[i][pivotColumn[i]];
      } else if (Math.abs(m[i][n]) > 1e-7) {
        return Optional.empty();
      }
    }
    return Optional.of(x);
  }
}
