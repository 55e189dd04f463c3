package io.github.sindy4j.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The rest of a file, from a line on, in blocks that can be read in any order and by any thread:
 * block k has the lines that begin among its bytes.
 */
final class ByteBlocks implements TableBlocks {
  /** Longer lines are not read so. */
  private static final int LONGEST_LINE = 1 << 15;

  /** Of so many expected rows one more, so that few blocks must grow. */
  private static final int ROWS_SPARED = 16;

  private final ByteSource source;
  private final long from;
  private final long to;
  private final int size;
  private final RowLayout layout;
  private final CarefulRows careful;

  /** Arrays that hold a block, as many as were read at once. */
  private final Queue<byte[]> idle = new ConcurrentLinkedQueue<>();

  /** The bytes {@code from … to−1} in blocks of this size; a line begins at {@code from}. */
  ByteBlocks(ByteSource source, long from, long to, int size, CarefulRows careful) {
    this.layout = careful.layout();
    this.source = source;
    this.careful = careful;
    this.from = from;
    this.to = to;
    this.size = size;
  }

  @Override
  public int count() {
    return Math.toIntExact((to - from + size - 1) / size);
  }

  @Override
  public Optional<RowBlock> read(int block) throws IOException {
    byte[] room = Optional.ofNullable(idle.poll()).orElseGet(this::room);
    Optional<RowBlock> rows = read(lines(block, room));
    idle.add(room);
    return rows;
  }

  private Optional<RowBlock> read(Lines lines) {
    if (lines.to < 0) {
      return Optional.empty();
    }
    boolean named = layout.columns().contains(RowLayout.Column.NAMES);
    int expected = expectedRows(lines.bytes, lines.from, lines.to);
    RowBlock rows = new RowBlock(layout.numbers(), named, expected);
    return ByteRows.read(layout, lines.bytes, lines.from, lines.to, rows)
        ? Optional.of(rows)
        : careful.read(lines.bytes, lines.from, lines.to);
  }

  /**
   * Throws what is wrong with a block, of which the first line is this; returns where nothing is.
   */
  void explain(int block, long line) throws IOException {
    Lines lines = lines(block, room());
    if (lines.to > lines.from) {
      careful.explain(lines.bytes, lines.from, lines.to, line);
    }
  }

  /** By the length of a line in the middle. */
  private static int expectedRows(byte[] bytes, int from, int to) {
    int line = lineAfter(bytes, from + (to - from) / 2, to, true);
    int next = lineAfter(bytes, line, to, true);
    int rows = next > line ? (to - from) / (next - line) : 0;
    return rows + rows / ROWS_SPARED + 1;
  }

  /** The whole lines {@code bytes[from … to−1]}; to &lt; 0 where a line is too long. */
  private static final class Lines {
    private final byte[] bytes;
    private final int from;
    private final int to;

    Lines(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }
  }

  /** For the byte before a block, the block, and the end of its last line. */
  private byte[] room() {
    return new byte[1 + size + LONGEST_LINE + ByteRows.PADDING];
  }

  private Lines lines(int block, byte[] bytes) throws IOException {
    long begin = from + (long) block * size;
    long end = Math.min(to, begin + size);
    // The byte before tells whether a line begins with the block; those after end the last line.
    long first = block == 0 ? begin : begin - 1;
    int length = (int) (Math.min(to, end + LONGEST_LINE) - first);
    int filled = fill(bytes, first, length);
    boolean last = first + length == to;
    int lineStart = block == 0 ? 0 : lineAfter(bytes, 0, filled, last);
    int lineEnd = end == to ? filled : lineAfter(bytes, (int) (end - 1 - first), filled, last);
    if (lineStart < 0 || lineEnd < 0) {
      return new Lines(bytes, 0, -1);
    }
    return new Lines(bytes, lineStart, lineEnd);
  }

  private int fill(byte[] bytes, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      if (source.read(buffer, position + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.position();
  }

  /** Where the first line begins behind {@code from}; where it would, at the end; or −1. */
  private static int lineAfter(byte[] bytes, int from, int filled, boolean last) {
    for (int i = from; i < filled; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return last ? filled : -1;
  }
}
