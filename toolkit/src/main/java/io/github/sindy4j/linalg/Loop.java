package io.github.sindy4j.linalg;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Turns that any thread may take, each of them once. */
final class Loop {
  /** No turns. */
  static final Loop NONE = new Loop();

  /** One that waits looks up so often at least. */
  private static final long DOZE = 1_000_000;

  private static final ThreadLocal<Loop> CURRENT = ThreadLocal.withInitial(() -> NONE);

  private final int count;
  private final IntConsumer turn;
  private final Loop outer;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private Optional<Failure> failure = Optional.empty();
  private volatile Optional<Thread> sleeper = Optional.empty();

  private record Failure(int turn, Throwable cause) {
    private Failure earlier(Failure other) {
      return turn < other.turn ? this : other;
    }
  }

  private Loop() {
    this.count = 0;
    this.turn = k -> {};
    this.outer = this;
    this.left = new AtomicInteger();
  }

  /** Inside the loop of whose turns the asking thread takes one. */
  Loop(int count, IntConsumer turn) {
    this.count = count;
    this.turn = turn;
    this.outer = CURRENT.get();
    this.left = new AtomicInteger(count);
  }

  /** Wakes those who wait for the loops that this one is inside; how many. */
  int wakeOuter() {
    int woken = 0;
    for (Loop loop = outer; loop != NONE; loop = loop.outer) {
      Optional<Thread> thread = loop.sleeper;
      thread.ifPresent(LockSupport::unpark);
      woken += thread.isPresent() ? 1 : 0;
    }
    return woken;
  }

  /** Whether there are turns that nobody has taken. */
  boolean hasTurns() {
    return next.get() < count;
  }

  /** Whether it was begun in a turn of another, or in one of a loop inside it; all are in none. */
  boolean isInside(Loop other) {
    Loop loop = outer;
    while (loop != other && loop != NONE) {
      loop = loop.outer;
    }
    return loop == other;
  }

  /** Takes turns until there are none; whether there was one. */
  boolean takeTurns() {
    if (!hasTurns()) {
      return false;
    }
    Loop before = CURRENT.get();
    CURRENT.set(this);
    int taken = 0;
    for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
      take(k);
      taken++;
    }
    CURRENT.set(before);
    return taken > 0;
  }

  private void take(int k) {
    try {
      turn.accept(k);
    } catch (Throwable thrown) {
      note(new Failure(k, thrown));
    }
    if (left.decrementAndGet() == 0) {
      sleeper.ifPresent(LockSupport::unpark);
    }
  }

  private synchronized void note(Failure other) {
    failure = Optional.of(failure.map(other::earlier).orElse(other));
  }

  private synchronized Optional<Failure> failure() {
    return failure;
  }

  /**
   * Returns when all turns are done.
   *
   * @param meanwhile does something else, if there is something to do
   */
  void await(BooleanSupplier meanwhile) {
    Patience patience = new Patience();
    while (left.get() > 0) {
      if (meanwhile.getAsBoolean()) {
        patience = new Patience();
      } else if (patience.isOver()) {
        sleeper = Optional.of(Thread.currentThread());
        if (left.get() > 0 && !meanwhile.getAsBoolean()) {
          LockSupport.parkNanos(this, DOZE);
        }
        sleeper = Optional.empty();
      }
    }
  }

  /** Throws what the first turn threw that threw anything. */
  void complain() {
    failure()
        .ifPresent(
            first -> {
              if (first.cause() instanceof RuntimeException thrown) {
                throw thrown;
              } else if (first.cause() instanceof Error thrown) {
                throw thrown;
              }
              // Languages without checked exceptions can throw them from a callback.
              throw new CompletionException(first.cause());
            });
  }
}
