package io.github.sindy4j.linalg;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Loops whose turns write to places of their own, shared among threads in ranges that depend on
 * their length alone.
 */
public final class Ranges {
  /** Java compiles a method that is called often sooner than a loop that runs long. */
  private static final int LENGTH = 512;

  private Ranges() {}

  /** The turns from {@code from} (included) to {@code to} (excluded). */
  @FunctionalInterface
  public interface Body {
    /** Does them. */
    void run(int from, int to);
  }

  /** The same with room to work in, which holds anything before. */
  @FunctionalInterface
  public interface RoomBody<T> {
    /** Does them. */
    void run(T room, int from, int to);
  }

  /** What is made of the turns from {@code from} (included) to {@code to} (excluded). */
  @FunctionalInterface
  public interface Maker<T> {
    /** Makes it. */
    T make(int from, int to);
  }

  /** Does all turns one after the other, on the thread that calls. */
  public static void inOrder(int count, Body body) {
    for (int from = 0; from < count; from += LENGTH) {
      body.run(from, Math.min(count, from + LENGTH));
    }
  }

  /** Does all turns; as many rooms are made as threads work at once. */
  public static <T> void each(int count, Supplier<T> rooms, RoomBody<T> body) {
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
  public static double[] sums(int count, int width, RoomBody<double[]> body) {
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
  public static int longest(int count) {
    return Math.min(count, LENGTH);
  }

  /** Does all turns. */
  public static void each(int count, Body body) {
    if (count <= LENGTH) {
      body.run(0, count);
    } else {
      Team.each(
          (count + LENGTH - 1) / LENGTH,
          r -> body.run(r * LENGTH, Math.min(count, (r + 1) * LENGTH)));
    }
  }

  /** What the ranges make, in order; no turns are one range. */
  public static <T> List<T> map(int count, Maker<T> maker) {
    return Team.map(
        Math.max(1, (count + LENGTH - 1) / LENGTH),
        r -> maker.make(r * LENGTH, Math.min(count, (r + 1) * LENGTH)));
  }
}
