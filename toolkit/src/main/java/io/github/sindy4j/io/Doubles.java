package io.github.sindy4j.io;

import java.util.ArrayList;
import java.util.List;

/** A growing sequence of numbers in chunks, so that growing copies nothing. */
final class Doubles {
  private static final int BITS = 13;
  private static final int CHUNK = 1 << BITS;

  private final List<double[]> chunks = new ArrayList<>();
  private double[] last = new double[0];
  private int used;

  void add(double value) {
    if (used == last.length) {
      last = new double[CHUNK];
      chunks.add(last);
      used = 0;
    }
    last[used++] = value;
  }

  double get(int i) {
    return chunks.get(i >> BITS)[i & (CHUNK - 1)];
  }
}
