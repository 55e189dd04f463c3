package io.github.sindy4j.formulation;

import io.github.sindy4j.notice.BadSetting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what {@link WeakForm#text} writes. */
final class WeakFormParser {
  private static final String CURE =
      "Write weak, or weak:width=HALF-WIDTH,order=P, such as weak:width=0.3,order=10, or"
          + " sharpness=ETA in place of order";

  private final String text;
  private final Set<String> seen = new HashSet<>();

  WeakFormParser(String text) {
    this.text = text;
  }

  WeakForm parse() {
    String[] parts = text.strip().split(":", 2);
    if (!parts[0].strip().equals("weak")) {
      throw error("'" + text + "' is not a weak form");
    }
    WeakForm form = WeakForm.automatic();
    for (String argument :
        parts.length == 2 ? List.of(parts[1].split(",", -1)) : List.<String>of()) {
      form = with(form, argument.strip());
    }
    if (seen.contains("order") && seen.contains("sharpness")) {
      throw error(
          "'" + text + "' has both order and sharpness, which belong to different functions");
    }
    return form;
  }

  private WeakForm with(WeakForm form, String argument) {
    String[] pair = argument.split("=", 2);
    String name = pair[0].strip();
    if (pair.length != 2) {
      throw error("'" + argument + "' in '" + text + "' has no value");
    }
    if (!seen.add(name)) {
      throw error("'" + name + "' occurs twice in '" + text + "'");
    }
    double value = number(pair[1].strip());
    return switch (name) {
      case "width" -> form.withHalfWidth(value);
      case "order" -> form.withBump(new PolynomialBump(whole(value)));
      case "sharpness" -> form.withBump(new SmoothBump(value));
      default -> throw error("'" + name + "' in '" + text + "' is not known");
    };
  }

  private int whole(double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw error("the order in '" + text + "' is not a whole number");
    }
    return (int) value;
  }

  private double number(String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException broken) {
      throw error("'" + digits + "' in '" + text + "' is not a number");
    }
  }

  private static BadSetting error(String what) {
    return new BadSetting("bad-formulation", "formulation", what, CURE);
  }
}
