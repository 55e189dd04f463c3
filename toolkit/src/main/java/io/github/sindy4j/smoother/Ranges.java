package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Team;

/**
 * Loops whose turns write to places of their own, shared among threads in ranges that depend on
 * their length alone.
 */
final class Ranges {
  private static final int LENGTH = 512;

  private Ranges() {}

  /** The turns from {@code from} (included) to {@code to} (excluded). */
  @FunctionalInterface
  interface Body {
    /** Does them. */
    void run(int from, int to);
  }

  /** Does all turns. */
  static void each(int count, Body body) {
    if (count <= LENGTH) {
      body.run(0, count);
    } else {
      Team.each(
          (count + LENGTH - 1) / LENGTH,
          r -> body.run(r * LENGTH, Math.min(count, (r + 1) * LENGTH)));
    }
  }
}
