package io.github.sindy4j.linalg;

/**
 * Rows [θ(xₜ) | ẋₜ] along a trajectory of Lorenz's equations that first leaves the z axis: for two
 * thirds of its first thousand rows x and y are nearly nothing.
 */
final class LorenzRows {
  private static final double STEP = 0.001;

  private LorenzRows() {}

  /** 56 monomials up to degree 5, then three rates. */
  static Matrix degreeFive(int rows) {
    double[] values = new double[rows * 59];
    double[] x = {1e-4, 1e-4, 20};
    for (int t = 0; t < rows; t++) {
      int at = t * 59;
      for (int i = 0; i <= 5; i++) {
        for (int j = 0; i + j <= 5; j++) {
          for (int k = 0; i + j + k <= 5; k++) {
            values[at++] = Math.pow(x[0], i) * Math.pow(x[1], j) * Math.pow(x[2], k);
          }
        }
      }
      for (double rate : rates(x)) {
        values[at++] = rate;
      }
      x = step(x);
    }
    return Matrix.adopt(rows, 59, values);
  }

  /**
   * ‖Δw‖ of equation k, each coefficient in units in which its column has length 1, relative to
   * that of w.
   */
  static double error(Matrix rows, Matrix triangle, int k) {
    Vec fitted = Triangle.solve(triangle, triangle.col(56 + k), 56);
    double sum = 0;
    double whole = 0;
    int at = 0;
    for (int i = 0; i <= 5; i++) {
      for (int j = 0; i + j <= 5; j++) {
        for (int l = 0; i + j + l <= 5; l++) {
          double truth = coefficient(k, 36 * i + 6 * j + l);
          double unit = rows.col(at).norm();
          sum = Math.hypot(sum, (fitted.get(at) - truth) * unit);
          whole = Math.hypot(whole, truth * unit);
          at++;
        }
      }
    }
    return sum / whole;
  }

  private static double coefficient(int equation, int powers) {
    int x = 36;
    int y = 6;
    int z = 1;
    return switch (equation) {
      case 0 -> powers == x ? -10 : powers == y ? 10 : 0;
      case 1 -> powers == x ? 28 : powers == y ? -1 : powers == x + z ? -1 : 0;
      default -> powers == x + y ? 1 : powers == z ? -8 / 3.0 : 0;
    };
  }

  private static double[] rates(double[] x) {
    return new double[] {
      10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8 / 3.0 * x[2]
    };
  }

  /** One step of the classical Runge-Kutta method. */
  private static double[] step(double[] x) {
    double[] a = rates(x);
    double[] b = rates(moved(x, STEP / 2, a));
    double[] c = rates(moved(x, STEP / 2, b));
    double[] d = rates(moved(x, STEP, c));
    double[] next = x.clone();
    for (int i = 0; i < 3; i++) {
      next[i] += STEP / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    }
    return next;
  }

  private static double[] moved(double[] x, double h, double[] rate) {
    return new double[] {x[0] + h * rate[0], x[1] + h * rate[1], x[2] + h * rate[2]};
  }
}
