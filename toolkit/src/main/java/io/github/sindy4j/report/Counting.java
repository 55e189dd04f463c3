package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How an axis counts: c = (v − offset) / 10^exponent, so that its labels are short and differ.
 *
 * <p>XChart rounds marks to ten decimal places and draws none where the labels of both ends are
 * alike; counted values span between a hundredth and a hundred thousand.
 *
 * @param offset what is taken from every value
 * @param exponent the power of ten by which the rest is divided
 */
record Counting(double offset, int exponent) {
  private static final double FAR = 1e3;

  /** A logarithmic axis counts values as they are, and so does one of nothing but zeros. */
  static Counting of(Scale scale) {
    Range range = scale.range();
    double largest = Math.max(Math.abs(range.min()), Math.abs(range.max()));
    if (scale.logarithmic() || largest < 1e-290) {
      return new Counting(0, 0);
    }
    double step = Math.pow(10, Math.floor(Math.log10(range.span())));
    boolean far = largest > FAR * range.span();
    double offset = far ? rounded(Math.ceil(range.min() / step) * step) : 0;
    double size = far ? range.span() : largest;
    int exponent = size >= 1e5 || size < 1e-2 ? (int) Math.floor(Math.log10(size)) : 0;
    return new Counting(offset, exponent);
  }

  double counted(double value) {
    return (value - offset) / Math.pow(10, exponent);
  }

  double value(double counted) {
    return counted * Math.pow(10, exponent) + offset;
  }

  /** An axis's name with what its labels leave out; no name stays none. */
  RichText complete(RichText name) {
    if (name.isEmpty()) {
      return name;
    }
    RichText text = name;
    if (offset != 0) {
      String taken = text(Math.abs(offset));
      text = text.then(offset < 0 ? " + " + taken : " − " + taken);
      text = exponent == 0 ? text : RichText.plain("(").then(text).then(")");
    }
    return exponent == 0 ? text : text.then(" / ").then(MathText.power(exponent));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(15)).doubleValue();
  }

  private static String text(double positive) {
    BigDecimal digits = new BigDecimal(positive).round(new MathContext(15)).stripTrailingZeros();
    boolean plain = positive >= 1e-4 && positive < 1e13;
    return plain ? digits.toPlainString() : digits.toString().replace('-', '−');
  }
}
