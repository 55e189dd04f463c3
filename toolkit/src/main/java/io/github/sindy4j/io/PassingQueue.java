package io.github.sindy4j.io;

import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/** The last samples of a trajectory, which wait until it is told whether a gap is among them. */
final class PassingQueue {
  /** So many are judged together. */
  private static final int JUDGED = 512;

  private final StoredRun run;
  private final StoredColumns columns;
  private final int number;
  private final PassingData.Receiver receiver;
  private final SortedSet<Integer> starts = new TreeSet<>();
  private final int width;
  private double[] values = {};

  /** The first sample that waits, and how many do. */
  private int first;

  private int count;

  PassingQueue(StoredRun run, StoredColumns columns, int number, PassingData.Receiver receiver) {
    this.run = run;
    this.columns = columns;
    this.number = number;
    this.receiver = receiver;
    this.width = 1 + columns.states().length + columns.controls().length + columns.rates().length;
  }

  StoredRun run() {
    return run;
  }

  void add(RowBlock block, int row) {
    int at = count * width;
    if (at == values.length) {
      values = Arrays.copyOf(values, Math.max(16 * width, 2 * at));
    }
    values[at++] = block.get(row, columns.time());
    at = copy(block, row, columns.states(), at);
    at = copy(block, row, columns.controls(), at);
    copy(block, row, columns.rates(), at);
    count++;
    if (count == JUDGED) {
      handOn(run.size() - 1); // Of the step before the last sample the next one is a judge.
    }
  }

  private int copy(RowBlock block, int row, int[] slots, int from) {
    int at = from;
    for (int slot : slots) {
      values[at++] = block.get(row, slot);
    }
    return at;
  }

  /** No sample follows. */
  void close() {
    handOn(run.size());
    receiver.endSegment(number);
    values = new double[0];
  }

  /** Hands on the samples before this one. */
  private void handOn(int to) {
    int from = first;
    for (int gap : run.gapsFrom(first)) {
      if (gap < to) {
        take(from, gap);
        receiver.endSegment(number);
        starts.add(gap);
        from = gap;
      }
    }
    take(from, to);
    int left = first + count - to;
    System.arraycopy(values, (to - first) * width, values, 0, left * width);
    count = left;
    first = to;
  }

  private void take(int from, int to) {
    if (from < to) {
      int offset = from - first;
      int size = to - from;
      Trajectory stretch =
          Trajectory.of(
              run.id(),
              Vec.adopt(part(offset, size, 0, 1)),
              matrix(offset, size, 1, columns.states().length));
      int controls = 1 + columns.states().length;
      if (columns.controls().length > 0) {
        stretch = stretch.withControls(matrix(offset, size, controls, columns.controls().length));
      }
      if (columns.rates().length > 0) {
        int rates = controls + columns.controls().length;
        stretch = stretch.withRates(matrix(offset, size, rates, columns.rates().length));
      }
      receiver.take(number, stretch);
    }
  }

  private Matrix matrix(int offset, int rows, int column, int columnCount) {
    return Matrix.adopt(rows, columnCount, part(offset, rows, column, columnCount));
  }

  private double[] part(int offset, int rows, int column, int columnCount) {
    double[] part = new double[rows * columnCount];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, (offset + i) * width + column, part, i * columnCount, columnCount);
    }
    return part;
  }

  /** How many starts of segments are not those that all samples show. */
  int otherwise() {
    SortedSet<Integer> exact = run.gapsFrom(0);
    SortedSet<Integer> differing = new TreeSet<>(exact);
    differing.removeAll(starts);
    long missing = starts.stream().filter(start -> !exact.contains(start)).count();
    return differing.size() + (int) missing;
  }
}
