package io.github.sindy4j.io;

import io.github.sindy4j.notice.SindyException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads large tables by all cores: the first lines as ever, the rest in blocks of bytes. A file
 * that cannot be read so, or is wrong, is left to {@link TableReader}, which has read the first
 * lines and knows how to say what is wrong.
 *
 * @param least the smallest file it is worth while for, in bytes
 * @param blockSize the size of a block, in bytes
 */
record PlainTables(long least, int blockSize) {
  private static final int HEAD_LINES = 100;

  /** As it is of use: files from 256 kB on, in blocks of half a megabyte. */
  static PlainTables standard() {
    return new PlainTables(1 << 18, 1 << 19);
  }

  /** The table in a file; empty if it must be read in another way. */
  <T extends BlockTable> Optional<T> read(Path path, Place place, TableReader<T> reader) {
    try {
      if (!Files.isRegularFile(path) || Files.size(path) < least) {
        return Optional.empty();
      }
      try (FileChannel channel = FileChannel.open(path)) {
        return read(ByteSource.of(channel), place, reader);
      }
    } catch (IOException e) {
      return Optional.empty(); // The other way fails too, and tells where.
    }
  }

  /** The table in bytes; empty if it must be read in another way. */
  <T extends BlockTable> Optional<T> read(ByteSource source, Place place, TableReader<T> reader) {
    try {
      if (source.size() < least) {
        return Optional.empty();
      }
      Optional<Head<T>> head = head(reader.sampleOf(Csv.decode(source.stream())), reader);
      if (head.isEmpty()) {
        return Optional.empty();
      }
      T table = head.get().table();
      ByteBlocks blocks =
          new ByteBlocks(
              source, head.get().bytes(), source.size(), blockSize, head.get().careful(place));
      return blocks.appendTo(table, head.get().layout().line())
          ? Optional.of(table)
          : Optional.empty();
    } catch (IOException | UncheckedIOException | SindyException e) {
      return Optional.empty(); // The other way fails too, and tells where.
    }
  }

  /**
   * What the first lines of a file tell.
   *
   * @param table their rows
   * @param layout of the rows behind them
   * @param bytes how many they are
   * @param firstRow the line of their first row, and how many bytes come before it
   * @param <T> the table
   */
  record Head<T extends BlockTable>(T table, RowLayout layout, long bytes, Start firstRow) {
    /** Reads further lines that are not plain. */
    CarefulRows careful(Place place) {
      return new CarefulRows(place, layout, table::emptied);
    }
  }

  /**
   * Where a line begins.
   *
   * @param line counted from 1
   * @param bytes before it
   */
  record Start(long line, long bytes) {}

  /**
   * Reads the first lines of the beginning of a text; empty where the rest cannot be read in
   * blocks.
   */
  static <T extends BlockTable> Optional<Head<T>> head(String sample, TableReader<T> reader) {
    boolean marked = sample.startsWith(TableReader.BYTE_ORDER_MARK);
    String text = marked ? sample.substring(1) : sample;
    String head = firstLines(text, HEAD_LINES);
    if (head.isEmpty() || text.indexOf('\0') >= 0 || hasLoneReturn(head)) {
      return Optional.empty();
    }
    Separator separator = Separator.detect(text);
    T table = reader.read(new StringReader(head), separator);
    long lines = head.chars().filter(c -> c == '\n').count();
    RowLayout layout = new RowLayout(separator, table.columns(), table.mark(), lines + 1);
    long mark = marked ? 3 : 0;
    long firstLine = table.rows() > 0 ? table.line(0) : lines + 1;
    Start firstRow = new Start(firstLine, mark + bytes(firstLines(head, firstLine - 1)));
    return Optional.of(new Head<>(table, layout, mark + bytes(head), firstRow));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String firstLines(String text, long most) {
    int end = 0;
    for (int line = 0; line < most; line++) {
      int next = text.indexOf('\n', end);
      if (next < 0) {
        break;
      }
      end = next + 1;
    }
    return text.substring(0, end);
  }

  /** Whether a line ends as lines ended on old machines, which the blocks do not know. */
  private static boolean hasLoneReturn(String text) {
    for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
        return true;
      }
    }
    return false;
  }
}
