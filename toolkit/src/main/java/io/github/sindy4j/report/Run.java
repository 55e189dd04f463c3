package io.github.sindy4j.report;

/** A piece of text in one style. */
record Run(String text, boolean italic, Level level) {
  /** Where a piece stands relative to the line. */
  enum Level {
    LINE,
    SUPERSCRIPT,
    SUBSCRIPT
  }

  static Run upright(String text) {
    return new Run(text, false, Level.LINE);
  }

  static Run italic(String text) {
    return new Run(text, true, Level.LINE);
  }

  Run at(Level newLevel) {
    return new Run(text, italic, newLevel);
  }
}
