package io.github.sindy4j.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A table of text, of which some columns may be typeset as mathematics.
 *
 * @param header the names of the columns
 * @param rows the cells, row by row, as many as there are columns
 * @param highlighted the row to be set off, counted from 0, if any
 * @param mathematics the columns, counted from 0, that hold terms such as {@code -y ∂/∂x + x ∂/∂y}
 */
public record Table(
    List<String> header,
    List<List<String>> rows,
    OptionalInt highlighted,
    Set<Integer> mathematics) {
  /** No table. */
  public static final Table NONE = of(List.of(), List.of());

  /** Copies the lists and checks that the rows are as long as the header. */
  public Table {
    header = List.copyOf(header);
    mathematics = Set.copyOf(mathematics);
    rows = rows.stream().<List<String>>map(List::copyOf).toList();
    for (int i = 0; i < rows.size(); i++) {
      Checks.sameSize("Table: the header and row " + i, header.size(), rows.get(i).size());
    }
  }

  /** A table in which no row is set off. */
  public static Table of(List<String> header, List<List<String>> rows) {
    return new Table(header, rows, OptionalInt.empty(), Set.of());
  }

  /** This table with row {@code row} set off. */
  public Table highlighting(int row) {
    return new Table(header, rows, OptionalInt.of(row), mathematics);
  }

  /** This table with these columns typeset as mathematics. */
  public Table typesetting(Integer... columns) {
    return new Table(header, rows, highlighted, Set.of(columns));
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
