package io.github.sindy4j.io;

import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.notice.Unsupported;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rows of a file and what their columns mean.
 *
 * @param table with the first rows, which decide what the columns hold
 * @param choice the states
 * @param columns where the numbers of a sample stand
 * @param blocks all rows
 * @param line where the first of them stands
 * @param faults says what is wrong with a block that is not plain
 */
record StoredTable(
    Table table,
    StateChoice choice,
    StoredColumns columns,
    TableBlocks blocks,
    long line,
    Faults faults) {
  /** Says what is wrong with a block that is not plain. */
  @FunctionalInterface
  interface Faults {
    /** Throws what an ordinary reader would; returns where that one would find nothing wrong. */
    void explain(int block, long line) throws IOException;
  }

  static StoredTable ofText(
      Path path, FileChannel channel, Place place, CsvOptions options, int blockSize)
      throws IOException {
    if (!Files.isRegularFile(path)) {
      throw notPlain(place, "is not an ordinary file, and can be read only once");
    }
    Optional<PlainTables.Head> found = PlainTables.head(path, place, options);
    if (found.isEmpty()) {
      throw notPlain(place, "does not begin with plain rows in lines that end in a line feed");
    }
    PlainTables.Head head = found.get();
    RowLayout layout = head.layout();
    PlainTables.Start start = head.firstRow();
    ByteBlocks blocks = new ByteBlocks(channel, start.bytes(), channel.size(), blockSize, layout);
    Faults faults =
        (block, line) ->
            Csv.tables(place, options)
                .readOn(
                    new StringReader(blocks.text(block)),
                    layout.separator(),
                    head.table().emptied(),
                    line);
    return of(head.table(), blocks, start.line(), faults);
  }

  static StoredTable ofArray(FileChannel channel, Place place, CsvOptions options, int blockSize)
      throws IOException {
    NpyHeader header = NpyHeader.read(channel, place);
    Table table = Npy.table(place, header, options);
    int rows = Math.max(1, blockSize / (header.type().bytes() * header.cols()));
    NpyBlocks blocks = Npy.blocks(channel, header, table, options, rows);
    if (blocks.count() > 0) {
      table.append(blocks.read(0).orElseThrow(), 1);
    }
    return of(table, blocks, 1, (block, line) -> {});
  }

  private static StoredTable of(Table table, TableBlocks blocks, long line, Faults faults) {
    new Assembler(table).requireShape();
    StateChoice choice = StateChoice.of(table);
    return new StoredTable(
        table, choice, StoredColumns.of(table, choice.states()), blocks, line, faults);
  }

  /** The refusal of a file that only a reader of the whole text understands. */
  static SindyException notPlain(Place place, String what) {
    return new Unsupported(
        "stream-not-plain",
        place.text(),
        what + ", which a streamed fit does not read",
        "Write plain rows of numbers without quotes or comments between them, or leave out"
            + " --stream");
  }
}
