package io.github.sindy4j.io;

import java.util.List;

/** Where the numbers of a sample stand among the numbers of a row. */
final class StoredColumns {
  private final int time;
  private final int[] states;
  private final int[] controls;
  private final int[] rates;

  private StoredColumns(int time, int[] states, int[] controls, int[] rates) {
    this.time = time;
    this.states = states;
    this.controls = controls;
    this.rates = rates;
  }

  static StoredColumns of(Table table, List<Integer> states) {
    List<RowLayout.Column> columns = table.columns();
    return new StoredColumns(
        slot(columns, table.roles().time()),
        slots(columns, states),
        slots(columns, table.roles().controls()),
        slots(columns, table.roles().rates()));
  }

  /** Of the time. */
  int time() {
    return time;
  }

  /** Of the states; not to be written. */
  int[] states() {
    return states;
  }

  /** Of the controls; not to be written. */
  int[] controls() {
    return controls;
  }

  /** Of the measured rates; not to be written. */
  int[] rates() {
    return rates;
  }

  private static int[] slots(List<RowLayout.Column> columns, List<Integer> chosen) {
    return chosen.stream().mapToInt(column -> slot(columns, column)).toArray();
  }

  /** The place of a column of numbers among the numbers of a row. */
  static int slot(List<RowLayout.Column> columns, int column) {
    return (int)
        columns.subList(0, column).stream().filter(RowLayout.Column.NUMBERS::equals).count();
  }

  /** Whether a row has a state, and so is a sample. */
  boolean isSample(RowBlock rows, int row) {
    for (int state : states) {
      if (!Double.isNaN(rows.get(row, state))) {
        return true;
      }
    }
    return false;
  }

  /** The row of a sample, counted from 0 over the block. */
  int sampleRow(RowBlock rows, int sample) {
    if (samples(rows) == rows.rows()) {
      return sample;
    }
    int row = nextSample(rows, 0);
    for (int k = 0; k < sample; k++) {
      row = nextSample(rows, row + 1);
    }
    return row;
  }

  /** The first row from this one on that is a sample; there must be one. */
  int nextSample(RowBlock rows, int from) {
    int row = from;
    while (!isSample(rows, row)) {
      row++;
    }
    return row;
  }

  private int samples(RowBlock rows) {
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      count += isSample(rows, row) ? 1 : 0;
    }
    return count;
  }

  /** Whether everything that a sample must have is a finite number. */
  boolean isSound(RowBlock rows, int row) {
    return Double.isFinite(rows.get(row, time))
        && areFinite(rows, row, states)
        && areFinite(rows, row, controls)
        && areFinite(rows, row, rates);
  }

  private static boolean areFinite(RowBlock rows, int row, int[] slots) {
    for (int slot : slots) {
      if (!Double.isFinite(rows.get(row, slot))) {
        return false;
      }
    }
    return true;
  }
}
