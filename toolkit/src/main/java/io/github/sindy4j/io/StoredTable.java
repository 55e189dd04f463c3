package io.github.sindy4j.io;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.notice.Unsupported;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file and what their columns mean.
 *
 * @param table with the first rows, which decide what the columns hold
 * @param choice the states
 * @param columns where the numbers of a sample stand
 * @param blocks all rows
 * @param line where the first of them stands
 * @param faults says what is wrong with a block that cannot be read
 * @param <B> the blocks
 */
record StoredTable<B extends BlockOrder>(
    Table table, StateChoice choice, StoredColumns columns, B blocks, long line, Faults faults) {
  /** Says what is wrong with a block that cannot be read. */
  @FunctionalInterface
  interface Faults {
    /** Throws what an ordinary reader would; returns where that one would find nothing wrong. */
    void explain(int block, long line) throws IOException;
  }

  static StoredTable<TableBlocks> ofText(
      ByteSource source, Place place, CsvOptions options, int blockSize) throws IOException {
    PlainTables.Head<Table> head = head(source.stream(), place, options);
    ByteBlocks blocks =
        new ByteBlocks(
            source, head.firstRow().bytes(), source.size(), blockSize, head.careful(place));
    return of(head.table(), blocks, head.firstRow().line(), blocks::explain);
  }

  /** Those of a text that goes by once, of which this is the beginning. */
  static StoredTable<PassingBlocks> ofPassing(
      byte[] beginning, InputStream rest, Place place, CsvOptions options, int blockSize)
      throws IOException {
    PlainTables.Head<Table> head = head(new ByteArrayInputStream(beginning), place, options);
    int from = Math.toIntExact(head.firstRow().bytes());
    InputStream rows =
        new SequenceInputStream(
            new ByteArrayInputStream(beginning, from, beginning.length - from), rest);
    PassingBlocks blocks = new PassingBlocks(rows, place, blockSize, head.careful(place));
    return of(head.table(), blocks, head.firstRow().line(), blocks::explain);
  }

  private static PlainTables.Head<Table> head(InputStream in, Place place, CsvOptions options)
      throws IOException {
    TableReader<Table> reader = Csv.tables(place, options);
    String sample = reader.sampleOf(Csv.decode(in));
    Optional<PlainTables.Head<Table>> head = PlainTables.head(sample, reader);
    if (head.isEmpty() && (sample.isBlank() || sample.indexOf('\0') >= 0)) {
      reader.read(new StringReader(sample)); // Says what is wrong with it.
    }
    return head.orElseThrow(
        () -> notPlain(place.text(), "does not begin with rows in lines that end in a line feed"));
  }

  static StoredTable<TableBlocks> ofArray(
      FileChannel channel, Place place, CsvOptions options, int blockSize) throws IOException {
    NpyHeader header = NpyHeader.read(channel, place);
    Table table = Npy.table(place, header, options);
    int rows = Math.max(1, blockSize / (header.type().bytes() * header.cols()));
    NpyBlocks blocks = Npy.blocks(channel, header, table, options, rows);
    if (blocks.count() > 0) {
      table.append(blocks.read(0).orElseThrow(), 1);
    }
    return of(table, blocks, 1, (block, line) -> {});
  }

  private static <B extends BlockOrder> StoredTable<B> of(
      Table table, B blocks, long line, Faults faults) {
    new Assembler(table).requireShape();
    StateChoice choice = StateChoice.of(table);
    return new StoredTable<>(
        table, choice, StoredColumns.of(table, choice.states()), blocks, line, faults);
  }

  /** The meaning of the columns. */
  Schema schema() {
    return new Schema(
        table.numbers(table.roles().time()).variable(),
        variables(choice.states()),
        variables(table.roles().controls()));
  }

  private List<Variable> variables(List<Integer> chosen) {
    return chosen.stream().map(c -> table.numbers(c).variable()).toList();
  }

  /** The refusal of a text that only a reader of the whole understands. */
  static SindyException notPlain(String where, String what) {
    return new Unsupported(
        "stream-not-plain",
        where,
        what + ", which a streamed fit does not read",
        "Write rows in lines that end in a line feed, each cell in one line, or leave out"
            + " --stream");
  }
}
