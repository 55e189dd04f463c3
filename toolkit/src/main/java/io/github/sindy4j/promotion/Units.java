package io.github.sindy4j.promotion;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Constraint;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.symmetry.Fibre;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The units in which a promotion is computed, so that its answer does not depend on the user's: y_i
 * = s_i ỹ_i with s_i the spread of response i, θ_j = c_j θ̃_j with c_j the root mean square of term
 * j, w_ij = w̃_ij s_i/c_j.
 *
 * @param outputs s
 * @param terms c
 */
record Units(Vec outputs, Vec terms) {
  /** A rate smaller than this part of what its range and the fastest rate make counts as none. */
  private static final double NEGLIGIBLE = 1e-6;

  /** Beside the largest entry of a row, smaller ones are left over from rounding. */
  private static final double ROUNDING = 1e-14;

  static Units of(PromotionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    double rows = Math.sqrt((double) Math.max(1, whole.samples()));
    double[] terms = new double[whole.terms()];
    for (int j = 0; j < terms.length; j++) {
      double size = whole.triangle().col(j).norm() / rows;
      terms[j] = size > 0 ? size : 1;
    }
    double[] outputs = new double[whole.responses()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = Math.sqrt(whole.variance(i));
    }
    return new Units(
        problem.fibre() instanceof Fibre.Pushforward ? floored(outputs, problem) : Vec.of(outputs),
        Vec.adopt(terms));
  }

  private static Vec floored(double[] spreads, PromotionProblem problem) {
    double fastest = 0;
    for (int i = 0; i < spreads.length; i++) {
      boolean moves =
          problem.data().whole().triangle().col(problem.library().size() + i).maxAbs() > 0;
      double pace = spreads[i] / problem.region().halfWidth(i);
      fastest = moves ? Math.max(fastest, pace) : fastest;
    }
    double[] floored = new double[spreads.length];
    for (int i = 0; i < spreads.length; i++) {
      boolean moves =
          problem.data().whole().triangle().col(problem.library().size() + i).maxAbs() > 0;
      double least = fastest * problem.region().halfWidth(i);
      floored[i] = moves ? Math.max(spreads[i], NEGLIGIBLE * least) : least > 0 ? least : 1;
    }
    return Vec.adopt(floored);
  }

  /** The rows in these units. */
  RegressionSummary scaled(RegressionSummary rows) {
    int p = terms.size();
    int q = rows.triangle().cols();
    double[] triangle = rows.triangle().toArray();
    for (int k = 0; k < triangle.length; k++) {
      triangle[k] /= unit(k % q, p);
    }
    double[] sums = rows.columnSums().toArray();
    for (int j = 0; j < q; j++) {
      sums[j] /= unit(j, p);
    }
    return new RegressionSummary(p, Matrix.adopt(q, q, triangle), Vec.adopt(sums), rows.samples());
  }

  private double unit(int column, int p) {
    return column < p ? terms.get(column) : outputs.get(column - p);
  }

  /** vec(W) of vec(W̃). */
  Vec coefficients(Vec scaled) {
    double[] w = scaled.toArray();
    for (int u = 0; u < w.length; u++) {
      w[u] *= factor(u);
    }
    return Vec.adopt(w);
  }

  /** s_i/c_j at position i p + j. */
  private double factor(int unknown) {
    return outputs.get(unknown / terms.size()) / terms.get(unknown % terms.size());
  }

  /** The map of vec(W̃) that does what this one does to vec(W). */
  SparseMatrix onScaled(SparseMatrix map) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int r = 0; r < map.rows(); r++) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      map.row(r).forEach((u, value) -> row.put(u, value * factor(u)));
      double largest = row.values().stream().mapToDouble(Math::abs).max().orElse(0);
      row.values().removeIf(value -> Math.abs(value) <= ROUNDING * largest);
      rows.add(row);
    }
    return SparseMatrix.ofRows(map.cols(), rows);
  }

  /** The same demand on vec(W̃), each row of length 1. */
  Constraint onScaled(Constraint constraint) {
    LinearMap map = constraint.map();
    double[] rows = map.toMatrix().toArray();
    double[] target = constraint.target().toArray();
    int unknowns = map.cols();
    for (int r = 0; r < target.length; r++) {
      double square = 0;
      for (int u = 0; u < unknowns; u++) {
        rows[r * unknowns + u] *= factor(u);
        square += rows[r * unknowns + u] * rows[r * unknowns + u];
      }
      double length = square > 0 ? Math.sqrt(square) : 1;
      for (int u = 0; u < unknowns; u++) {
        rows[r * unknowns + u] /= length;
      }
      target[r] /= length;
    }
    return new Constraint(
        Matrix.adopt(target.length, unknowns, rows), Vec.adopt(target), constraint.reason());
  }
}
