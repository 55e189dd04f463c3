package io.github.sindy4j.bench.rows;

import io.github.sindy4j.notice.BadSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options in pairs {@code --name value}, each given at most once. */
public final class Arguments {
  private final Map<String, String> given;

  private Arguments(Map<String, String> given) {
    this.given = given;
  }

  /** Whether help is wanted: by asking, or by saying nothing. */
  public static boolean askForHelp(List<String> arguments) {
    return arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h");
  }

  /** Reads pairs; only these names are known. */
  public static Arguments of(List<String> arguments, List<String> known) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      BadSetting.require(
          known.contains(name),
          name,
          "is not an option",
          "The options are " + String.join(", ", known) + " and --help");
      BadSetting.require(
          i + 1 < arguments.size() && !known.contains(arguments.get(i + 1)),
          name,
          "has no value",
          "Write " + name + " and its value, with a space between; --help shows examples");
      BadSetting.require(
          given.putIfAbsent(name, arguments.get(i + 1)) == null,
          name,
          "is given twice",
          "Put several values in one list: 5,10");
    }
    return new Arguments(given);
  }

  /** The names that were given. */
  public List<String> names() {
    return List.copyOf(given.keySet());
  }

  /** Whether this option was given. */
  public boolean has(String name) {
    return given.containsKey(name);
  }

  /** Its value, or this one. */
  public String get(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }

  /** Its value, which must be there. */
  public String demanded(String name, String cure) {
    BadSetting.require(has(name), name, "is missing", cure);
    return get(name, "");
  }

  /** Numbers such as 5,10 or 0-9 or both. */
  public List<Integer> list(String name, String otherwise) {
    String text = get(name, otherwise);
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      BadSetting.require(
          part.matches("[0-9]{1,7}(-[0-9]{1,7})?"),
          name,
          "cannot be read: " + text,
          "Write a list such as 5,10 or 0-9");
      String[] ends = part.split("-", -1);
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      BadSetting.require(
          first <= last && last - first <= 100_000,
          name,
          "goes backwards or too far: " + part,
          "Write the smaller number first");
      for (int k = first; k <= last; k++) {
        numbers.add(k);
      }
    }
    return numbers;
  }

  /** How many rows at a time. */
  public int threads(int cores) {
    String text = get("--threads", String.valueOf(cores));
    BadSetting.require(
        text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1,
        "--threads",
        "must be a whole number from 1 but is " + text,
        "This machine has " + cores + " cores");
    return Integer.parseInt(text);
  }

  /** The path without {@code .csv}, {@code .png}, {@code .svg} or {@code .md}. */
  public static Path withoutEnding(String name) {
    return Path.of(name.replaceFirst("\\.(csv|png|svg|md)$", ""));
  }
}
