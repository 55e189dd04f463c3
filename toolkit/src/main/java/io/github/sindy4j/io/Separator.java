package io.github.sindy4j.io;

import java.util.List;

/**
 * What stands between two cells.
 *
 * <p>Detection looks at the first lines that are neither blank nor comments: the separator is the
 * first of tab, semicolon, comma and space that occurs, outside quotes, in the first of these lines
 * and in more than half of them all. When none does, the table has one column and any separator
 * will do.
 */
enum Separator {
  TAB('\t', false),
  SEMICOLON(';', false),
  COMMA(',', false),
  SPACE(' ', true);

  private static final int LINES = 50;

  private final char symbol;
  private final boolean collapses;

  Separator(char symbol, boolean collapses) {
    this.symbol = symbol;
    this.collapses = collapses;
  }

  char symbol() {
    return symbol;
  }

  /** Whether numbers beside it may be written 1,5. */
  boolean allowsDecimalComma() {
    return this != COMMA;
  }

  /** Whether several in a row count as one. */
  boolean collapses() {
    return collapses;
  }

  static Separator detect(String sample) {
    List<String> lines =
        sample
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .limit(LINES)
            .toList();
    for (Separator candidate : values()) {
      long found = lines.stream().filter(candidate::occursIn).count();
      if (2 * found > lines.size() && candidate.occursIn(lines.get(0))) {
        return candidate;
      }
    }
    return COMMA;
  }

  private boolean occursIn(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == symbol && !quoted) {
        return true;
      }
    }
    return false;
  }
}
