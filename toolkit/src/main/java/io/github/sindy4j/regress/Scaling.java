package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The same problem in other units: columns θⱼ/cⱼ and responses yᵢ/sᵢ, so that wᵢⱼ = vᵢⱼ sᵢ/cⱼ.
 *
 * @param columns cⱼ &gt; 0
 * @param responses sᵢ &gt; 0
 */
record Scaling(Vec columns, Vec responses) {
  /** Everything of length 1; what is zero stays as it is. */
  static Scaling toLengthOne(RegressionSummary whole) {
    double[] lengths =
        Arrays.stream(whole.triangle().columnNorms().toArray())
            .map(length -> length > 0 ? length : 1)
            .toArray();
    Vec all = Vec.adopt(lengths);
    return new Scaling(
        all.slice(0, whole.terms()), all.slice(whole.terms(), whole.triangle().cols()));
  }

  /** Nothing changes. */
  static Scaling none(RegressionSummary whole) {
    return new Scaling(
        Vec.zeros(whole.terms()).map(zero -> 1), Vec.zeros(whole.responses()).map(zero -> 1));
  }

  /** The summary of the rows in the new units. */
  RegressionSummary apply(RegressionSummary summary) {
    int q = summary.triangle().cols();
    double[] scaled = summary.triangle().toArray();
    double[] sums = summary.columnSums().toArray();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] /= unit(k % q);
    }
    Arrays.setAll(sums, c -> sums[c] / unit(c));
    return new RegressionSummary(
        summary.terms(), Matrix.adopt(q, q, scaled), Vec.adopt(sums), summary.samples());
  }

  /** A vec(W) = d as a demand on V. */
  Constraint apply(Constraint constraint) {
    Matrix a = constraint.map().toMatrix();
    double[] scaled = a.toArray();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= factor(k % a.cols());
    }
    return new Constraint(
        Matrix.adopt(a.rows(), a.cols(), scaled), constraint.target(), constraint.reason());
  }

  /** wᵢⱼ/vᵢⱼ at a position of vec(W). */
  double factor(int position) {
    int terms = columns.size();
    return responses.get(position / terms) / columns.get(position % terms);
  }

  /** W from V. */
  Matrix back(Matrix v) {
    double[] w = v.toArray();
    IntStream.range(0, w.length).forEach(k -> w[k] *= w[k] == 0 ? 1 : factor(k));
    return Matrix.adopt(v.rows(), v.cols(), w);
  }

  private double unit(int column) {
    return column < columns.size() ? columns.get(column) : responses.get(column - columns.size());
  }
}
