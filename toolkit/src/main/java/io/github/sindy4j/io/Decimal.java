package io.github.sindy4j.io;

import java.math.BigInteger;

/**
 * w · 10^q as the nearest double, for whole numbers 0 ≤ w &lt; 2⁶⁴.
 *
 * <p>Where w ≤ 2⁵³ and |q| ≤ 22, both factors are doubles and one rounded operation is enough
 * (Clinger). Elsewhere 10^q = 5^q 2^q, and with 5^q = (c + δ) 2^s, c whole, 2⁶³ ≤ c &lt; 2⁶⁴, 0 ≤ δ
 * &lt; 1, and w shifted so that 2⁶³ ≤ w, the upper word h of the product w c encloses the true one:
 * h ≤ w (c + δ) / 2⁶⁴ &lt; h + 2. When no midpoint between two doubles lies in between, which is so
 * but for about one number in a thousand, h decides the rounding.
 *
 * <p>Source: W. D. Clinger, How to read floating point numbers accurately, PLDI (1990) 92–101; the
 * product by a table of powers as in D. Lemire, Number parsing at a gigabyte per second, Softw.
 * Pract. Exp. 51 (2021) 1700–1727.
 */
final class Decimal {
  /** No answer: the caller must look at the digits with more care. */
  static final double UNDECIDED = Double.NaN;

  private static final int LARGEST_POWER = 60;
  private static final int LARGEST_EXACT = 22;
  private static final double[] TENS = new double[LARGEST_EXACT + 1];

  static {
    for (int q = 0; q < TENS.length; q++) {
      TENS[q] = BigInteger.TEN.pow(q).doubleValue();
    }
  }

  /** Made when the first number needs them; those of up to fifteen digits rarely do. */
  private static final class Fives {
    /** c for q = −60 … 60. */
    static final long[] WORDS = new long[2 * LARGEST_POWER + 1];

    /** s + 63, so that 2^(s+63) ≤ 5^q &lt; 2^(s+64). */
    static final int[] SCALES = new int[2 * LARGEST_POWER + 1];

    static {
      for (int q = -LARGEST_POWER; q <= LARGEST_POWER; q++) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
        int length = five.bitLength();
        BigInteger c =
            q >= 0
                ? (length > 64 ? five.shiftRight(length - 64) : five.shiftLeft(64 - length))
                : BigInteger.ONE.shiftLeft(length + 63).divide(five);
        // 2^(length−1) < 5^|q| < 2^length for q < 0, so that the quotient has 64 bits.
        WORDS[q + LARGEST_POWER] = c.longValue();
        SCALES[q + LARGEST_POWER] = q >= 0 ? length - 1 : -length;
      }
    }

    private Fives() {}
  }

  private Decimal() {}

  /** w · 10^q, correctly rounded, or {@link #UNDECIDED}; w is read as without a sign. */
  static double of(long w, int q) {
    if (w >= 0 && w <= 1L << 53 && q >= -LARGEST_EXACT && q <= LARGEST_EXACT) {
      return q < 0 ? w / TENS[-q] : w * TENS[q];
    }
    if (w == 0) {
      return 0;
    }
    return q < -LARGEST_POWER || q > LARGEST_POWER ? UNDECIDED : enclosed(w, q);
  }

  private static double enclosed(long w, int q) {
    int zeros = Long.numberOfLeadingZeros(w);
    long h = upperWord(w << zeros, Fives.WORDS[q + LARGEST_POWER]);
    int spare = h < 0 ? 11 : 10;
    long rest = h & ((1L << spare) - 1);
    long half = 1L << (spare - 1);
    if (rest == half - 1 || rest == half) {
      return UNDECIDED;
    }
    long mantissa = (h >>> spare) + (rest > half ? 1 : 0);
    // h stands for h · 2^64 · 2^(−zeros) · 2^s · 2^q with s = SCALES − 63.
    int exponent = spare + 64 - zeros + Fives.SCALES[q + LARGEST_POWER] - 63 + q;
    return mantissa * power(exponent);
  }

  /** 2^k for exponents of normal numbers. */
  private static double power(int k) {
    return Double.longBitsToDouble((k + 1023L) << 52);
  }

  /** ⌊a b / 2⁶⁴⌋ of words without signs. */
  private static long upperWord(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
