package io.github.sindy4j.linalg;

/** How long a thread looks out for work before it goes to sleep. */
final class Patience {
  private static final long NANOSECONDS = 200_000;

  /** Looks between two at the clock. */
  private static final int LOOKS = 32;

  private final long start = System.nanoTime();
  private int looks;

  /** Whether the time is over; lets the other thread of this core go first. */
  boolean isOver() {
    Thread.onSpinWait();
    looks++;
    return looks % LOOKS == 0 && System.nanoTime() - start > NANOSECONDS;
  }
}
