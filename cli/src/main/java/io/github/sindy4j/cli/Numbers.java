package io.github.sindy4j.cli;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers as people write and read them. */
final class Numbers {
  private static final double ROUNDING = 1e-10;

  private Numbers() {}

  /** A finite number. */
  static double parse(String option, String text, String meaning) {
    double value = Double.NaN;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException broken) {
      // Refused below, like NaN and infinities.
    }
    BadSetting.require(
        Double.isFinite(value), option, "'" + text + "' is not a number", "Write " + meaning);
    return value;
  }

  /** {@code 1,2,3}, or {@code x=1,y=2,z=3} in any order. */
  static Vec point(String option, String text, List<String> names) {
    List<String> parts = List.of(text.split(",", -1));
    String cure = "Write one number for each of " + String.join(", ", names);
    BadSetting.require(
        parts.size() == names.size(),
        option + " " + text,
        "has " + parts.size() + " number(s) where the model has " + names.size() + " state(s)",
        cure);
    double[] values = new double[names.size()];
    List<String> seen = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      int equals = parts.get(k).lastIndexOf('=');
      String name = equals < 0 ? names.get(k) : parts.get(k).substring(0, equals).strip();
      int place = names.indexOf(name);
      BadSetting.require(
          place >= 0 && !seen.contains(name),
          option + " " + text,
          place < 0 ? "there is no state '" + name + "'" : "'" + name + "' occurs twice",
          cure);
      seen.add(name);
      values[place] = parse(option, parts.get(k).substring(equals + 1), "a number");
    }
    return Vec.of(values);
  }

  /** Up to {@code digits} significant digits, without an exponent where it is not needed. */
  static String brief(double value, int digits) {
    String text = digits(value, digits);
    return text.contains(".") ? text.replaceAll("\\.?0+(e|$)", "$1") : text;
  }

  /** The same, with zeros at the end. */
  static String digits(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "unknown" : value > 0 ? "infinite" : "-infinite";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    int before = size == 0 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, digits - before) + "f", value);
  }

  /** How large a relative error is: two digits, unless it is no more than rounding. */
  static String size(double value) {
    if (Math.abs(value) < ROUNDING) {
      return value == 0 ? "0" : "<1e-10";
    }
    return Double.isInfinite(value) ? "∞" : digits(value, 2);
  }

  /** A value with as many digits as its half width leaves, from 4 to 7. */
  static String matching(double value, double half) {
    int size = (int) Math.floor(Math.log10(Math.abs(value)));
    boolean known = half > 0 && Double.isFinite(half);
    int figures = known ? size + 2 - (int) Math.floor(Math.log10(half)) : 4;
    return digits(value, Math.max(4, Math.min(7, figures)));
  }

  /** R², with as many nines as there are, and two digits after them. */
  static String r2(double value) {
    if (Double.isNaN(value)) {
      return "undefined";
    }
    double rest = 1 - value;
    int digits = rest > 0 && rest < 1 ? (int) Math.ceil(-Math.log10(rest)) + 2 : 4;
    return String.format(Locale.ROOT, "%." + Math.min(12, Math.max(4, digits)) + "f", value);
  }

  /** {@code 1 sample}, {@code 2 samples}. */
  static String count(long count, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return count + " " + (count == 1 ? noun : plural);
  }
}
