package io.github.sindy4j.integrators;

/**
 * The method Radau IIA with three stages, c = ((4 − √6)/10, (4 + √6)/10, 1), in the basis in which
 * the inverse of its matrix A is block diagonal: T⁻¹ A⁻¹ T = diag(γ, [[α, −β], [β, α]]).
 *
 * <p>Source: Hairer, Wanner, Solving Ordinary Differential Equations II, section IV.8. The columns
 * of T are scaled as there.
 */
final class RadauTableau {
  private static final double ROOT = Math.sqrt(6);
  private static final double CUBE_9 = Math.cbrt(9);
  private static final double CUBE_81 = Math.cbrt(81);
  private static final double EIGEN = (6 + CUBE_81 - CUBE_9) / 30;
  private static final double REAL = (12 - CUBE_81 + CUBE_9) / 60;
  private static final double IMAGINARY = (CUBE_81 + CUBE_9) * Math.sqrt(3) / 60;
  private static final double SQUARE = REAL * REAL + IMAGINARY * IMAGINARY;

  static final double C1 = (4 - ROOT) / 10;
  static final double C2 = (4 + ROOT) / 10;
  static final double GAMMA = 1 / EIGEN;
  static final double ALPHA = REAL / SQUARE;
  static final double BETA = IMAGINARY / SQUARE;

  /** The estimate of the error: E₁ z₁ + E₂ z₂ + E₃ z₃ over h, beside f(x). */
  static final double E1 = -(13 + 7 * ROOT) / 3;

  static final double E2 = (-13 + 7 * ROOT) / 3;
  static final double E3 = -1.0 / 3;

  static final double T11 = 0.09123239487089295;
  static final double T12 = -0.1412552950209542;
  static final double T13 = -0.030029194105147424;
  static final double T21 = 0.241717932707107;
  static final double T22 = 0.20412935229379994;
  static final double T23 = 0.3829421127572619;
  static final double T31 = 0.966048182615093;

  static final double S11 = 4.325579890063155;
  static final double S12 = 0.33919925181580984;
  static final double S13 = 0.5417705399358749;
  static final double S21 = -4.178718591551905;
  static final double S22 = -0.32768282076106237;
  static final double S23 = 0.47662355450055044;
  static final double S31 = -0.5028726349457868;
  static final double S32 = 2.571926949855605;
  static final double S33 = -0.5960392048282249;

  private RadauTableau() {}

  /** z = T w, with T₃₂ = 1 and T₃₃ = 0. */
  static void toStages(double[][] w, double[][] z) {
    for (int i = 0; i < w[0].length; i++) {
      double a = w[0][i];
      double b = w[1][i];
      double c = w[2][i];
      z[0][i] = T11 * a + T12 * b + T13 * c;
      z[1][i] = T21 * a + T22 * b + T23 * c;
      z[2][i] = T31 * a + b;
    }
  }

  /** w = T⁻¹ z; both may be the same. */
  static void fromStages(double[][] z, double[][] w) {
    for (int i = 0; i < z[0].length; i++) {
      double a = z[0][i];
      double b = z[1][i];
      double c = z[2][i];
      w[0][i] = S11 * a + S12 * b + S13 * c;
      w[1][i] = S21 * a + S22 * b + S23 * c;
      w[2][i] = S31 * a + S32 * b + S33 * c;
    }
  }
}
