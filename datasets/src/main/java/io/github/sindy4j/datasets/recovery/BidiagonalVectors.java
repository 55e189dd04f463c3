package io.github.sindy4j.datasets.recovery;

/**
 * U of B = U Σ Vᵀ for an upper bidiagonal B, by QR steps with implicit shifts; singular values in
 * descending order, signs as the rotations leave them. Blocks of order two are solved at once.
 *
 * <p>Source: Golub and Kahan, SIAM Journal on Numerical Analysis 2, 1965; when to stop and where to
 * begin a step: Demmel and Kahan, SIAM Journal on Scientific and Statistical Computing 11, 1990.
 */
final class BidiagonalVectors {
  private static final double EPSILON = 0x1p-53;
  private static final double TOLERANCE = EPSILON * Math.pow(EPSILON, -0.125);

  /** A step takes off-diagonal entries down cubically; so many are never needed. */
  private static final int MOST_STEPS = 500;

  private final double[] d;
  private final double[] e;
  private final double[][] u;
  private final double threshold;
  private int oldFirst = Integer.MAX_VALUE;
  private int oldLast = -1;
  private boolean downwards;
  private double shareOfLeast;

  private BidiagonalVectors(double[] d, double[] e) {
    this.d = d;
    this.e = e;
    this.u = new double[d.length][d.length];
    for (int i = 0; i < d.length; i++) {
      u[i][i] = 1;
    }
    double mu = Math.abs(d[0]);
    double least = mu;
    for (int i = 1; i < d.length; i++) {
      mu = next(d[i], mu, e[i - 1]);
      least = Math.min(least, mu);
    }
    this.threshold = TOLERANCE * least / Math.sqrt(d.length);
  }

  /** One column of U after the other; overwrites its arguments. */
  static double[][] left(double[] diagonal, double[] above) {
    if (diagonal.length == 1) {
      return new double[][] {{Math.copySign(1, diagonal[0])}};
    }
    BidiagonalVectors vectors = new BidiagonalVectors(diagonal, above);
    vectors.diagonalise();
    vectors.sort();
    return vectors.u;
  }

  private void diagonalise() {
    int last = d.length - 1;
    for (int step = 0; last > 0 && step < MOST_STEPS; step++) {
      int first = last;
      while (first > 0 && Math.abs(e[first - 1]) > threshold) {
        first--;
      }
      if (first > 0) {
        e[first - 1] = 0;
      }
      if (first == last) {
        last--;
      } else if (first == last - 1) {
        solvePair(first);
        last -= 2;
      } else {
        if (first > oldLast || last < oldFirst) {
          downwards = Math.abs(d[first]) >= Math.abs(d[last]);
        }
        if (!split(first, last)) {
          oldFirst = first;
          oldLast = last;
          chase(first, last);
        }
      }
    }
  }

  /** Sets an off-diagonal entry of a block that is rounding to zero, if there is one. */
  private boolean split(int first, int last) {
    int end = downwards ? last - 1 : first;
    if (Math.abs(e[end]) <= TOLERANCE * Math.abs(d[downwards ? last : first])) {
      e[end] = 0;
      return true;
    }
    double mu = Math.abs(d[downwards ? first : last]);
    double least = mu;
    double most = Math.abs(d[last]);
    for (int k = 0; k < last - first; k++) {
      int at = downwards ? first + k : last - 1 - k;
      if (Math.abs(e[at]) <= TOLERANCE * mu) {
        e[at] = 0;
        return true;
      }
      mu = next(d[downwards ? at + 1 : at], mu, e[at]);
      least = Math.min(least, mu);
      most = Math.max(most, Math.max(Math.abs(d[at]), Math.abs(e[at])));
    }
    shareOfLeast = least / most;
    return false;
  }

  private static double next(double diagonal, double mu, double between) {
    return Math.abs(diagonal) * (mu / (mu + Math.abs(between)));
  }

