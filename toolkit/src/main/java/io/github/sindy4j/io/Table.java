package io.github.sindy4j.io;

import java.util.ArrayList;
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
  private final NumberCell cell;
  private final CsvOptions options;
  private final boolean decimalComma;
  private long appended;

  Table(Place place, Header header, CsvOptions options, boolean decimalComma) {
    this.place = place;
    this.header = header;
    this.options = options;
    this.decimalComma = decimalComma;
    this.roles = Roles.of(header, options, place);
    cell = new NumberCell(decimalComma);
    addNumbers(List.of(roles.time()), false);
    addNumbers(roles.states(), roles.automatic());
    addNumbers(roles.controls(), false);
    addNumbers(roles.rates(), false);
    ids = roles.trajectory().isPresent() ? Optional.of(new IdColumn()) : Optional.empty();
    sinks = new CellSink[header.width()];
    for (int c = 0; c < sinks.length; c++) {
      sinks[c] = numbers.containsKey(c) ? numbers(c) : CellSink.SKIPPED;
    }
    ids.ifPresent(column -> sinks[roles.trajectory().orElseThrow()] = column);
  }

  /** Without rows, but knowing which columns turned out to be text. */
  Table emptied() {
    Table empty = new Table(place, header, options, decimalComma);
    numbers.forEach((c, column) -> column.firstText().ifPresent(empty.numbers(c)::markText));
    return empty;
  }

  private void addNumbers(List<Integer> columns, boolean candidates) {
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

  /**
   * What the columns hold, as far as it is known; a column that turned out to be text may hold
   * anything.
   */
  List<RowLayout.Column> columns() {
    List<RowLayout.Column> columns = new ArrayList<>();
    for (int c = 0; c < sinks.length; c++) {
      boolean number = numbers.containsKey(c) && numbers(c).firstText().isEmpty();
      boolean name = ids.isPresent() && c == roles.trajectory().orElseThrow();
      columns.add(
          number
              ? RowLayout.Column.NUMBERS
              : name ? RowLayout.Column.NAMES : RowLayout.Column.ANYTHING);
    }
    return columns;
  }

  /** The decimal mark; a point where no number had one yet. */
  char mark() {
    return cell.mark();
  }

  /** Adds rows that stand in consecutive lines from this one, laid out as {@link #columns} say. */
  void append(RowBlock block, long line) {
    int slot = 0;
    for (int c = 0; c < sinks.length; c++) {
      if (numbers.containsKey(c) && numbers(c).firstText().isEmpty()) {
        numbers(c).append(block, slot++);
      }
    }
    ids.ifPresent(column -> column.append(block));
    lines.addRun((int) line, block.rows());
    appended += block.rows();
  }

  /** How many rows were added in blocks. */
  long appended() {
    return appended;
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
