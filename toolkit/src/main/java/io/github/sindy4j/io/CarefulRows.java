package io.github.sindy4j.io;

import io.github.sindy4j.notice.SindyException;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads lines that are not plain, with quotes, comments, or other bytes than ASCII, by the reader
 * of whole texts; gives nothing where that finds a mistake, or where a column turns out to be other
 * than it was. For any number of threads.
 *
 * @param place of the text
 * @param layout of the rows
 * @param empty makes a table without rows that knows its columns
 */
record CarefulRows(Place place, RowLayout layout, Supplier<? extends BlockTable> empty) {
  /** The rows of the whole lines {@code bytes[from … to−1]}. */
  Optional<RowBlock> read(byte[] bytes, int from, int to) {
    try {
      BlockTable table = table(bytes, from, to, 1);
      boolean known = table.columns().equals(layout.columns()) && table.mark() == layout.mark();
      return known ? Optional.of(table.block(lines(bytes, from, to))) : Optional.empty();
    } catch (SindyException mistake) {
      return Optional.empty(); // Who knows the number of the line will say so.
    }
  }

  private BlockTable table(byte[] bytes, int from, int to, long line) {
    BlockTable table = empty.get();
    TableReader.readOn(
        place,
        Csv.decode(new ByteArrayInputStream(bytes, from, to - from)),
        layout.separator(),
        table,
        line);
    return table;
  }

  /** Throws what is wrong with lines of which the first is this; where nothing is, returns. */
  void explain(byte[] bytes, int from, int to, long line) {
    table(bytes, from, to, line);
  }

  /** How many lines end in these bytes, the last perhaps without a mark. */
  private static int lines(byte[] bytes, int from, int to) {
    int lines = to > from && bytes[to - 1] != '\n' && bytes[to - 1] != '\r' ? 1 : 0;
    for (int i = from; i < to; i++) {
      boolean pair = bytes[i] == '\r' && i + 1 < to && bytes[i + 1] == '\n';
      lines += bytes[i] == '\n' || (bytes[i] == '\r' && !pair) ? 1 : 0;
    }
    return lines;
  }
}
