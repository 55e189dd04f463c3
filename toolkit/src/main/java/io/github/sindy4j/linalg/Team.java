package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Short loops, shared among threads. Turns write to places of their own: the same bits on one
 * thread and on many.
 *
 * <p>Helpers are tasks of the common pool that look out for another loop for a fifth of a
 * millisecond before they go. To wake a sleeping thread and to be woken when it has done its part
 * takes 60 µs, which is all that two threads gain in a loop of 120 µs.
 *
 * <p>Loops may stand within loops. A thread that waits for a loop helps with those inside it.
 */
public final class Team {
  private static final int HELPERS =
      Runtime.getRuntime().availableProcessors() > 1 ? ForkJoinPool.getCommonPoolParallelism() : 0;

  private static final int MOST_LOOPS = 32;
  private static final AtomicReferenceArray<Loop> OPEN = new AtomicReferenceArray<>(places());
  private static final AtomicInteger ALIVE = new AtomicInteger();
  private static final AtomicInteger LOOKING = new AtomicInteger();

  private Team() {}

  private static Loop[] places() {
    return IntStream.range(0, MOST_LOOPS).mapToObj(k -> Loop.NONE).toArray(Loop[]::new);
  }

  /** Does the turns 0 … count−1, and throws what the first of them threw that threw anything. */
  public static void each(int count, IntConsumer turn) {
    Loop loop = new Loop(count, turn);
    int place = count > 1 && HELPERS > 0 ? opened(loop) : MOST_LOOPS;
    if (place == MOST_LOOPS) {
      for (int k = 0; k < count; k++) {
        turn.accept(k);
      }
      return;
    }
    summon(count - 1 - loop.wakeOuter());
    loop.takeTurns();
    loop.await(() -> open(loop).takeTurns());
    OPEN.set(place, Loop.NONE);
    loop.complain();
  }

  /** What is made of two things, which are made at the same time. */
  public static <A, B, C> C both(
      Supplier<A> first, Supplier<B> second, BiFunction<A, B, C> joined) {
    AtomicReference<A> a = new AtomicReference<>();
    AtomicReference<B> b = new AtomicReference<>();
    each(
        2,
        k -> {
          if (k == 0) {
            a.set(first.get());
          } else {
            b.set(second.get());
          }
        });
    return joined.apply(Objects.requireNonNull(a.get()), Objects.requireNonNull(b.get()));
  }

  /** What the turns 0 … count−1 make, in order. */
  public static <T> List<T> map(int count, IntFunction<T> turn) {
    List<T> made = new ArrayList<>();
    AtomicReferenceArray<T> places = new AtomicReferenceArray<>(count);
    each(count, k -> places.set(k, turn.apply(k)));
    for (int k = 0; k < count; k++) {
      made.add(places.get(k));
    }
    return List.copyOf(made);
  }

  /** What the first of the turns 0 … count−1 makes that makes something. */
  public static <T> Optional<T> first(int count, IntFunction<Optional<T>> turn) {
    AtomicReferenceArray<Optional<T>> places = new AtomicReferenceArray<>(count);
    AtomicInteger first = new AtomicInteger(count);
    each(
        count,
        k -> {
          if (k < first.get()) {
            Optional<T> made = turn.apply(k);
            places.set(k, made);
            made.ifPresent(some -> first.accumulateAndGet(k, Math::min));
          }
        });
    return first.get() < count ? places.get(first.get()) : Optional.empty();
  }

  /** Where helpers find a loop; behind the last place where all are taken. */
  private static int opened(Loop loop) {
    int place = 0;
    while (place < MOST_LOOPS && !OPEN.compareAndSet(place, Loop.NONE, loop)) {
      place++;
    }
    return place;
  }

  /** A loop inside another that has turns to take, or none. */
  private static Loop open(Loop within) {
    for (int place = 0; place < MOST_LOOPS; place++) {
      Loop loop = OPEN.get(place);
      if (loop.hasTurns() && loop.isInside(within)) {
        return loop;
      }
    }
    return Loop.NONE;
  }

  private static void summon(int wanted) {
    for (int helpers = LOOKING.get(); helpers < wanted; helpers++) {
      if (ALIVE.incrementAndGet() > HELPERS) {
        ALIVE.decrementAndGet();
        return;
      }
      ForkJoinPool.commonPool().execute(Team::help);
    }
  }

  private static void help() {
    LOOKING.incrementAndGet();
    Patience patience = new Patience();
    while (!patience.isOver()) {
      Loop loop = open(Loop.NONE);
      if (loop.hasTurns()) {
        LOOKING.decrementAndGet();
        loop.takeTurns();
        LOOKING.incrementAndGet();
        patience = new Patience();
      }
    }
    LOOKING.decrementAndGet();
    ALIVE.decrementAndGet();
  }
}
