package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TeamTest {
  private static void work(int microseconds) {
    long end = System.nanoTime() + 1000L * microseconds;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void everyTurnIsTakenOnce() {
    for (int count : new int[] {0, 1, 2, 7, 1000}) {
      AtomicIntegerArray taken = new AtomicIntegerArray(count);
      Team.each(count, taken::incrementAndGet);
      for (int k = 0; k < count; k++) {
        assertEquals(1, taken.get(k));
      }
    }
  }

  @Test
  void whatTurnsMakeStandsInOrder() {
    List<Integer> squares = Team.map(300, k -> k * k);
    assertEquals(IntStream.range(0, 300).mapToObj(k -> k * k).toList(), squares);
    assertEquals("first, second", Team.both(() -> "first", () -> "second", (a, b) -> a + ", " + b));
  }

  @Test
  void theFirstThatMakesSomethingCountsHoweverLongItTakes() {
    Optional<Integer> first =
        Team.first(
            50,
            k -> {
              work(k == 20 ? 3000 : 20);
              return Optional.of(k).filter(found -> found >= 20);
            });
    assertEquals(Optional.of(20), first);
    assertEquals(Optional.empty(), Team.first(50, k -> Optional.empty()));
    assertEquals(Optional.empty(), Team.first(0, Optional::of));
  }

  @Test
  void turnsAreSharedAmongThreads() {
    Assumptions.assumeTrue(ForkJoinPool.getCommonPoolParallelism() > 0);
    Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch met = new CountDownLatch(2);
    Team.each(
        2,
        k -> {
          threads.add(Thread.currentThread());
          met.countDown();
          try {
            met.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    assertEquals(2, threads.size());
  }

  /** A thread that has slept while it waited is woken for loops that begin late. */
  @Test
  void whoeverWaitsHelpsWithLoopsInside() {
    Assumptions.assumeTrue(ForkJoinPool.getCommonPoolParallelism() == 1);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Team.each(
        2,
        outer -> {
          if (outer == 1) {
            LockSupport.parkNanos(50_000_000);
            for (int round = 0; round < 50; round++) {
              Team.each(
                  8,
                  inner -> {
                    threads.add(Thread.currentThread());
                    work(200);
                  });
            }
          }
        });
    assertTrue(threads.contains(Thread.currentThread()));
  }

  @Test
  void loopsWithinLoopsOfManyThreadsEnd() throws InterruptedException {
    double[][] sums = new double[6][];
    Thread[] threads = new Thread[sums.length];
    for (int t = 0; t < threads.length; t++) {
      int own = t;
      threads[t] = new Thread(() -> sums[own] = nested());
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double[] alone = new double[40];
    for (int i = 0; i < alone.length; i++) {
      for (int j = 0; j < 30; j++) {
        for (int k = 0; k < 5; k++) {
          alone[i] += Math.sqrt(i * j + k);
        }
      }
    }
    for (double[] sum : sums) {
      assertArrayEquals(alone, sum);
    }
  }

  private static double[] nested() {
    double[] sums = new double[40];
    Team.each(
        sums.length,
        i -> {
          double[][] rows = new double[30][5];
          Team.each(
              rows.length, j -> Team.each(rows[j].length, k -> rows[j][k] = Math.sqrt(i * j + k)));
          for (double[] row : rows) {
            for (double entry : row) {
              sums[i] += entry;
            }
          }
        });
    return sums;
  }

  @Test
  void theFirstTurnThatFailsIsToldOf() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Team.each(
                    100,
                    k -> {
                      work(10);
                      if (k >= 30) {
                        throw new IllegalStateException("turn " + k);
                      }
                    }));
    assertEquals("turn 30", thrown.getMessage());
    AssertionError error = new AssertionError("an error");
    assertSame(
        error,
        assertThrows(
            AssertionError.class,
            () ->
                Team.each(
                    2,
                    k -> {
                      throw error;
                    })));
    everyTurnIsTakenOnce();
  }

  @Test
  void aFailureInsideReachesTheOutside() {
    assertThrows(
        ArithmeticException.class,
        () ->
            Team.each(
                4,
                i ->
                    Team.each(
                        4,
                        k -> {
                          if (k == 2) {
                            throw new ArithmeticException("inside");
                          }
                        })));
  }
}
