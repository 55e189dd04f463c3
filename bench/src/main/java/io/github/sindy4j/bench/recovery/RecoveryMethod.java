package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryProblem;

/** A way to recover a function from few points; one is made for each cell, for any thread. */
interface RecoveryMethod {
  /** Gets ready for one function. */
  Attempts on(RecoveryProblem problem);

  /** One function, tried at several numbers of points in turn; for one thread. */
  interface Attempts {
    /** Whether the function comes out from its first n points. */
    boolean recovered(int n);

    /** Iterations so far, in all attempts together. */
    long iterations();
  }
}
