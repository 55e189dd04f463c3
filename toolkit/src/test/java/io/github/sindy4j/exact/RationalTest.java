package io.github.sindy4j.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
  private static final BigInteger TWO = BigInteger.TWO;

  /** Numbers of all sizes: around the limits of a long, and far beyond it. */
  private static Rational draw(SplittableRandom random) {
    long small = random.nextLong(-9, 10);
    long below = random.nextLong(1, 10);
    return switch (random.nextInt(5)) {
      case 0 -> Rational.of(small, below);
      case 1 -> Rational.of(random.nextLong(), 1 + (random.nextLong() >>> 1) % Long.MAX_VALUE);
      case 2 -> Rational.of(Long.MAX_VALUE - random.nextLong(3), below);
      case 3 -> Rational.of(small, Long.MAX_VALUE - random.nextLong(3));
      default -> {
        Rational huge = Rational.of(random.nextLong(), below);
        yield huge.times(huge).times(huge).plus(Rational.of(small, below));
      }
    };
  }

  @Test
  void theLawsOfAFieldHoldForNumbersOfAllSizes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20_000; k++) {
      Rational a = draw(random);
      Rational b = draw(random);
      Rational c = draw(random);
      assertEquals(a.plus(b), b.plus(a));
      assertEquals(a.times(b), b.times(a));
      assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
      assertEquals(a.times(b).times(c), a.times(b.times(c)));
      assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
      assertEquals(a, a.plus(Rational.ZERO));
      assertEquals(a, a.times(Rational.ONE));
      assertEquals(Rational.ZERO, a.minus(a));
      if (!a.isZero()) {
        assertEquals(Rational.ONE, a.times(a.inverse()));
        assertEquals(b, b.times(a).dividedBy(a));
      }
    }
  }

  @Test
  void sumsAndProductsAgreeWithBigIntegers() {
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 20_000; k++) {
      Rational a = draw(random);
      Rational b = draw(random);
      BigInteger bottom = a.denominator().multiply(b.denominator());
      BigInteger top =
          a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
      assertIs(top, bottom, a.plus(b));
      assertIs(a.numerator().multiply(b.numerator()), bottom, a.times(b));
    }
  }

  private static void assertIs(BigInteger top, BigInteger bottom, Rational actual) {
    assertEquals(
        top.multiply(actual.denominator()), actual.numerator().multiply(bottom), actual::toString);
    assertEquals(BigInteger.ONE, actual.numerator().gcd(actual.denominator()));
    assertEquals(1, actual.denominator().signum());
  }

  @Test
  void theEndsOfTheRangeOfLongsAreNoLimits() {
    Rational least = Rational.of(Long.MIN_VALUE);
    Rational most = Rational.of(Long.MAX_VALUE);
    assertEquals(TWO.pow(63), least.negate().numerator());
    assertEquals(least, most.negate().minus(Rational.ONE));
    assertEquals(least, Rational.of(1L << 62).times(Rational.of(-2)));
    assertEquals(TWO.pow(63).subtract(BigInteger.ONE), most.numerator());
    assertEquals(Rational.of(1, 2), Rational.of(Long.MIN_VALUE / 2, Long.MIN_VALUE));
    assertEquals(Rational.of(-1), Rational.of(Long.MIN_VALUE, Long.MIN_VALUE).negate());
    assertEquals(TWO.pow(63), Rational.of(1, Long.MIN_VALUE).negate().denominator());
    assertEquals(Rational.ONE, most.times(Rational.of(1, Long.MAX_VALUE)));
  }

  @Test
  void equalNumbersAreEqualHoweverTheyCameAbout() {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 5_000; k++) {
      Rational a = draw(random);
      Rational b = draw(random);
      Rational back = a.plus(b).minus(b);
      assertEquals(a, back);
      assertEquals(a.hashCode(), back.hashCode());
      assertEquals(0, a.compareTo(back));
      assertNotEquals(a, a.plus(Rational.of(1, 7)));
      assertTrue(a.compareTo(a.plus(Rational.of(1, 7))) < 0);
      assertEquals(a.signum(), -a.negate().signum());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 1/10",
    "2.6666666666666665, 8/3",
    "-0.3333333333333333, -1/3",
    "0.5, 1/2",
    "1e-3, 1/1000",
    "12345678.9, 123456789/10",
    "3, 3",
    "-0.0, 0",
    "1152921504606846976, 1152921504606846976",
    "1e22, 10000000000000000000000"
  })
  void theSimplestFractionIsTheOneThatWasMeant(double value, String fraction) {
    assertEquals(fraction, Rational.simplest(value).toString());
  }

  @Test
  void whatRoundingLeftOfThreeTenthsIsNotThreeTenths() {
    assertEquals(Rational.of(3, 10), Rational.simplest(0.3));
    assertTrue(Rational.simplest(0.1 + 0.2).bits() > 40);
  }

  @Test
  void everyDoubleComesBackFromItsSimplestFraction() {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 20_000; k++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Rational.simplest(value).doubleValue());
      }
    }
    for (double value :
        List.of(Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 0x1p52 + 0.5, 0x1p-1022)) {
      assertEquals(value, Rational.simplest(value).doubleValue());
      assertEquals(-value, Rational.simplest(-value).doubleValue());
    }
  }

  @Test
  void noFractionOfASmallerDenominatorRoundsToTheSameDouble() {
    for (int d = 1; d <= 60; d++) {
      for (int n = -100; n <= 100; n++) {
        Rational expected = Rational.of(n, d);
        assertEquals(expected, Rational.simplest((double) n / d));
      }
    }
  }

  @Test
  void aWiderErrorAllowsASimplerFraction() {
    assertEquals(Rational.of(22, 7), Rational.simplest(Math.PI, 2e-3));
    assertEquals(Rational.of(355, 113), Rational.simplest(Math.PI, 1e-6));
    assertEquals(Rational.of(-22, 7), Rational.simplest(-Math.PI, 2e-3));
    assertEquals(Rational.ZERO, Rational.simplest(-1e-12, 1e-9));
    assertEquals(Rational.of(1, 4), Rational.simplest(0.25, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefused(double value) {
    assertThrows(ArithmeticException.class, () -> Rational.simplest(value));
  }

  @Test
  void divisionByZeroIsRefused() {
    assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    assertThrows(ArithmeticException.class, Rational.ZERO::inverse);
    assertThrows(ArithmeticException.class, () -> Rational.ONE.dividedBy(Rational.ZERO));
  }

  @Test
  void theNearestDoubleIsNeverOneBeside() {
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 5_000; k++) {
      Rational a = draw(random);
      assertEquals(decimal(a).doubleValue(), a.doubleValue(), a::toString);
    }
  }

  private static BigDecimal decimal(Rational a) {
    MathContext digits = new MathContext(400, RoundingMode.HALF_EVEN);
    return new BigDecimal(a.numerator()).divide(new BigDecimal(a.denominator()), digits);
  }

  @Test
  void halfwayBetweenTwoDoublesTheLastDigitCounts() {
    Rational half = Rational.of(1).plus(power(-53));
    Rational more = half.plus(power(-400));
    assertEquals(1, half.doubleValue());
    assertEquals(Math.nextUp(1.0), more.doubleValue());
    assertEquals(0, power(-1075).doubleValue());
    assertEquals(Double.MIN_VALUE, power(-1075).plus(power(-2000)).doubleValue());
    assertEquals(Double.POSITIVE_INFINITY, power(1024).doubleValue());
    assertEquals(Double.NEGATIVE_INFINITY, power(1024).negate().doubleValue());
  }

  private static Rational power(int exponent) {
    Rational factor = exponent < 0 ? Rational.of(1, 2) : Rational.of(2);
    Rational power = Rational.ONE;
    for (int k = 0; k < Math.abs(exponent); k++) {
      power = power.times(factor);
    }
    return power;
  }

  @Test
  void bitsSayHowLongAFractionIs() {
    assertEquals(1, Rational.ZERO.bits());
    assertEquals(2, Rational.ONE.bits());
    assertEquals(4, Rational.of(-2, 3).bits());
    assertEquals(201, power(-199).bits());
    assertTrue(Rational.of(-7, 9).isSimple(9));
    assertTrue(!Rational.of(-7, 9).isSimple(8));
  }
}
