package io.github.sindy4j.bench.rows;

import io.github.sindy4j.notice.BadData;
import java.util.Comparator;

/**
 * Rows as lines of CSV.
 *
 * @param <K> what is run for one row
 * @param <R> the row
 */
public interface RowFormat<K, R> {
  /** The first line. */
  String header();

  /** A row as a line. */
  String line(R row);

  /** A line as a row; {@code where} names the line in a refusal. */
  R row(String line, String where);

  /** The cells of a line; refuses a line that has not so many. */
  static String[] cells(String line, int count, String where) {
    String[] cells = line.split(",", -1);
    if (cells.length != count) {
      throw unreadable(where, cells.length + " cells in place of " + count);
    }
    return cells;
  }

  /** A line that is no row. */
  static BadData unreadable(String where, String what) {
    return new BadData(
        "row-unreadable",
        where,
        "cannot be read: " + what,
        "Remove the line; its row is run again");
  }

  /** What was run for a row, and the order of rows. */
  Keys<K, R> keys();

  /** How rows are known and ordered. */
  interface Keys<K, R> {
    /** What was run for this row. */
    K of(R row);

    /** The order of rows in a finished file. */
    Comparator<K> order();
  }
}
