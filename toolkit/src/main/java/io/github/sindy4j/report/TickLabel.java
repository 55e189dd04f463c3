package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** What stands at an axis's marks. */
final class TickLabel {
  private TickLabel() {}

  /** A value as a linear axis counts it; {@link Counting} keeps it short. */
  static String of(double counted) {
    return Double.isFinite(counted) ? plain(counted, 10) : "";
  }

  /** Plain from a thousandth to a thousand, otherwise with a power of ten. */
  static String logarithmic(double value) {
    if (!(value >= 1e-300) || !Double.isFinite(value)) {
      return "";
    }
    int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
    if (exponent >= -3 && exponent <= 3) {
      return plain(value, 6);
    }
    double digits = value / Math.pow(10, exponent);
    // Fonts of many machines lack raised digits, so powers are written as 1e−6.
    return plain(digits, 3) + "e" + Integer.toString(exponent).replace('-', '−');
  }

  private static String plain(double value, int digits) {
    if (Math.abs(value) < 1e-12) {
      return "0";
    }
    return new BigDecimal(value)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString()
        .replace('-', '−');
  }
}
