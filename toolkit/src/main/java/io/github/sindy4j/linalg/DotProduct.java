package io.github.sindy4j.linalg;

/** Σ aᵢ bᵢ, in a fixed order that lets the processor do four multiplications at once. */
public final class DotProduct {
  private DotProduct() {}

  /** Of two whole vectors of one length. */
  public static double of(double[] a, double[] b) {
    return of(a, 0, b, 0, a.length);
  }

  /** Of {@code count} entries, from these places on. */
  public static double of(double[] a, int aFrom, double[] b, int bFrom, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      s0 += a[aFrom + i] * b[bFrom + i];
      s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < count; i++) {
      s0 += a[aFrom + i] * b[bFrom + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
