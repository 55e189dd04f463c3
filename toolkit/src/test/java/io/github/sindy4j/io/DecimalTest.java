package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecimalTest {
  private static final int NUMBERS = 150_000;

  /** A way to write numbers, and how often it may be undecided at most. */
  private record Writing(String name, double undecided, Function<Random, String> number) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Writing> writings() {
    return List.of(
        new Writing("shortest", 0.01, random -> Double.toString(100 * random.nextGaussian())),
        new Writing("any double", 1, random -> Double.toString(anyDouble(random))),
        new Writing("17 digits", 0.01, random -> "%.17g".formatted(random.nextGaussian())),
        new Writing("9 digits", 0, random -> "%.9g".formatted(20 * random.nextGaussian())),
        new Writing(
            "whole", 0.05, random -> Long.toString(random.nextLong() >> random.nextInt(64))),
        new Writing("any digits", 1, DecimalTest::anyDigits),
        new Writing("midpoints", 1, DecimalTest::nearMidpoint));
  }

  private static double anyDouble(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : 0;
  }

  private static String anyDigits(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    int digits = 1 + random.nextInt(19);
    int point = random.nextInt(digits + 1);
    for (int i = 0; i < digits; i++) {
      text.append(i == point && i > 0 ? "." : "").append((char) ('0' + random.nextInt(10)));
    }
    return text.append('e').append(random.nextInt(140) - 70).toString();
  }

  /** The midpoint between two neighbouring doubles, cut to 19 digits, or a unit beside it. */
  private static String nearMidpoint(Random random) {
    double low = Math.scalb(1 + random.nextDouble(), random.nextInt(260) - 130);
    BigDecimal midpoint =
        new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
    BigInteger digits = midpoint.unscaledValue();
    int dropped = Math.max(0, midpoint.precision() - 19);
    long beside = random.nextInt(3) - 1L;
    BigInteger cut = digits.divide(BigInteger.TEN.pow(dropped)).add(BigInteger.valueOf(beside));
    return cut + "e" + (dropped - midpoint.scale());
  }

  @ParameterizedTest
  @MethodSource("writings")
  void numbersAreTheNearestDoubles(Writing writing) {
    Random random = new Random(27);
    int undecided = 0;
    for (int k = 0; k < NUMBERS; k++) {
      String text = writing.number().apply(random);
      BigDecimal exact = new BigDecimal(text);
      if (exact.unscaledValue().abs().bitLength() > 64) {
        continue;
      }
      double value = Decimal.of(exact.unscaledValue().abs().longValue(), -exact.scale());
      double expected = Math.abs(Double.parseDouble(text));
      if (Double.isNaN(value)) {
        undecided++;
      } else {
        assertEquals(expected, value, text);
      }
    }
    assertTrue(
        undecided <= writing.undecided() * NUMBERS, undecided + " of " + NUMBERS + " undecided");
  }

  @ParameterizedTest
  @MethodSource("writings")
  void cellsAreReadAsTheNearestDoubles(Writing writing) {
    Random random = new Random(28);
    List<String> cells =
        IntStream.range(0, NUMBERS).mapToObj(k -> writing.number().apply(random)).toList();
    byte[] bytes =
        (String.join("\n", cells) + "\n" + "1".repeat(ByteRows.PADDING))
            .getBytes(StandardCharsets.US_ASCII);
    RowLayout layout = new RowLayout(Separator.COMMA, List.of(RowLayout.Column.NUMBERS), '.', 1);
    RowBlock block = new RowBlock(1, false, 1);
    assertTrue(ByteRows.read(layout, bytes, 0, bytes.length - ByteRows.PADDING, block));
    assertEquals(NUMBERS, block.rows());
    for (int k = 0; k < NUMBERS; k++) {
      assertEquals(
          Double.doubleToRawLongBits(Double.parseDouble(cells.get(k))),
          Double.doubleToRawLongBits(block.get(k, 0)),
          cells.get(k));
    }
  }

  @Test
  void exactMidpointsAreLeftToOthers() {
    assertTrue(Double.isNaN(Decimal.of((1L << 53) + 1, 0)));
    assertTrue(Double.isNaN(Decimal.of(5, -400)));
    assertEquals(0, Decimal.of(0, -400));
    assertEquals(0x1p63, Decimal.of(Long.MIN_VALUE, 0));
  }
}
