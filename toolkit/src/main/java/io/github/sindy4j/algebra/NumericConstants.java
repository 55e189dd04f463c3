package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.Optional;

/**
 * Structure constants by least squares, in the given basis v and in an orthonormal one q, v = Q R:
 * there they are cᵢⱼᵏ = ⟨qₖ, [qᵢ, qⱼ]⟩, whatever the lengths and angles of the v.
 */
final class NumericConstants implements StructureConstants {
  private static final double DEPENDENT = 1e-10;

  private final int dimension;
  private final double[] given;
  private final double[] orthonormal;
  private final double residual;

  private NumericConstants(int dimension, double[] given, double[] orthonormal, double residual) {
    this.dimension = dimension;
    this.given = given;
    this.orthonormal = orthonormal;
    this.residual = residual;
  }

  static NumericConstants of(List<Generator> generators) {
    FieldBrackets fields = FieldBrackets.of(generators);
    int d = generators.size();
    double[][] q = new double[d][];
    double[][] r = new double[d][d];
    for (int j = 0; j < d; j++) {
      q[j] = fields.field(j).toArray();
      double whole = fields.field(j).norm();
      double left = orthonormalise(q, r, j);
      if (!(left > DEPENDENT * whole)) {
        throw new BadSetting(
            "dependent-generators",
            "Lie algebra",
            "the generator " + generators.get(j) + " depends on those before it",
            "Leave it out");
      }
    }
    Matrix inverse = Triangle.inverse(Matrix.ofRows(r));
    double[] orthonormal = new double[d * d * d];
    double squares = 0;
    double[][][] brackets = combined(fields, inverse);
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        double[] left = brackets[i][j];
        for (int k = 0; k < d; k++) {
          double c = DotProduct.of(q[k], left);
          orthonormal[(i * d + j) * d + k] = c;
          orthonormal[(j * d + i) * d + k] = -c;
          add(left, -c, q[k]);
        }
        squares += DotProduct.of(left, left);
      }
    }
    return new NumericConstants(d, given(orthonormal, r, inverse), orthonormal, Math.sqrt(squares));
  }

  /** qⱼ of vⱼ and the q before; returns what was left of its length. */
  private static double orthonormalise(double[][] q, double[][] r, int j) {
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < j; k++) {
        double projection = DotProduct.of(q[k], q[j]);
        r[k][j] += projection;
        add(q[j], -projection, q[k]);
      }
    }
    r[j][j] = Vec.of(q[j]).norm();
    for (int i = 0; i < q[j].length; i++) {
      q[j][i] /= r[j][j];
    }
    return r[j][j];
  }

  /** [qᵢ, qⱼ] = Σ (R⁻¹)ₐᵢ (R⁻¹)_bj [vₐ, v_b] for i &lt; j. */
  private static double[][][] combined(FieldBrackets fields, Matrix inverse) {
    int d = inverse.rows();
    double[][][] half = new double[d][d][fields.size()];
    double[][][] whole = new double[d][d][fields.size()];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        double[] bracket = fields.bracket(a, b);
        for (int i = a; i < d; i++) {
          add(half[i][b], inverse.get(a, i), bracket);
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        for (int b = 0; b <= j; b++) {
          add(whole[i][j], inverse.get(b, j), half[i][b]);
        }
      }
    }
    return whole;
  }

  /** The constants of v = Q R: each lower index by R, the upper one by R⁻¹. */
  private static double[] given(double[] orthonormal, double[][] r, Matrix inverse) {
    int d = r.length;
    double[] first = new double[d * d * d];
    double[] second = new double[d * d * d];
    double[] third = new double[d * d * d];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        for (int l = 0; l < d; l++) {
          double c = orthonormal[(a * d + b) * d + l];
          for (int k = 0; k <= l && c != 0; k++) {
            first[(a * d + b) * d + k] += inverse.get(k, l) * c;
          }
        }
      }
    }
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        for (int j = b; j < d; j++) {
          addSlice(second, (a * d + j) * d, r[b][j], first, (a * d + b) * d, d);
        }
      }
    }
    for (int a = 0; a < d; a++) {
      for (int i = a; i < d; i++) {
        addSlice(third, i * d * d, r[a][i], second, a * d * d, d * d);
      }
    }
    return third;
  }

  private static void addSlice(
      double[] target, int to, double factor, double[] source, int from, int length) {
    for (int k = 0; k < length && factor != 0; k++) {
      target[to + k] += factor * source[from + k];
    }
  }

  private static void add(double[] target, double factor, double[] x) {
    for (int i = 0; i < x.length && factor != 0; i++) {
      target[i] += factor * x[i];
    }
  }

  /** The same algebra in the orthonormal basis. */
  NumericCoordinates coordinates(double threshold) {
    return new NumericCoordinates(dimension, orthonormal, threshold);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double get(int i, int j, int k) {
    return given[(i * dimension + j) * dimension + k];
  }

  @Override
  public Optional<Rational> exactly(int i, int j, int k) {
    return Optional.empty();
  }

  @Override
  public double residual() {
    return residual;
  }
}
