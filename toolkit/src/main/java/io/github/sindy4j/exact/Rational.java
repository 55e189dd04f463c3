package io.github.sindy4j.exact;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * a/b in lowest terms with b &gt; 0, exact whatever its size. It is held in two longs where both
 * parts fit, else in two {@link BigInteger}s.
 */
public abstract sealed class Rational implements Comparable<Rational> {
  /** 0. */
  public static final Rational ZERO = new Small(0, 1);

  /** 1. */
  public static final Rational ONE = new Small(1, 1);

  private Rational() {}

  /** n. */
  public static Rational of(long n) {
    return n == Long.MIN_VALUE ? reduced(BigInteger.valueOf(n), BigInteger.ONE) : new Small(n, 1);
  }

  /** n/d; d ≠ 0. */
  public static Rational of(long n, long d) {
    return n == Long.MIN_VALUE || d <= 0
        ? reduced(BigInteger.valueOf(n), BigInteger.valueOf(d))
        : small(n, d);
  }

  /**
   * The simplest fraction (least denominator) that rounds to this double: 0.1 gives 1/10 and
   * 2.6666666666666665 gives 8/3. Throws {@link ArithmeticException} for NaN and infinities.
   */
  public static Rational simplest(double value) {
    if (value == Math.rint(value) || !Double.isFinite(value)) {
      return exactly(value);
    }
    if (value < 0) {
      return simplest(-value).negate();
    }
    // All that rounds to the value lies half a gap to either side; below a power of two the gap is
    // narrower. The ends need twice the denominator of the value itself and are never the simplest.
    Rational centre = exactly(value);
    Rational below = exactly(value - Math.nextDown(value)).dividedBy(of(2));
    Rational above = exactly(Math.ulp(value)).dividedBy(of(2));
    return between(centre.minus(below), centre.plus(above));
  }

  /** The simplest fraction (least denominator) in [value − error, value + error]; error ≥ 0. */
  public static Rational simplest(double value, double error) {
    if (Math.abs(value) <= error) {
      return ZERO;
    }
    Rational size = exactly(Math.abs(value));
    Rational found = between(size.minus(exactly(error)), size.plus(exactly(error)));
    return value < 0 ? found.negate() : found;
  }

  /** The double itself, a fraction whose denominator is a power of two. */
  public static Rational exactly(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(value + " is no rational number");
    }
    BigDecimal decimal = new BigDecimal(value);
    return decimal.scale() <= 0
        ? reduced(decimal.toBigIntegerExact(), BigInteger.ONE)
        : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /**
   * The fraction of least denominator in [low, high], 0 &lt; low ≤ high, by continued fractions.
   */
  private static Rational between(Rational low, Rational high) {
    Rational floor = reduced(low.numerator().divide(low.denominator()), BigInteger.ONE);
    if (floor.equals(low)) {
      return floor;
    }
    Rational next = floor.plus(ONE);
    if (next.compareTo(high) <= 0) {
      return next;
    }
    return floor.plus(between(high.minus(floor).inverse(), low.minus(floor).inverse()).inverse());
  }

  /** a. */
  public abstract BigInteger numerator();

  /** b &gt; 0. */
  public abstract BigInteger denominator();

  /** −1, 0 or 1. */
  public abstract int signum();

  /** The nearest double. */
  public abstract double doubleValue();

  /** The binary digits of |a| and b together: how much it takes to write the number down. */
  public abstract int bits();

  /** −this. */
  public abstract Rational negate();

  /** 1/this; this ≠ 0. */
  public abstract Rational inverse();

  /** Whether it is 0. */
  public boolean isZero() {
    return signum() == 0;
  }

  /** Whether |a| and b are at most {@code largest}. */
  public boolean isSimple(long largest) {
    BigInteger limit = BigInteger.valueOf(largest);
    return numerator().abs().compareTo(limit) <= 0 && denominator().compareTo(limit) <= 0;
  }

  /** this + y. */
  public Rational plus(Rational y) {
    if (this instanceof Small a && y instanceof Small b) {
      long left = a.n * b.d;
      long right = b.n * a.d;
      long sum = left + right;
      boolean overflows = ((left ^ sum) & (right ^ sum)) < 0 || sum == Long.MIN_VALUE;
      if (!overflows && fits(a.n, b.d) && fits(b.n, a.d) && fits(a.d, b.d)) {
        return small(sum, a.d * b.d);
      }
    }
    return reduced(
        numerator().multiply(y.denominator()).add(y.numerator().multiply(denominator())),
        denominator().multiply(y.denominator()));
  }

  /** this − y. */
  public Rational minus(Rational y) {
    return plus(y.negate());
  }

