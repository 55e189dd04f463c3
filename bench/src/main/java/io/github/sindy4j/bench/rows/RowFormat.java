package io.github.sindy4j.bench.rows;

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
