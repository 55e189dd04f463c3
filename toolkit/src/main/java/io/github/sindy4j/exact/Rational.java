package io.github.sindy4j.exact;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * a/b in lowest terms with b &gt; 0, exact whatever its size. Small ones are two longs, others two
 * {@link BigInteger}s; equal numbers are equal objects.
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
    return reduced(BigInteger.valueOf(n), BigInteger.valueOf(d));
  }

  /**
   * The simplest fraction (least denominator) that rounds to this double: 0.1 gives 1/10 and
   * 2.6666666666666665 gives 8/3. Throws {@link ArithmeticException} for NaN and infinities.
   */
  public static Rational simplest(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(value + " is no rational number");
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return of((long) value);
    }
    if (value < 0) {
      return simplest(-value).negate();
    }
    Rational centre = exactly(value);
    Rational half = exactly(Math.ulp(value)).dividedBy(of(2));
    // Below a power of two the gap to the next double is half as wide: stay inside the narrow one.
    Rational below = exactly(value - Math.nextDown(value)).dividedBy(of(2));
    Rational found = between(centre.minus(below), centre.plus(half));
    return found.doubleValue() == value ? found : centre;
  }

  /** The double itself, a fraction whose denominator is a power of two. */
  public static Rational exactly(double value) {
    BigDecimal decimal = new BigDecimal(value);
    return decimal.scale() <= 0
        ? reduced(decimal.toBigIntegerExact(), BigInteger.ONE)
        : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /**
   * The fraction of least denominator in [low, high], 0 &lt; low ≤ high, by continued fractions.
   */
  private static Rational between(Rational low, Rational high) {
    BigInteger whole = low.numerator().divide(low.denominator());
    Rational floor = reduced(whole, BigInteger.ONE);
    if (floor.equals(low)) {
      return floor;
    }
    Rational next = floor.plus(ONE);
    if (next.compareTo(high) <= 0) {
      return next;
    }
    return floor.plus(
        ONE.dividedBy(between(ONE.dividedBy(high.minus(floor)), ONE.dividedBy(low.minus(floor)))));
  }

  /** a. */
  public abstract BigInteger numerator();

  /** b &gt; 0. */
  public abstract BigInteger denominator();

  /** −1, 0 or 1. */
  public abstract int signum();

  /** The nearest double. */
  public abstract double doubleValue();

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
      long cross = Math.multiplyHigh(a.n, b.d) ^ (a.n * b.d >> 63);
      long other = Math.multiplyHigh(b.n, a.d) ^ (b.n * a.d >> 63);
      long bottom = Math.multiplyHigh(a.d, b.d) ^ (a.d * b.d >> 63);
      long sum = a.n * b.d + b.n * a.d;
      boolean overflows = ((a.n * b.d ^ sum) & (b.n * a.d ^ sum)) < 0;
      if (cross == 0 && other == 0 && bottom == 0 && !overflows && sum != Long.MIN_VALUE) {
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
      long top = Math.multiplyHigh(a.n, b.n) ^ (a.n * b.n >> 63);
      long bottom = Math.multiplyHigh(a.d, b.d) ^ (a.d * b.d >> 63);
      if (top == 0 && bottom == 0 && a.n * b.n != Long.MIN_VALUE) {
        return small(a.n * b.n, a.d * b.d);
      }
    }
    return reduced(numerator().multiply(y.numerator()), denominator().multiply(y.denominator()));
  }

  /** this / y; y ≠ 0. */
  public Rational dividedBy(Rational y) {
    return times(y.inverse());
  }

  /** −this. */
  public abstract Rational negate();

  /** 1/this; this ≠ 0. */
  public Rational inverse() {
    return reduced(denominator(), numerator());
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational y
        && numerator().equals(y.numerator())
        && denominator().equals(y.denominator());
  }

  @Override
  public int hashCode() {
    return 31 * numerator().hashCode() + denominator().hashCode();
  }

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
    return top.bitLength() < 63 && bottom.bitLength() < 63
        ? new Small(top.longValue(), bottom.longValue())
        : new Big(top, bottom);
  }

  /** Both parts fit into a long, and so do their negatives. */
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
      return exact ? (double) n / d : Big.quotient(numerator(), denominator());
    }

    @Override
    public Rational negate() {
      return new Small(-n, d);
    }
  }

  private static final class Big extends Rational {
    private final BigInteger n;
    private final BigInteger d;

    Big(BigInteger n, BigInteger d) {
      this.n = n;
      this.d = d;
    }

    /** n/d correctly rounded: enough digits for the quotient to round as the fraction does. */
    static double quotient(BigInteger n, BigInteger d) {
      return new BigDecimal(n)
          .divide(new BigDecimal(d), new java.math.MathContext(60))
          .doubleValue();
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
      return quotient(n, d);
    }

    @Override
    public Rational negate() {
      return reduced(n.negate(), d);
    }
  }
}
