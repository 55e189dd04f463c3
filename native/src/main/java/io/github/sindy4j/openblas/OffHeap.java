package io.github.sindy4j.openblas;

import io.github.sindy4j.linalg.View;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Numbers outside of Java's heap, column by column, where a native library finds them without a
 * copy of its own. For one thread.
 */
final class OffHeap {
  private static final double[] ZEROS = new double[64];

  private DoubleBuffer numbers;
  private DoublePointer place;
  private DoublePointer second;

  OffHeap(int count) {
    this.numbers = allocate(count);
    this.place = new DoublePointer(numbers);
    this.second = new DoublePointer(numbers);
  }

  private static DoubleBuffer allocate(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, Double.BYTES))
        .order(ByteOrder.nativeOrder())
        .asDoubleBuffer();
  }

  /** Makes room for so many numbers; what was there is lost. */
  void reserve(int count) {
    if (numbers.capacity() < count) {
      numbers = allocate(count);
      place = new DoublePointer(numbers);
      second = new DoublePointer(numbers);
    }
  }

  /** The address of number {@code at}: until the next is asked for. */
  DoublePointer at(int at) {
    return place.position(at);
  }

  /** The same, for a second address at a time. */
  DoublePointer other(int at) {
    return second.position(at);
  }

  /** Takes over the entries of a view, and zeros in the rows from its own up to {@code rows}. */
  void load(View from, int stride, int rows) {
    int own = from.rows();
    for (int j = 0; j < from.columns(); j++) {
      numbers.put(j * stride, from.values(), from.offset(j), own);
      if (own < rows) {
        numbers.put(j * stride + own, ZEROS, 0, rows - own);
      }
    }
  }

  /** Zeros in {@code rows} rows of the columns from {@code from} to {@code to}. */
  void clear(int stride, int rows, int from, int to) {
    for (int j = from; j < to; j++) {
      for (int i = 0; i < rows; i += ZEROS.length) {
        numbers.put(j * stride + i, ZEROS, 0, Math.min(ZEROS.length, rows - i));
      }
    }
  }

  /**
   * Gives the entries back.
   *
   * @param lower whether those above the diagonal are kept back
   */
  void store(int stride, View to, boolean lower) {
    for (int j = 0; j < to.columns(); j++) {
      int from = lower ? Math.min(j, to.rows()) : 0;
      numbers.get(j * stride + from, to.values(), to.offset(j) + from, to.rows() - from);
    }
  }
}
