package io.github.sindy4j.io;

import java.io.IOException;

/** Writes single cells so that they are read back as they were. */
final class CsvText {
  private CsvText() {}

  /**
   * A number that reads back bit for bit; NaN, which marks what is missing, gives an empty cell.
   */
  static void number(Appendable out, double value) throws IOException {
    if (!Double.isNaN(value)) {
      out.append(Double.toString(value));
    }
  }

  /** Text, in quotes where it needs them. */
  static void text(Appendable out, String text) throws IOException {
    if (needsQuotes(text)) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || !text.equals(text.strip())
        || text.startsWith("#")
        || text.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ');
  }
}
