package io.github.sindy4j.io;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.github.sindy4j.notice.BadData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends the cells of every record to the columns of a table, which it makes when it has seen the
 * first row.
 *
 * <p>A line whose first cell begins with {@code #} is a comment; a row whose cells are all empty is
 * a blank row, however many they are; empty cells beyond the header's width do not count.
 */
final class RowHandler<T extends RowHandler.Rows> extends CsvCallbackHandler<Boolean> {
  /** What takes the cells. */
  interface Rows {
    /** Where the cells go, one sink for each column of the file. */
    CellSink[] sinks();

    /** All cells of a row are in. */
    void endRow(long line);
  }

  private final Place place;
  private final boolean collapses;
  private final Function<Header, T> tables;
  private final boolean decimalComma;
  private final List<String> firstRow = new ArrayList<>();
  private Optional<T> made = Optional.empty();
  private CellSink[] sinks = {};
  private long line;
  private long linesBefore;
  private int fields;
  private int lastFilled;
  private boolean comment;

  RowHandler(Place place, Separator separator, Function<Header, T> tables) {
    this.place = place;
    this.collapses = separator.collapses();
    this.decimalComma = separator.allowsDecimalComma();
    this.tables = tables;
  }

  /** Goes on with rows that begin with this line, for a table that is there already. */
  RowHandler(Place place, Separator separator, T table, long firstLine) {
    this(place, separator, header -> table);
    made = Optional.of(table);
    sinks = table.sinks();
    linesBefore = firstLine - 1;
  }

  /** The line of the record that was read last. */
  long line() {
    return line;
  }

  /** The table, when everything has been read. */
  T table() {
    if (made.isEmpty()) {
      throw place.bad(
          "empty-file",
          "there is nothing in it",
          "Give a header and rows of numbers, such as t,x,y");
    }
    return made.get();
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = linesBefore + startingLineNumber;
    fields = 0;
    lastFilled = 0;
    comment = false;
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    int begin = offset;
    int end = offset + length;
    while (!quoted && begin < end && buffer[begin] <= ' ') {
      begin++;
    }
    while (!quoted && begin < end && buffer[end - 1] <= ' ') {
      end--;
    }
    boolean filled = quoted || begin < end;
    if (comment || (collapses && !filled)) {
      return;
    }
    if (fields == 0 && !quoted && filled && buffer[begin] == '#') {
      comment = true;
      return;
    }
    cell(buffer, begin, end - begin, quoted);
    fields++;
    lastFilled = filled ? fields : lastFilled;
  }

  private void cell(char[] buffer, int from, int length, boolean quoted) {
    if (made.isEmpty()) {
      String text = new String(buffer, from, length);
      firstRow.add(quoted ? text : unquote(text));
    } else if (fields < sinks.length) {
      sinks[fields].add(buffer, from, length, quoted, line);
    }
  }

  /** Quotes are part of a cell when blanks precede them, as in {@code t, "x"}. */
  private static String unquote(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    comment = true;
  }

  @Override
  protected void setEmpty() {}

  @Override
  protected Boolean buildRecord() {
    if (comment) {
      return true;
    }
    if (made.isEmpty()) {
      if (lastFilled > 0) {
        start();
      }
      firstRow.clear();
      return true;
    }
    if (lastFilled > sinks.length || (lastFilled > 0 && fields < sinks.length)) {
      throw ragged();
    }
    for (int c = fields; c < sinks.length; c++) {
      sinks[c].addMissing();
    }
    made.get().endRow(line);
    return true;
  }

  private BadData ragged() {
    int found = Math.max(lastFilled, Math.min(fields, sinks.length));
    return place
        .line(line)
        .bad(
            "ragged-row",
            "the row has " + cells(found) + " where the first row has " + sinks.length,
            "Give every row one cell for each column; a cell may be empty");
  }

  private static String cells(int count) {
    return count == 1 ? "1 cell" : count + " cells";
  }

  private void start() {
    boolean data = Header.isData(firstRow, decimalComma);
    List<String> names = collapses ? Header.joinUnits(firstRow) : firstRow;
    Header header = data ? Header.generate(firstRow.size()) : Header.parse(names, place.line(line));
    T table = tables.apply(header);
    made = Optional.of(table);
    sinks = table.sinks();
    for (int c = 0; data && c < sinks.length; c++) {
      sinks[c].add(firstRow.get(c).toCharArray(), 0, firstRow.get(c).length(), false, line);
    }
    if (data) {
      table.endRow(line);
    }
  }

  @Override
  protected RecordType getRecordType() {
    return RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return fields;
  }
}
