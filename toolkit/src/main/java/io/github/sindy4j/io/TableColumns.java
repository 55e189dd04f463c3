package io.github.sindy4j.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cells of a table, column by column, and the lines of its rows. */
final class TableColumns {
  private final Place place;
  private final Header header;
  private final String cure;
  private final NumberCell cell;
  private final Map<Integer, NumberColumn> numbers = new TreeMap<>();
  private final CellSink[] sinks;
  private final Ints lines = new Ints();
  private Optional<IdColumn> ids = Optional.empty();
  private int idColumn = -1;

  /** None of interest yet; {@code cure} is for text among numbers. */
  TableColumns(Place place, Header header, boolean decimalComma, String cure) {
    this.place = place;
    this.header = header;
    this.cure =
        header.width() > 1 ? cure : "Separate the cells by commas, semicolons, tabs or blanks";
    this.cell = new NumberCell(decimalComma);
    this.sinks = new CellSink[header.width()];
    Arrays.fill(sinks, CellSink.SKIPPED);
  }

  /** These columns hold numbers; if they are candidates, they may turn out to hold text. */
  void addNumbers(List<Integer> columns, boolean candidates) {
    addNumbers(columns, candidates, cure);
  }

  /** The same with another cure for text among them, where there are several columns. */
  void addNumbers(List<Integer> columns, boolean candidates, String other) {
    String own = header.width() > 1 ? other : cure;
    for (int c : columns) {
      NumberColumn column = new NumberColumn(header.columns().get(c), place, cell, candidates, own);
      numbers.put(c, column);
      sinks[c] = column;
    }
  }

  /** This column holds names. */
  void addIds(int column) {
    IdColumn names = new IdColumn();
    ids = Optional.of(names);
    idColumn = column;
    sinks[column] = names;
  }

  /** Takes over what the same columns know after other rows: kinds, and the decimal mark. */
  void expectAs(TableColumns other) {
    numbers.forEach((c, column) -> column.expectAs(other.numbers(c)));
    cell.decideAs(other.cell);
  }

  CellSink[] sinks() {
    return sinks;
  }

  void endRow(long line) {
    lines.add((int) line);
  }

  char mark() {
    return cell.mark();
  }

  int rows() {
    return lines.size();
  }

  int line(int row) {
    return lines.get(row);
  }

  NumberColumn numbers(int column) {
    return Optional.ofNullable(numbers.get(column)).orElseThrow();
  }

  NumberColumn[] numbers(List<Integer> columns) {
    return columns.stream().map(this::numbers).toArray(NumberColumn[]::new);
  }

  Optional<IdColumn> ids() {
    return ids;
  }

  /** What they hold, as far as it is known. */
  List<RowLayout.Column> kinds() {
    List<RowLayout.Column> kinds = new ArrayList<>();
    for (int c = 0; c < sinks.length; c++) {
      kinds.add(
          isNumbers(c)
              ? RowLayout.Column.NUMBERS
              : c == idColumn ? RowLayout.Column.NAMES : RowLayout.Column.ANYTHING);
    }
    return kinds;
  }

  private boolean isNumbers(int c) {
    return numbers.containsKey(c) && numbers(c).firstText().isEmpty();
  }

  private List<NumberColumn> ofNumbers() {
    return numbers.values().stream().filter(column -> column.firstText().isEmpty()).toList();
  }

  /** Adds the rows of a block whose first line is this. */
  void append(RowBlock block, long line) {
    int slot = 0;
    for (NumberColumn column : ofNumbers()) {
      column.append(block, slot++);
    }
    ids.ifPresent(column -> column.append(block));
    lines.addLines(block, (int) line);
  }

  /** The rows as a block of so many lines, of which the first is line 1. */
  RowBlock block(int lineCount) {
    List<NumberColumn> columns = ofNumbers();
    RowBlock block = new RowBlock(columns.size(), ids.isPresent(), rows());
    int[] rowLines = new int[rows()];
    for (int row = 0; row < rowLines.length; row++) {
      block.addRow();
      for (int slot = 0; slot < columns.size(); slot++) {
        block.set(slot, columns.get(slot).get(row));
      }
      if (ids.isPresent() && ids.get().get(row) != IdColumn.MISSING) {
        block.setName(ids.get().names().get(ids.get().get(row)));
      }
      rowLines[row] = line(row) - 1;
    }
    block.setLines(rowLines, lineCount);
    return block;
  }
}
