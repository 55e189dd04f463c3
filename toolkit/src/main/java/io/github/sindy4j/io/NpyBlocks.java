package io.github.sindy4j.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rows of a NumPy array in blocks.
 *
 * @param channel the file
 * @param header what it holds
 * @param columns what the columns of the table hold; one more than the array has if there is a step
 * @param step the time between rows, where the array has no column of times
 * @param most the largest number of rows of a block
 */
record NpyBlocks(
    FileChannel channel,
    NpyHeader header,
    List<RowLayout.Column> columns,
    OptionalDouble step,
    int most)
    implements TableBlocks {
  @Override
  public int count() {
    return Math.toIntExact((header.rows() + most - 1) / most);
  }

  @Override
  public Optional<RowBlock> read(int block) throws IOException {
    long from = (long) block * most;
    int rows = (int) Math.min(most, header.rows() - from);
    int cols = header.cols();
    int size = header.type().bytes();
    int extra = step.isPresent() ? 1 : 0;
    ByteBuffer bytes = bytes(from, rows);
    boolean named = columns.contains(RowLayout.Column.NAMES);
    int width = (int) columns.stream().filter(RowLayout.Column.NUMBERS::equals).count();
    RowBlock target = new RowBlock(width, named, rows);
    for (int i = 0; i < rows; i++) {
      target.addRow();
      int slot = 0;
      if (extra == 1) {
        target.set(slot++, (from + i) * step.getAsDouble());
      }
      for (int j = 0; j < cols; j++) {
        int at = header.byColumns() ? j * rows + i : i * cols + j;
        double value = header.type().get(bytes, at * size);
        switch (columns.get(j + extra)) {
          case NUMBERS -> target.set(slot++, value);
          case NAMES -> {
            if (!Double.isNaN(value)) {
              target.setName(name(value));
            }
          }
          case ANYTHING -> {}
        }
      }
    }
    return Optional.of(target);
  }

  /** 3 for 3.0. */
  private static String name(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The numbers of these rows, column by column where the file has them so. */
  private ByteBuffer bytes(long from, int rows) throws IOException {
    int size = header.type().bytes();
    int cols = header.cols();
    ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(rows, cols * size));
    if (header.byColumns()) {
      for (int j = 0; j < cols; j++) {
        buffer.limit((j + 1) * rows * size);
        fill(buffer, header.offset() + (j * header.rows() + from) * size);
      }
    } else {
      fill(buffer, header.offset() + from * cols * size);
    }
    return buffer.flip().order(header.order());
  }

  private void fill(ByteBuffer buffer, long from) throws IOException {
    long shift = from - buffer.position();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, shift + buffer.position()) < 0) {
        throw new IOException("the file has become shorter");
      }
    }
  }
}
