package io.github.sindy4j.io;

import java.util.List;
import java.util.Optional;

/** The rows of a file, column by column, before anybody has judged them. */
final class Table implements BlockTable {
  private static final String CURE =
      "Mend the cell, or empty every state of this row to mark a gap,"
          + " or leave the column out by naming the others";

  private static final String TIME_CURE =
      "Write times as numbers, such as seconds since the beginning, with the unit in the header"
          + " ('t [s]'), or name another column of times (--time)";

  private final Place place;
  private final Header header;
  private final Roles roles;
  private final TableColumns cells;
  private final CsvOptions options;
  private final boolean decimalComma;

  Table(Place place, Header header, CsvOptions options, boolean decimalComma) {
    this.place = place;
    this.header = header;
    this.options = options;
    this.decimalComma = decimalComma;
    this.roles = Roles.of(header, options, place);
    this.cells = new TableColumns(place, header, decimalComma, CURE);
    cells.addNumbers(List.of(roles.time()), false, TIME_CURE);
    cells.addNumbers(roles.states(), roles.automatic());
    cells.addNumbers(roles.controls(), false);
    cells.addNumbers(roles.rates(), false);
    roles.trajectory().ifPresent(cells::addIds);
  }

  @Override
  public Table emptied() {
    Table empty = new Table(place, header, options, decimalComma);
    empty.cells.expectAs(cells);
    return empty;
  }

  @Override
  public TableColumns cells() {
    return cells;
  }

  /** Where row i stands in the file. */
  Place at(int row) {
    return place.line(line(row));
  }

  Place place() {
    return place;
  }

  Header header() {
    return header;
  }

  Roles roles() {
    return roles;
  }

  Optional<IdColumn> ids() {
    return cells.ids();
  }

  NumberColumn numbers(int column) {
    return cells.numbers(column);
  }

  NumberColumn[] numbers(List<Integer> columns) {
    return cells.numbers(columns);
  }
}
