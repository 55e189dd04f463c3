package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis has its marks and what they say.
 *
 * @param major values with labels
 * @param minor values without
 * @param offset what has been taken from every label, as text; empty if nothing
 * @param exponent the power of ten by which every label has been divided
 */
record Ticks(List<Tick> major, List<Double> minor, String offset, int exponent) {
  /** A value and its label. */
  record Tick(double value, RichText label) {}

  /** About {@code wanted} marks; whole numbers only, if so asked. */
  static Ticks of(Scale scale, int wanted, boolean integers) {
    return scale.logarithmic()
        ? logarithmic(scale.range(), wanted)
        : linear(scale.range(), wanted, integers);
  }

  /** An axis's name with what the marks leave out. */
  RichText complete(RichText name) {
    RichText text = offset.isEmpty() ? name : name.then(" − " + offset);
    if (exponent != 0) {
      text = text.then(" / ").then(power(exponent));
    }
    return text;
  }

  static RichText power(int exponent) {
    String text = Integer.toString(exponent).replace('-', '−');
    return RichText.plain("10")
        .then(new RichText(List.of(Run.upright(text).at(Run.Level.SUPERSCRIPT))));
  }

  static Ticks linear(Range range, int wanted, boolean integers) {
    double step = niceStep(range.span() / Math.max(1, wanted));
    step = integers ? Math.max(1, Math.rint(step)) : step;
    List<Double> values = multiples(range, step);
    for (int i = 0; i < 2 && values.size() < 2 && !(integers && step <= 1); i++) {
      step = integers ? Math.max(1, Math.rint(step / 2)) : niceStep(step / 2);
      values = multiples(range, step);
    }
    double largest = Math.max(Math.abs(range.min()), Math.abs(range.max()));
    boolean far = largest > 1e4 * range.span() && !values.isEmpty();
    double base = far ? values.get(0) : 0;
    double size = far ? range.span() : largest;
    int exponent = size >= 1e5 || size < 1e-2 ? (int) Math.floor(Math.log10(size)) : 0;
    int places = Math.max(0, exponent - (int) Math.floor(Math.log10(step) + 1e-9));
    List<Tick> major = new ArrayList<>();
    for (double value : values) {
      major.add(
          new Tick(value, RichText.plain(fixed((value - base) / Math.pow(10, exponent), places))));
    }
    return new Ticks(major, List.of(), far ? significant(base, 12) : "", exponent);
  }

  private static Ticks logarithmic(Range range, int wanted) {
    int low = (int) Math.ceil(Math.log10(range.min()) - 1e-9);
    int high = (int) Math.floor(Math.log10(range.max()) + 1e-9);
    List<Double> minor = new ArrayList<>();
    List<Tick> major = new ArrayList<>();
    if (high - low < 1) {
      return fewDecades(range, wanted);
    }
    int every = Math.max(1, (int) Math.ceil((high - low + 1.0) / Math.max(2, wanted)));
    for (int k = low; k <= high; k++) {
      if (Math.floorMod(k, every) == 0) {
        major.add(new Tick(Math.pow(10, k), power(k)));
      } else {
        minor.add(Math.pow(10, k));
      }
    }
    if (every == 1) {
      for (int k = low - 1; k <= high; k++) {
        for (int digit = 2; digit < 10; digit++) {
          minor.add(digit * Math.pow(10, k));
        }
      }
    }
    minor.removeIf(value -> value < range.min() || value > range.max());
    return new Ticks(major, minor, "", 0);
  }

  private static Ticks fewDecades(Range range, int wanted) {
    List<Tick> major = new ArrayList<>();
    int low = (int) Math.floor(Math.log10(range.min()));
    for (int k = low; k <= low + 2; k++) {
      for (int digit : new int[] {1, 2, 5}) {
        double value = digit * Math.pow(10, k);
        if (value >= range.min() && value <= range.max()) {
          major.add(new Tick(value, compact(digit, k)));
        }
      }
    }
    return major.size() >= 2 ? new Ticks(major, List.of(), "", 0) : linear(range, wanted, false);
  }

  private static RichText compact(int digit, int k) {
    if (k >= -3 && k <= 3) {
      return RichText.plain(new BigDecimal(digit).scaleByPowerOfTen(k).toPlainString());
    }
    return digit == 1 ? power(k) : RichText.plain(digit + "×").then(power(k));
  }

  private static List<Double> multiples(Range range, double step) {
    List<Double> values = new ArrayList<>();
    double first = Math.ceil(range.min() / step - 1e-9);
    for (int i = 0; i < 50 && (first + i) * step <= range.max() + 1e-9 * step; i++) {
      values.add((first + i) * step);
    }
    return values;
  }

  private static double niceStep(double rough) {
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / decade;
    if (share < 1.5) {
      return decade;
    }
    return share < 3.5 ? 2 * decade : share < 7.5 ? 5 * decade : 10 * decade;
  }

  /** The value with so many decimal places and a true minus sign. */
  static String fixed(double value, int places) {
    BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() < 0 ? "−" + rounded.negate().toPlainString() : rounded.toPlainString();
  }

  private static String significant(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    return Math.abs(rounded.scale()) > 15
        ? rounded.toString()
        : rounded.toPlainString().replace('-', '−');
  }
}
