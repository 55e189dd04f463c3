package io.github.sindy4j.linalg;

/** Rows of a matrix that can be written at any time, in any order, by several threads at once. */
@FunctionalInterface
public interface RowWriter {
  /** Writes a row into zeros that begin at {@code offset}. */
  void write(int row, double[] target, int offset);
}
