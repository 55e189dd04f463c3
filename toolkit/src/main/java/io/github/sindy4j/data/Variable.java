package io.github.sindy4j.data;

import io.github.sindy4j.notice.BadData;

/**
 * A named quantity.
 *
 * @param name its name, not blank
 * @param unit its unit as the user wrote it, empty when none was given
 */
public record Variable(String name, String unit) {
  /** Checks the name. */
  public Variable {
    if (name.isBlank()) {
      throw new BadData(
          "blank-column-name", "", "a column has an empty name", "Give every column a name");
    }
  }

  /** Reads {@code "x"} or {@code "x [m]"}. */
  public static Variable parse(String header) {
    String text = header.strip();
    int open = text.lastIndexOf('[');
    boolean hasUnit = text.endsWith("]") && open > 0;
    return hasUnit
        ? new Variable(
            text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1).strip())
        : new Variable(text, "");
  }

  /** {@code "x"} or {@code "x [m]"}. */
  public String label() {
    return unit.isEmpty() ? name : name + " [" + unit + "]";
  }
}
