package io.github.sindy4j.regress;

import io.github.sindy4j.notice.BadSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link SparseRegressor#text} writes. */
final class RegressorParser {
  private static final String CURE =
      "Write least-squares, ridge:ALPHA, stlsq, or stlsq:threshold=T,ridge=A";

  private final String text;

  RegressorParser(String text) {
    this.text = text;
  }

  SparseRegressor parse() {
    String[] parts = text.strip().split(":", 2);
    String arguments = parts.length == 2 ? parts[1].strip() : "";
    return switch (parts[0].strip()) {
      case "least-squares" -> leastSquares(arguments);
      case "ridge" -> new Ridge(number(arguments));
      case "stlsq" -> stlsq(parts.length == 2 ? named(arguments) : Map.of());
      default -> throw error("'" + text + "' is not an optimizer");
    };
  }

  private SparseRegressor leastSquares(String arguments) {
    if (!arguments.isEmpty()) {
      throw error("least-squares takes no '" + arguments + "'");
    }
    return new LeastSquares();
  }

  private SparseRegressor stlsq(Map<String, Double> settings) {
    Stlsq stlsq = Stlsq.defaults().withRidge(settings.getOrDefault("ridge", 0.0));
    return settings.containsKey("threshold")
        ? stlsq.withThreshold(settings.getOrDefault("threshold", 0.0))
        : stlsq;
  }

  private Map<String, Double> named(String arguments) {
    Map<String, Double> settings = new LinkedHashMap<>();
    Set<String> known = Set.of("threshold", "ridge");
    for (String argument : List.of(arguments.split(",", -1))) {
      String[] pair = argument.split("=", 2);
      String name = pair[0].strip();
      if (pair.length != 2 || !known.contains(name)) {
        throw error(
            "'" + argument.strip() + "' in '" + text + "' is neither threshold=T nor ridge=A");
      }
      if (settings.containsKey(name)) {
        throw error("'" + name + "' occurs twice in '" + text + "'");
      }
      settings.put(name, number(pair[1]));
    }
    return settings;
  }

  private double number(String digits) {
    try {
      return Double.parseDouble(digits.strip());
    } catch (NumberFormatException broken) {
      throw error("'" + digits.strip() + "' in '" + text + "' is not a number");
    }
  }

  private static BadSetting error(String what) {
    return new BadSetting("bad-optimizer", "optimizer", what, CURE);
  }
}
