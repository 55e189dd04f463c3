package io.github.sindy4j.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of a file, column by column, before anybody has judged them. */
final class Table implements RowHandler.Rows {
  private static final String CURE =
      "Mend the cell, or empty every state of this row to mark a gap,"
          + " or leave the column out by naming the others";

  private final Place place;
  private final Header header;
  private final Roles roles;
  private final Map<Integer, NumberColumn> numbers = new TreeMap<>();
  private final Optional<IdColumn> ids;
  private final CellSink[] sinks;
  private final Ints lines = new Ints();

  Table(Place place, Header header, CsvOptions options, boolean decimalComma) {
    this.place = place;
    this.header = header;
    this.roles = Roles.of(header, options, place);
    NumberCell cell = new NumberCell(decimalComma);
    addNumbers(List.of(roles.time()), cell, false);
    addNumbers(roles.states(), cell, roles.automatic());
    addNumbers(roles.controls(), cell, false);
    addNumbers(roles.rates(), cell, false);
    ids = roles.trajectory().isPresent() ? Optional.of(new IdColumn()) : Optional.empty();
    sinks = new CellSink[header.width()];
    for (int c = 0; c < sinks.length; c++) {
      sinks[c] = numbers.containsKey(c) ? numbers(c) : CellSink.SKIPPED;
    }
    ids.ifPresent(column -> sinks[roles.trajectory().orElseThrow()] = column);
  }

  private void addNumbers(List<Integer> columns, NumberCell cell, boolean candidates) {
    for (int c : columns) {
      numbers.put(c, new NumberColumn(header.columns().get(c), place, cell, candidates, CURE));
    }
  }

  @Override
  public CellSink[] sinks() {
    return sinks;
  }

  @Override
  public void endRow(long line) {
    lines.add((int) line);
  }

  int rows() {
    return lines.size();
  }

  /** Where row i stands in the file. */
  Place at(int row) {
    return place.line(lines.get(row));
  }

  /** The line of row i. */
  int line(int row) {
    return lines.get(row);
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
    return ids;
  }

  NumberColumn numbers(int column) {
    return Optional.ofNullable(numbers.get(column)).orElseThrow();
  }

  NumberColumn[] numbers(List<Integer> columns) {
    return columns.stream().map(this::numbers).toArray(NumberColumn[]::new);
  }
}
