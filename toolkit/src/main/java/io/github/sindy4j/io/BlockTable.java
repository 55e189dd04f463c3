package io.github.sindy4j.io;

import java.util.List;

/** A table that takes rows cell by cell from text, or in blocks once its columns are known. */
interface BlockTable extends RowHandler.Rows {
  /**
   * What the columns hold, as far as it is known; a column that turned out to be text may hold
   * anything.
   */
  List<RowLayout.Column> columns();

  /** The decimal mark; a point where no number had one yet. */
  char mark();

  /** How many rows there are. */
  int rows();

  /** The line of row i. */
  int line(int row);

  /** Without rows, but knowing which columns turned out to be text, and the decimal mark. */
  BlockTable emptied();

  /** Adds the rows of a block whose first line is this, laid out as {@link #columns} say. */
  void append(RowBlock block, long line);

  /** Its rows as a block of so many lines, of which the first is line 1. */
  RowBlock block(int lines);
}