  /** One QR step over a block, from its larger end to its smaller. */
  private void chase(int first, int last) {
    int direction = downwards ? 1 : -1;
    int start = downwards ? first : last;
    int end = downwards ? last : first;
    double shift = shift(start, end);
    double f = (Math.abs(d[start]) - shift) * (Math.copySign(1, d[start]) + shift / d[start]);
    double g = e[between(start, direction)];
    for (int i = start; i != end; i += direction) {
      int j = i + direction;
      int here = between(i, direction);
      Rotation right = Rotation.of(f, g);
      if (i != start) {
        e[between(i, -direction)] = right.r();
      }
      f = right.c() * d[i] + right.s() * e[here];
      e[here] = right.c() * e[here] - right.s() * d[i];
      g = right.s() * d[j];
      d[j] *= right.c();
      Rotation left = Rotation.of(f, g);
      d[i] = left.r();
      f = left.c() * e[here] + left.s() * d[j];
      d[j] = left.c() * d[j] - left.s() * e[here];
      if (j != end) {
        g = left.s() * e[between(j, direction)];
        e[between(j, direction)] *= left.c();
      }
      // Upwards the roles of U and V change.
      Rotation used = downwards ? left : right;
      rotate(Math.min(i, j), Math.max(i, j), used.c(), direction * used.s());
    }
    e[between(end, -direction)] = f;
  }

  /** The place in e of the entry between row i and the next in that direction. */
  private static int between(int i, int direction) {
    return direction > 0 ? i : i - 1;
  }

  /** The smaller singular value of the 2×2 block at the end; 0 where it would do harm. */
  private double shift(int start, int end) {
    if (d.length * TOLERANCE * shareOfLeast <= Math.max(EPSILON, 0.01 * TOLERANCE)) {
      return 0;
    }
    int upper = downwards ? end - 1 : end;
    double a = d[upper];
    double b = e[upper];
    double c = d[upper + 1];
    double most = (Math.hypot(a + c, b) + Math.hypot(a - c, b)) / 2;
    double shift = most == 0 ? 0 : Math.abs(a) / most * Math.abs(c);
    double ratio = shift / Math.abs(d[start]);
    return ratio * ratio < EPSILON ? 0 : shift;
  }

  /** The left vectors of [f g; 0 h] in closed form, the larger singular value first. */
  private void solvePair(int i) {
    double f = d[i];
    double g = e[i];
    double h = d[i + 1];
    boolean swap = Math.abs(h) > Math.abs(f);
    double large = swap ? h : f;
    double small = swap ? f : h;
    double l = (Math.abs(large) - Math.abs(small)) / Math.abs(large);
    double m = g / large;
    double s = Math.hypot(2 - l, m);
    double r = Math.hypot(l, m);
    double a = (s + r) / 2;
    double t = g == 0 ? 0 : (m / (s + 2 - l) + m / (r + l)) * (1 + a);
    double root = Math.hypot(t, 2);
    double rightCos = 2 / root;
    double rightSin = t / root;
    double leftCos = (rightCos + rightSin * m) / a;
    double leftSin = small / large * rightSin / a;
    double c = swap ? rightSin : leftCos;
    double sine = swap ? rightCos : leftSin;
    rotate(i, i + 1, c, sine);
    d[i] = Math.abs(large) * a;
    d[i + 1] = Math.abs(small) / a;
    e[i] = 0;
  }

  private void rotate(int i, int j, double c, double s) {
    for (int k = 0; k < u[i].length; k++) {
      double a = u[i][k];
      double b = u[j][k];
      u[i][k] = c * a + s * b;
      u[j][k] = c * b - s * a;
    }
  }

  private void sort() {
    for (int end = d.length - 1; end > 0; end--) {
      int least = 0;
      for (int j = 1; j <= end; j++) {
        if (Math.abs(d[j]) <= Math.abs(d[least])) {
          least = j;
        }
      }
      double value = d[least];
      double[] vector = u[least];
      d[least] = d[end];
      u[least] = u[end];
      d[end] = value;
      u[end] = vector;
    }
  }

  /** (c, s) with c f + s g = r, c g − s f = 0, c ≥ 0 where f ≠ 0. */
  private record Rotation(double c, double s, double r) {
    static Rotation of(double f, double g) {
      if (g == 0) {
        return new Rotation(1, 0, f);
      }
      if (f == 0) {
        return new Rotation(0, Math.copySign(1, g), Math.abs(g));
      }
      double r = Math.copySign(Math.sqrt(f * f + g * g), f);
      return new Rotation(f / r, g / r, r);
    }
  }
}
