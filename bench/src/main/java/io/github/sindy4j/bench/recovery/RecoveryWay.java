package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import java.util.Comparator;

/**
 * How our rows of one table came about.
 *
 * @param method the method
 * @param operator the norm it works in
 */
record RecoveryWay(Method method, RecoveryOperator operator) implements Comparable<RecoveryWay> {
  private static final Comparator<RecoveryWay> ORDER =
      Comparator.comparing(RecoveryWay::method).thenComparing(RecoveryWay::operator);

  static RecoveryWay of(Row row) {
    return new RecoveryWay(row.key().method(), row.key().operator());
  }

  String words() {
    return (method == Method.NUCLEAR ? "nuclear norm" : "minimum rank")
        + (operator == RecoveryOperator.EXACT ? "" : ", sampled");
  }

  @Override
  public int compareTo(RecoveryWay other) {
    return ORDER.compare(this, other);
  }
}
