package io.github.sindy4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/**
 * The rows of a text that goes by once, in blocks of whole lines: some are read one after another,
 * then parsed side by side, used in order and forgotten. Where a block ends depends on its bytes
 * alone, not on how they arrive.
 */
final class PassingBlocks implements BlockOrder {
  private static final int ROW_GUESS = 64;

  private final InputStream in;
  private final Place place;
  private final int size;
  private final CarefulRows careful;

  /** The beginning of a line that the last block cut. */
  private byte[] cut = {};

  private List<Lines> wave = List.of();
  private int firstOfWave;

  /** {@code size}: how many bytes a block has, without the line that it completes. */
  PassingBlocks(InputStream in, Place place, int size, CarefulRows careful) {
    this.in = in;
    this.place = place;
    this.size = size;
    this.careful = careful;
  }

  /** Whole lines, {@code bytes[0 … count−1]}. */
  private static final class Lines {
    private final byte[] bytes;
    private final int count;

    Lines(byte[] bytes, int count) {
      this.bytes = bytes;
      this.count = count;
    }
  }

  @Override
  public <T> OptionalInt readAll(Function<RowBlock, T> alone, ObjIntConsumer<T> inOrder) {
    int number = 0;
    while (true) {
      wave = List.of(); // Or two would be held.
      wave = nextWave();
      firstOfWave = number;
      if (wave.isEmpty()) {
        return OptionalInt.empty();
      }
      List<Optional<T>> read =
          wave.parallelStream().<Optional<T>>map(lines -> rows(lines).map(alone)).toList();
      for (Optional<T> rows : read) {
        if (rows.isEmpty()) {
          return OptionalInt.of(number);
        }
        inOrder.accept(rows.get(), number++);
      }
    }
  }

  private Optional<RowBlock> rows(Lines lines) {
    RowLayout layout = careful.layout();
    boolean named = layout.columns().contains(RowLayout.Column.NAMES);
    RowBlock rows = new RowBlock(layout.numbers(), named, lines.count / ROW_GUESS);
    return ByteRows.read(layout, lines.bytes, 0, lines.count, rows)
        ? Optional.of(rows)
        : careful.read(lines.bytes, 0, lines.count);
  }

  private List<Lines> nextWave() {
    List<Lines> next = new ArrayList<>();
    try {
      while (next.size() < WAVE) {
        Optional<Lines> lines = nextLines();
        if (lines.isEmpty()) {
          break;
        }
        next.add(lines.get());
      }
    } catch (IOException e) {
      throw place.bad(
          "unreadable",
          "reading failed: " + Place.reason(e),
          "Check the program that writes it, or write it to a file first",
          e);
    }
    return next;
  }

  /** The lines that end among the next bytes; empty at the end. */
  private Optional<Lines> nextLines() throws IOException {
    byte[] bytes = Arrays.copyOf(cut, cut.length + size + ByteRows.PADDING);
    int filled = cut.length + in.readNBytes(bytes, cut.length, size);
    boolean atEnd = filled < cut.length + size;
    if (filled == 0) {
      return Optional.empty();
    }
    int end = filled;
    while (!atEnd && end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end == 0) {
      throw StoredTable.notPlain(place.text(), "has a line of more than " + filled + " bytes");
    }
    cut = Arrays.copyOfRange(bytes, end, filled);
    return Optional.of(new Lines(bytes, end));
  }

  /**
   * Throws what is wrong with a block of the last wave, of which the first line is this; returns
   * where nothing is.
   */
  void explain(int block, long line) {
    Lines lines = wave.get(block - firstOfWave);
    careful.explain(lines.bytes, 0, lines.count, line);
  }
}
