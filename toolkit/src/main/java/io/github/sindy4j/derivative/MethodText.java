package io.github.sindy4j.derivative;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a method and its settings are written: {@code name:key=value,key=value}; what is not written
 * has its default.
 */
final class MethodText {
  private final String name;
  private final Map<String, String> settings;

  private MethodText(String name, Map<String, String> settings) {
    this.name = name;
    this.settings = settings;
  }

  /** The name with all settings that are not empty. */
  static String of(String name, String... settings) {
    String joined =
        Arrays.stream(settings).filter(s -> !s.isEmpty()).collect(Collectors.joining(","));
    return joined.isEmpty() ? name : name + ":" + joined;
  }

  /** Reads a name and settings; empty where a setting lacks its '=' or comes twice. */
  static Optional<MethodText> read(String text) {
    String[] parts = text.strip().split(":", 2);
    Map<String, String> settings = new LinkedHashMap<>();
    if (parts.length == 2) {
      for (String setting : parts[1].split(",", -1)) {
        String[] pair = setting.split("=", 2);
        if (pair.length != 2 || settings.put(pair[0].strip(), pair[1].strip()) != null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new MethodText(parts[0].strip(), settings));
  }

  String name() {
    return name;
  }

  /** Takes a setting, read like this; empty where it is not written. */
  <T> Optional<T> take(String key, Function<String, T> read) {
    return Optional.ofNullable(settings.remove(key)).map(read);
  }

  /**
   * Takes {@code weight=…} or {@code noise=…}; where both are written, the second stays untaken.
   */
  Weight takeWeight() {
    return take("weight", s -> Weight.fixed(Double.parseDouble(s)))
        .or(() -> take("noise", s -> Weight.ofNoise(Double.parseDouble(s))))
        .orElse(Weight.automatic());
  }

  /** Takes {@code terms=…} or {@code noise=…}; where both are written, the second stays untaken. */
  Terms takeTerms() {
    return take("terms", s -> Terms.count(Integer.parseInt(s)))
        .or(() -> take("noise", s -> Terms.ofNoise(Double.parseDouble(s))))
        .orElse(Terms.automatic());
  }

  /** Whether every setting was taken. */
  boolean isEmpty() {
    return settings.isEmpty();
  }
}
