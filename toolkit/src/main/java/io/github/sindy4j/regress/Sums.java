package io.github.sindy4j.regress;

/**
 * Sums over a run of numbers, in a fixed order that lets the processor do several additions at
 * once.
 */
final class Sums {
  private static final int LANES = 8;

  private Sums() {}

  /** Σ aᵢ of {@code count} numbers from {@code offset} on. */
  static double of(double[] a, int offset, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int end = offset + count;
    int i = offset;
    for (; i + LANES <= end; i += LANES) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
      s4 += a[i + 4];
      s5 += a[i + 5];
      s6 += a[i + 6];
      s7 += a[i + 7];
    }
    double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    for (; i < end; i++) {
      sum += a[i];
    }
    return sum;
  }

  /** Σ aᵢ bᵢ. */
  static double product(double[] a, int aOffset, double[] b, int bOffset, int count) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < count; i += 2) {
      even += a[aOffset + i] * b[bOffset + i];
      odd += a[aOffset + i + 1] * b[bOffset + i + 1];
    }
    return even + odd + (i < count ? a[aOffset + i] * b[bOffset + i] : 0);
  }
}
