package io.github.sindy4j.bench.recovery;

import java.util.function.IntPredicate;

/** The search for the recovery dimension. */
final class Bisection {
  private Bisection() {}

  /**
   * The least n at which something holds, as the published experiment looks for it: between 1, at
   * which it is taken not to hold, and {@code high}, at which it is taken to hold, by halves
   * rounded down. Where what holds at n need not hold at n + 1, the answer is some n at which it
   * holds but not at n − 1, or {@code high}, or 2.
   */
  static int least(int high, IntPredicate holds) {
    int no = 1;
    int yes = high;
    while (yes - no > 1) {
      int middle = (no + yes) / 2;
      if (holds.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