  /** this · y. */
  public Rational times(Rational y) {
    if (this instanceof Small a && y instanceof Small b) {
      long top = a.n * b.n;
      if (fits(a.n, b.n) && fits(a.d, b.d) && top != Long.MIN_VALUE) {
        return small(top, a.d * b.d);
      }
    }
    return reduced(numerator().multiply(y.numerator()), denominator().multiply(y.denominator()));
  }

  /** this / y; y ≠ 0. */
  public Rational dividedBy(Rational y) {
    return times(y.inverse());
  }

  @Override
  public int compareTo(Rational y) {
    return minus(y).signum();
  }

  @Override
  public String toString() {
    return denominator().equals(BigInteger.ONE)
        ? numerator().toString()
        : numerator() + "/" + denominator();
  }

  /** Whether the product of two longs is a long. */
  private static boolean fits(long a, long b) {
    return Math.multiplyHigh(a, b) == (a * b) >> 63;
  }

  /** n/d for n &gt; −2⁶³, d &gt; 0. */
  private static Rational small(long n, long d) {
    if (d == 1) {
      return new Small(n, 1);
    }
    long a = Math.abs(n);
    long b = d;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return new Small(n / a, d / a);
  }

  private static Rational reduced(BigInteger n, BigInteger d) {
    if (d.signum() == 0) {
      throw new ArithmeticException("division of " + n + " by zero");
    }
    BigInteger gcd = n.gcd(d);
    BigInteger divisor = d.signum() < 0 ? gcd.negate() : gcd;
    BigInteger top = n.divide(divisor);
    BigInteger bottom = d.divide(divisor);
    return top.abs().bitLength() < Long.SIZE && bottom.bitLength() < Long.SIZE
        ? new Small(top.longValue(), bottom.longValue())
        : new Big(top, bottom);
  }

  /** Every fraction both of whose parts lie in [−(2⁶³ − 1), 2⁶³ − 1]. */
  private static final class Small extends Rational {
    private final long n;
    private final long d;

    Small(long n, long d) {
      this.n = n;
      this.d = d;
    }

    @Override
    public BigInteger numerator() {
      return BigInteger.valueOf(n);
    }

    @Override
    public BigInteger denominator() {
      return BigInteger.valueOf(d);
    }

    @Override
    public int signum() {
      return Long.signum(n);
    }

    @Override
    public double doubleValue() {
      boolean exact = Math.abs(n) < 1L << 53 && d < 1L << 53;
      return exact ? (double) n / d : new Big(numerator(), denominator()).doubleValue();
    }

    @Override
    public int bits() {
      return 2 * Long.SIZE - Long.numberOfLeadingZeros(Math.abs(n)) - Long.numberOfLeadingZeros(d);
    }

    @Override
    public Rational negate() {
      return new Small(-n, d);
    }

    @Override
    public Rational inverse() {
      if (n == 0) {
        throw new ArithmeticException("division of 1 by zero");
      }
      return n > 0 ? new Small(d, n) : new Small(-d, -n);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Small y && n == y.n && d == y.d;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(n) + Long.hashCode(d);
    }
  }

  /** Every other fraction. */
  private static final class Big extends Rational {
    private final BigInteger n;
    private final BigInteger d;

    Big(BigInteger n, BigInteger d) {
      this.n = n;
      this.d = d;
    }

    @Override
    public BigInteger numerator() {
      return n;
    }

    @Override
    public BigInteger denominator() {
      return d;
    }

    @Override
    public int signum() {
      return n.signum();
    }

    @Override
    public double doubleValue() {
      // A quotient of at least 64 digits, its last one raised where something is left over: it
      // rounds to 53 digits as the fraction does.
      int shift = 64 + d.bitLength() - n.bitLength();
      BigInteger top = shift > 0 ? n.abs().shiftLeft(shift) : n.abs();
      BigInteger bottom = shift < 0 ? d.shiftLeft(-shift) : d;
      BigInteger[] parts = top.divideAndRemainder(bottom);
      BigInteger quotient = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
      double size = Math.scalb(quotient.doubleValue(), -shift);
      if (size < Double.MIN_NORMAL) {
        // Fewer digits are kept here: round once, not twice.
        size =
            new BigDecimal(quotient)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(shift)))
                .doubleValue();
      }
      return n.signum() * size;
    }

    @Override
    public int bits() {
      return n.abs().bitLength() + d.bitLength();
    }

    @Override
    public Rational negate() {
      return new Big(n.negate(), d);
    }

    @Override
    public Rational inverse() {
      return n.signum() < 0 ? new Big(d.negate(), n.negate()) : new Big(d, n);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Big y && n.equals(y.n) && d.equals(y.d);
    }

    @Override
    public int hashCode() {
      return 31 * n.hashCode() + d.hashCode();
    }
  }
}
