package io.github.sindy4j.io;

/** Where the cells of one column go, row by row. */
interface CellSink {
  /**
   * The next cell, {@code buffer[from … from+length−1]}; the buffer is the reader's own and must
   * not be kept.
   */
  void add(char[] buffer, int from, int length, boolean quoted, long line);

  /** The next cell is missing. */
  void addMissing();

  /** A column that nobody asked for. */
  CellSink SKIPPED =
      new CellSink() {
        @Override
        public void add(char[] buffer, int from, int length, boolean quoted, long line) {}

        @Override
        public void addMissing() {}
      };
}
