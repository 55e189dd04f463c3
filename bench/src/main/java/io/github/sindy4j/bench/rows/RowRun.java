package io.github.sindy4j.bench.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs rows, several at a time, into a file. What the rows say (all but their times) does not
 * depend on the number of threads.
 *
 * @param <K> what is run for one row
 * @param <R> the row
 */
public final class RowRun<K, R> {
  /** Hears how far a run is, from several threads. */
  public interface Listener<K, R> {
    /** The run begins. */
    void start(List<K> open, int there);

    /** A row is in the file. */
    void done(K key, R row);

    /** A row could not be made. */
    void failed(K key, Throwable cause);

    /** The run is over. */
    void end(int failed);
  }

  private final RowFile<K, R> file;
  private final Listener<K, R> listener;

  /** Rows go into this file. */
  public RowRun(RowFile<K, R> file, Listener<K, R> listener) {
    this.file = file;
    this.listener = listener;
  }

  /** Those of the rows that the file does not hold yet. */
  public List<K> open(List<K> keys) {
    Set<K> done = new HashSet<>(file.done());
    return keys.stream().filter(key -> !done.contains(key)).toList();
  }

  /** Runs those of the rows that the file does not hold; how many failed. */
  public int run(List<K> keys, int threads, Function<K, R> maker) throws IOException {
    List<K> open = open(keys);
    listener.start(open, keys.size() - open.size());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    int failed = 0;
    try {
      List<Future<?>> tasks = new ArrayList<>();
      open.forEach(key -> tasks.add(pool.submit(() -> add(key, maker))));
      for (int i = 0; i < tasks.size(); i++) {
        failed += waitFor(tasks.get(i), open.get(i)) ? 0 : 1;
      }
    } finally {
      pool.shutdownNow();
    }
    file.sort();
    listener.end(failed);
    return failed;
  }

  private void add(K key, Function<K, R> maker) {
    R row = maker.apply(key);
    try {
      file.append(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener.done(key, row);
  }

  /** Whether a row was done. An error of the disk ends the run; a failed row does not. */
  private boolean waitFor(Future<?> task, K key) throws IOException {
    try {
      task.get();
      return true;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof UncheckedIOException disk) {
        throw disk.getCause();
      } else if (cause instanceof Error error) {
        throw error;
      }
      listener.failed(key, cause == null ? e : cause);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
