package io.github.sindy4j.io;

import java.util.Arrays;

/** A growing sequence of whole numbers. */
final class Ints {
  private int[] values = new int[16];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Adds {@code first}, {@code first} + 1, …: so many numbers. */
  void addRun(int first, int count) {
    if (size + count > values.length) {
      values = Arrays.copyOf(values, Math.max(size + count, 2 * size));
    }
    for (int i = 0; i < count; i++) {
      values[size++] = first + i;
    }
  }

  /** Adds the lines of the rows of a block whose first line is this. */
  void addLines(RowBlock block, int first) {
    if (block.lines() == block.rows()) {
      addRun(first, block.rows());
      return;
    }
    for (int row = 0; row < block.rows(); row++) {
      add(first + block.line(row));
    }
  }

  int get(int i) {
    return values[i];
  }

  int size() {
    return size;
  }
}
