package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: the rounded numbers, by hand. */
class RoundingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9999999999999832 x | x",
        "-13.666666666663508 | -13.67",
        "1.23456 x^2 - 0.000123456 sin(2.000001 y) | 1.235 x^2 - 1.235E-4 sin(2 y)",
        "3.999997512653212 x/(1.00001 + y)^1.23456 | 4 x/(1 + y)^1.23456",
        "123456789 | 123500000",
        "x y | x y",
        "0 | 0",
      })
  void numbersAreRoundedAndExponentsKept(String formula, String rounded) {
    Expression e = Expression.parse(formula, List.of("x", "y"));
    assertEquals(rounded, Rounding.of(e, 4).toString());
  }
}
