package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * Among all w ∈ Rᶠ with Θ w = y and C w = d, one whose L(w) is simple: of small nuclear norm, or of
 * small rank.
 *
 * @param map L : Rᶠ → R^(P×q)
 * @param data Θ, n×F; for several outputs the rows of all, one output after the other
 * @param values y, n entries
 * @param constraint C and d
 */
public record InterpolationProblem(
    MatrixMap map, LinearMap data, Vec values, Constraint constraint) {
  /** Checks the shapes. */
  public InterpolationProblem {
    require("columns of the data", map.unknowns(), data.cols());
    require("number of values", data.rows(), values.size());
    require("columns of the constraint", map.unknowns(), constraint.map().cols());
  }

  /** Without a constraint. */
  public static InterpolationProblem of(MatrixMap map, LinearMap data, Vec values) {
    return new InterpolationProblem(map, data, values, Constraint.none(map.unknowns()));
  }

  /**
   * Outputs that share their rows: Θ W = Y column by column, with w = vec(Wᵀ): output by output,
   * term by term.
   *
   * @param theta n×p
   * @param y n×k, one output a column
   */
  public static InterpolationProblem ofOutputs(MatrixMap map, Matrix theta, Matrix y) {
    int n = theta.rows();
    int p = theta.cols();
    int k = y.cols();
    double[] data = new double[n * k * p * k];
    double[] values = new double[n * k];
    for (int output = 0; output < k; output++) {
      for (int i = 0; i < n; i++) {
        int row = output * n + i;
        values[row] = y.get(i, output);
        for (int j = 0; j < p; j++) {
          data[row * p * k + output * p + j] = theta.get(i, j);
        }
      }
    }
    return of(map, Matrix.adopt(n * k, p * k, data), Vec.adopt(values));
  }

  /**
   * {@code {w : Θ w = y, C w = d}} = w₀ + B z: the shortest such w, and an orthonormal basis of the
   * directions that the equations leave free. The residual is that of both together; when it is not
   * small, no w satisfies them.
   */
  public NullSpace solutions() {
    return NullSpace.byReflections(equations(), rightSides(), Tolerance.RANK);
  }

  /** Θ over C. */
  Matrix equations() {
    Matrix theta = data.toMatrix();
    Matrix c = constraint.map().toMatrix();
    int f = map.unknowns();
    double[] rows = Arrays.copyOf(theta.toArray(), (theta.rows() + c.rows()) * f);
    System.arraycopy(c.toArray(), 0, rows, theta.rows() * f, c.rows() * f);
    return Matrix.adopt(theta.rows() + c.rows(), f, rows);
  }

  /** y over d. */
  Vec rightSides() {
    double[] right = Arrays.copyOf(values.toArray(), values.size() + constraint.target().size());
    System.arraycopy(
        constraint.target().toArray(), 0, right, values.size(), constraint.target().size());
    return Vec.adopt(right);
  }

  /** ‖(Θ w − y, C w − d)‖ beside ‖(y, d)‖ (absolute when both are 0). */
  public double residual(Vec w) {
    double error =
        Math.hypot(
            data.apply(w).minus(values).norm(),
            constraint.map().apply(w).minus(constraint.target()).norm());
    double size = Math.hypot(values.norm(), constraint.target().norm());
    return size == 0 ? error : error / size;
  }

  private static void require(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "InterpolationProblem: " + what + " must be " + expected + " but is " + actual);
    }
  }
}
