package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes a value with its uncertainty in parentheses: −10.003(21) is −10.003 ± 0.021.
 *
 * <p>The uncertainty keeps two digits if they are below 35 and one otherwise; the value is rounded
 * to the same place. Where all of six figures are certain, these stand alone.
 */
final class UncertainNumber {
  /** Beside this part of the value an uncertainty is not worth its digits. */
  private static final double CERTAIN = 5e-7;

  private UncertainNumber() {}

  /**
   * A half width of 0 means exact, one that is not finite means unknown: then the value stands
   * alone.
   */
  static RichText format(double value, double halfWidth) {
    if (!Range.isUsable(value)) {
      return RichText.plain(Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞");
    }
    if (!(halfWidth > 0) || !Range.isUsable(halfWidth)) {
      return alone(value, halfWidth == 0 ? 6 : 4);
    }
    if (halfWidth < CERTAIN * Math.abs(value)) {
      return alone(value, 6);
    }
    double largest = Math.max(Math.abs(value), halfWidth);
    int exponent = largest >= 1e5 || largest < 1e-3 ? decade(largest) : 0;
    BigDecimal scaledValue = new BigDecimal(value).scaleByPowerOfTen(-exponent);
    BigDecimal scaledHalf = new BigDecimal(halfWidth).scaleByPowerOfTen(-exponent);
    RichText digits = RichText.plain(digits(scaledValue, scaledHalf));
    return exponent == 0 ? digits : digits.then("×").then(MathText.power(exponent));
  }

  /** The value alone, to six figures, in one line of plain text. */
  static String text(double value) {
    if (!Range.isUsable(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(6, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    boolean plain = rounded.signum() == 0 || (Math.abs(value) < 1e7 && Math.abs(value) >= 1e-4);
    return plain
        ? signed(rounded)
        : rounded.round(MathContext.UNLIMITED).toString().replace('-', '−');
  }

  /** The size of something, to so many figures: what counts is how small it is. */
  static String size(double value, int figures) {
    if (!Range.isUsable(value) || value == 0) {
      return Double.isNaN(value) ? "–" : value == 0 ? "0" : value > 0 ? "∞" : "−∞";
    }
    BigDecimal kept = new BigDecimal(value).round(new MathContext(figures, RoundingMode.HALF_EVEN));
    int exponent = kept.precision() - kept.scale() - 1;
    BigDecimal rounded = kept.setScale(figures - 1 - exponent, RoundingMode.UNNECESSARY);
    return exponent >= -3 && exponent < 4
        ? signed(rounded)
        : signed(rounded.scaleByPowerOfTen(-exponent))
            + "e"
            + Integer.toString(exponent).replace('-', '−');
  }

  private static String digits(BigDecimal value, BigDecimal half) {
    BigDecimal two = half.round(new MathContext(2, RoundingMode.HALF_UP));
    boolean keepsTwo = two.unscaledValue().intValueExact() < 35;
    BigDecimal rounded = keepsTwo ? two : half.round(new MathContext(1, RoundingMode.HALF_UP));
    int places = rounded.scale();
    String shown = signed(value.setScale(places, RoundingMode.HALF_EVEN));
    String uncertainty = places > 0 ? rounded.unscaledValue().toString() : rounded.toPlainString();
    return shown + "(" + uncertainty + ")";
  }

  private static RichText alone(double value, int figures) {
    if (value == 0) {
      return RichText.plain("0");
    }
    int exponent = Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3 ? decade(Math.abs(value)) : 0;
    BigDecimal rounded =
        new BigDecimal(value)
            .scaleByPowerOfTen(-exponent)
            .round(new MathContext(figures, RoundingMode.HALF_EVEN));
    RichText digits = RichText.plain(signed(figures > 4 ? rounded.stripTrailingZeros() : rounded));
    return exponent == 0 ? digits : digits.then("×").then(MathText.power(exponent));
  }

  private static int decade(double positive) {
    return (int) Math.floor(Math.log10(positive));
  }

  private static String signed(BigDecimal value) {
    return value.signum() < 0 ? "−" + value.negate().toPlainString() : value.toPlainString();
  }
}
