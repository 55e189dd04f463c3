package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import java.util.Comparator;

/**
 * One line of a table of results.
 *
 * @param key what was run
 * @param points the recovery dimension
 * @param terms of the library
 * @param seconds of the whole bisection, on the clock
 * @param iterations of all solves together
 * @param cpu the same in seconds of the processor
 */
record Row(Key key, int points, int terms, double seconds, long iterations, double cpu) {
  /** What is run for one row. */
  record Key(RecoveryFamily family, int seed, RecoveryOperator operator, Method method) {
    static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.family.kind())
            .thenComparing(Key::operator)
            .thenComparing(Key::method)
            .thenComparing(Key::cell)
            .thenComparing(Key::seed);

    /** The cell of the published table. */
    Cell cell() {
      return new Cell(family.r(), family.degree(), family.m());
    }
  }

  /** One setting of a table, in the published order. */
  record Cell(int r, int degree, int m) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::r).thenComparing(Cell::degree).thenComparing(Cell::m);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }
}
