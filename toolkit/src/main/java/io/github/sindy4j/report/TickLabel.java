package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** What stands at an axis's marks: plain numbers of moderate size, powers of ten for others. */
final class TickLabel {
  private TickLabel() {}

  static String of(double value, boolean logarithmic) {
    if (Math.abs(value) < 1e-300 || !Double.isFinite(value)) {
      return Double.isFinite(value) ? "0" : "";
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    double digits = value / Math.pow(10, exponent);
    boolean power = logarithmic && Math.abs(digits - 1) < 1e-6;
    if (power && (exponent < -3 || exponent > 3)) {
      return "1e" + signed(exponent);
    } else if (exponent < -3 || exponent > 5) {
      return plain(digits, 3) + "e" + signed(exponent);
    }
    return plain(value, Math.max(3, exponent + 3));
  }

  private static String plain(double value, int digits) {
    String text =
        new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    return text.replace('-', '−');
  }

  /** Fonts of many machines lack raised digits, so powers are written as 1e−6. */
  private static String signed(int exponent) {
    return Integer.toString(exponent).replace('-', '−');
  }
}
