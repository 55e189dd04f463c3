package io.github.sindy4j.io;

import java.util.List;

/** A table that takes rows cell by cell from text, or in blocks once its columns are known. */
interface BlockTable extends RowHandler.Rows {
  /** Where its rows are kept. */
  TableColumns cells();

  /** Without rows, but knowing which columns turned out to be text, and the decimal mark. */
  BlockTable emptied();

  @Override
  default CellSink[] sinks() {
    return cells().sinks();
  }

  @Override
  default void endRow(long line) {
    cells().endRow(line);
  }

  /**
   * What the columns hold, as far as it is known; a column that turned out to be text may hold
   * anything.
   */
  default List<RowLayout.Column> columns() {
    return cells().kinds();
  }

  /** The decimal mark; a point where no number had one yet. */
  default char mark() {
    return cells().mark();
  }

  /** How many rows there are. */
  default int rows() {
    return cells().rows();
  }

  /** The line of row i. */
  default int line(int row) {
    return cells().line(row);
  }

  /** Adds the rows of a block whose first line is this, laid out as {@link #columns} say. */
  default void append(RowBlock block, long line) {
    cells().append(block, line);
  }

  /** Its rows as a block of so many lines, of which the first is line 1. */
  default RowBlock block(int lines) {
    return cells().block(lines);
  }
}
