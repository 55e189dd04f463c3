package io.github.sindy4j.linalg;

import java.util.Optional;
import java.util.function.Supplier;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;
import org.ojalgo.structure.Access1D;

/**
 * min ½ xᵀ Q x − cᵀ x with A x = a and G x ≤ g, Q symmetric and positive definite.
 *
 * @param q Q, n×n
 * @param c n
 * @param equal A, possibly without rows
 * @param equalTo a
 * @param atMost G, possibly without rows; bounds on single entries are rows of ±I
 * @param limits g
 */
public record QuadraticProgramme(
    Matrix q, Vec c, Matrix equal, Vec equalTo, Matrix atMost, Vec limits) {
  /** For each unknown and row; where many rows meet, active sets may change for ever. */
  private static final int ITERATIONS = 10;

  /** Checks the shapes. */
  public QuadraticProgramme {
    int n = c.size();
    Shape.requireEqual("QuadraticProgramme: rows of Q", n, q.rows());
    Shape.requireEqual("QuadraticProgramme: columns of Q", n, q.cols());
    Shape.requireEqual("QuadraticProgramme: columns of A", n, equal.cols());
    Shape.requireEqual("QuadraticProgramme: rows of A", equal.rows(), equalTo.size());
    Shape.requireEqual("QuadraticProgramme: columns of G", n, atMost.cols());
    Shape.requireEqual("QuadraticProgramme: rows of G", atMost.rows(), limits.size());
  }

  /** The point of least distance to {@code y} with G x ≤ g. */
  public static QuadraticProgramme nearest(Vec y, Matrix atMost, Vec limits) {
    int n = y.size();
    return new QuadraticProgramme(
        Matrix.identity(n), y, Matrix.zeros(0, n), Vec.zeros(0), atMost, limits);
  }

  /**
   * A point with its multipliers.
   *
   * @param x the minimum
   * @param equalMultipliers ν
   * @param atMostMultipliers λ ≥ 0
   * @param residual the largest violation of Q x − c + Aᵀ ν + Gᵀ λ = 0, A x = a, G x ≤ g, λ ≥ 0 and
   *     λᵢ (G x − g)ᵢ = 0, beside the size of x and c: zero at the minimum and nowhere else
   */
  public record Minimum(Vec x, Vec equalMultipliers, Vec atMostMultipliers, double residual) {}

  /** The minimum; empty when no point satisfies the constraints, or none was found. */
  public Optional<Minimum> solve() {
    ConvexSolver.Builder builder = ConvexSolver.newBuilder();
    builder.objective(Store.of(q), column(c));
    if (equal.rows() > 0) {
      builder.equalities(Store.of(equal), column(equalTo));
    }
    if (atMost.rows() > 0) {
      builder.inequalities(Store.of(atMost), column(limits));
    }
    Optimisation.Options options = new Optimisation.Options();
    options.iterations_abort = ITERATIONS * (c.size() + equal.rows() + atMost.rows());
    Optimisation.Result result = builder.build(options).solve();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    Vec x = vec(result, 0, c.size());
    int equalities = equal.rows();
    Vec duals =
        result
            .getDualSolution()
            .map(Supplier::get)
            .map(dual -> vec(dual, 0, dual.size()))
            .filter(dual -> dual.size() == equalities + atMost.rows())
            .orElse(Vec.zeros(equalities + atMost.rows()));
    Vec nu = duals.slice(0, equalities);
    Vec lambda = duals.slice(equalities, duals.size());
    return Optional.of(new Minimum(x, nu, lambda, residual(x, nu, lambda)));
  }

  /** How far x, ν and λ are from satisfying the conditions of Karush, Kuhn and Tucker. */
  private double residual(Vec x, Vec nu, Vec lambda) {
    Vec gradient =
        q.apply(x).minus(c).plus(equal.applyTranspose(nu)).plus(atMost.applyTranspose(lambda));
    double largest = gradient.maxAbs();
    largest = Math.max(largest, equal.apply(x).minus(equalTo).maxAbs());
    Vec slack = limits.minus(atMost.apply(x));
    for (int i = 0; i < slack.size(); i++) {
      largest = Math.max(largest, -slack.get(i));
      largest = Math.max(largest, -lambda.get(i));
      largest = Math.max(largest, Math.abs(Math.min(slack.get(i), lambda.get(i))));
    }
    double size = Math.max(x.maxAbs(), c.maxAbs());
    return size > 0 ? largest / size : largest;
  }

  private static R064Store column(Vec v) {
    return Store.of(Matrix.adopt(v.size(), 1, v.toArray()));
  }

  private static Vec vec(Access1D<?> values, int from, int to) {
    double[] copy = new double[to - from];
    for (int i = from; i < to; i++) {
      copy[i - from] = values.doubleValue(i);
    }
    return Vec.adopt(copy);
  }
}
