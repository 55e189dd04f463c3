package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * σ_max(A) by the bidiagonalisation A Vₖ = Uₖ Bₖ with all vectors kept orthogonal; exact when k
 * reaches the rank.
 *
 * <p>Source: G. H. Golub and W. Kahan, SIAM J. Numer. Anal. B 2 (1965) 205–224.
 */
public final class LargestSingularValue {
  private static final int MOST_STEPS = 48;
  private static final long SEED = 1965;

  private LargestSingularValue() {}

  /** σ_max(A) = ‖A‖₂; 0 where A has no rows or no columns. */
  public static double of(LinearMap a) {
    int steps = Math.min(MOST_STEPS, Math.min(a.rows(), a.cols()));
    List<Vec> left = new ArrayList<>();
    List<Vec> right = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    Vec v = start(a.cols());
    for (int k = 0; k < steps; k++) {
      right.add(v);
      Vec image = a.apply(v);
      double whole = image.norm();
      Vec u = orthogonal(image, left);
      double alpha = u.norm();
      if (alpha <= 1e-14 * whole || alpha == 0) {
        rows.add(row(steps, k, 0, 0));
        break;
      }
      u = u.times(1 / alpha);
      left.add(u);
      Vec pulled = a.applyTranspose(u);
      Vec next = orthogonal(pulled, right);
      double beta = next.norm();
      rows.add(row(steps, k, alpha, beta));
      if (beta <= 1e-14 * pulled.norm()) {
        break;
      }
      v = next.times(1 / beta);
    }
    return steps == 0 ? 0 : Spectrum.of(Matrix.ofRows(rows.toArray(double[][]::new))).largest();
  }

  private static double[] row(int steps, int k, double alpha, double beta) {
    double[] row = new double[steps + 1];
    row[k] = alpha;
    row[k + 1] = beta;
    return row;
  }

  private static Vec start(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextDouble(-1, 1);
    }
    Vec start = Vec.adopt(values);
    return start.times(1 / start.norm());
  }

  /** What is left of x beside these orthonormal vectors; twice is enough. */
  private static Vec orthogonal(Vec x, List<Vec> basis) {
    Vec left = x;
    for (int pass = 0; pass < 2; pass++) {
      for (Vec b : basis) {
        left = left.minus(b.times(b.dot(left)));
      }
    }
    return left;
  }
}
