package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Team;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

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

  /** The same with room to work in, which holds anything before. */
  @FunctionalInterface
  interface RoomBody<T> {
    /** Does them. */
    void run(T room, int from, int to);
  }

  /** Does all turns; as many rooms are made as threads work at once. */
  static <T> void each(int count, Supplier<T> rooms, RoomBody<T> body) {
    Queue<T> idle = new ConcurrentLinkedQueue<>();
    each(
        count,
        (from, to) -> {
          T room = Optional.ofNullable(idle.poll()).orElseGet(rooms);
          body.run(room, from, to);
          idle.add(room);
        });
  }

  /**
   * Sums over all turns: each range adds to zeros of its own, and those are added in order.
   *
   * @param width how many sums there are
   */
  static double[] sums(int count, int width, RoomBody<double[]> body) {
    double[][] parts = new double[Math.max(1, (count + LENGTH - 1) / LENGTH)][width];
    each(count, (from, to) -> body.run(parts[from / LENGTH], from, to));
    double[] sums = parts[0];
    for (int r = 1; r < parts.length; r++) {
      for (int i = 0; i < width; i++) {
        sums[i] += parts[r][i];
      }
    }
    return sums;
  }

  /** The most turns at once, of so many. */
  static int longest(int count) {
    return Math.min(count, LENGTH);
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
