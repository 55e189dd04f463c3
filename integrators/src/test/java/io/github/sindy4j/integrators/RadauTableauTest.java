package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Matrix;
import org.junit.jupiter.api.Test;

class RadauTableauTest {
  private static final double[] C = {RadauTableau.C1, RadauTableau.C2, 1};

  /** A, from its definition: Σⱼ aᵢⱼ cⱼᵏ⁻¹ = cᵢᵏ/k for k = 1, 2, 3, by Lagrange's polynomials. */
  private static double[][] a() {
    double[][] a = new double[3][3];
    for (int j = 0; j < 3; j++) {
      double p = C[(j + 1) % 3];
      double q = C[(j + 2) % 3];
      double scale = (C[j] - p) * (C[j] - q);
      for (int i = 0; i < 3; i++) {
        double c = C[i];
        a[i][j] = (c * c * c / 3 - (p + q) * c * c / 2 + p * q * c) / scale;
      }
    }
    return a;
  }

  @Test
  void theTransformationIsInvertedByItsInverse() {
    double[][] w = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    double[][] z = new double[3][3];
    RadauTableau.toStages(w, z);
    RadauTableau.fromStages(z, z);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(w[i][j], z[i][j], 1e-15);
      }
    }
  }

  /** A T Λ = T, which is T⁻¹ A⁻¹ T = Λ without an inverse. */
  @Test
  void theBasisMakesTheInverseOfAOneRealAndOneComplexNumber() {
    double[][] t = new double[3][3];
    RadauTableau.toStages(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, t);
    Matrix lambda =
        Matrix.ofRows(
            new double[] {RadauTableau.GAMMA, 0, 0},
            new double[] {0, RadauTableau.ALPHA, -RadauTableau.BETA},
            new double[] {0, RadauTableau.BETA, RadauTableau.ALPHA});
    Matrix product = Matrix.ofRows(a()).times(Matrix.ofRows(t)).times(lambda);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(t[i][j], product.get(i, j), 1e-14);
      }
    }
  }

  /** The embedded formula integrates 1, t and t² exactly, with 1/γ as the weight of f(t). */
  @Test
  void theEstimateVanishesForPolynomialsOfDegreeThree() {
    // z for x = t^k from t = 0 with h = 1: zᵢ = cᵢᵏ; f(0) = 1 for k = 1 and 0 else.
    for (int k = 1; k <= 3; k++) {
      double sum =
          RadauTableau.E1 * Math.pow(C[0], k)
              + RadauTableau.E2 * Math.pow(C[1], k)
              + RadauTableau.E3
              + (k == 1 ? 1 : 0);
      assertEquals(0, sum, 1e-14, "t^" + k);
    }
  }
}
