package io.github.sindy4j.io;

import java.util.Arrays;

/** A growing sequence of whole numbers; as long as each is one more than the last, without room. */
final class Ints {
  private int first;
  private int[] values = {};
  private int size;
  private boolean isRun = true;

  void add(int value) {
    addRun(value, 1);
  }

  /** Adds {@code start}, {@code start} + 1, …: so many numbers. */
  void addRun(int start, int count) {
    if (isRun && (size == 0 || start == first + size)) {
      first = size == 0 ? start : first;
      size += count;
      return;
    }
    reserve(size + count);
    for (int i = 0; i < count; i++) {
      values[size++] = start + i;
    }
  }

  private void reserve(int needed) {
    if (needed > values.length) {
      int[] more = Arrays.copyOf(values, Math.max(Math.max(16, needed), 2 * size));
      for (int i = 0; isRun && i < size; i++) {
        more[i] = first + i;
      }
      values = more;
      isRun = false;
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
    return isRun ? first + i : values[i];
  }

  int size() {
    return size;
  }

  /** Whether each number is one more than the last. */
  boolean isRun() {
    return isRun;
  }
}
