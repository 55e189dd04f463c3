package io.github.sindy4j.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The last few values of a function of a whole number, which must depend on nothing else: when two
 * threads ask for a value at once, both may compute it. For any number of threads.
 *
 * @param <V> the values
 */
public final class Recent<V> {
  private final int most;
  private final IntFunction<V> function;
  private final Map<Integer, V> values = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps so many values. */
  public Recent(int most, IntFunction<V> function) {
    this.most = most;
    this.function = function;
  }

  /** The value at k. */
  public V at(int k) {
    Optional<V> known = known(k);
    if (known.isPresent()) {
      return known.get();
    }
    V value = function.apply(k); // Outside the lock: others need not wait for it.
    keep(k, value);
    return value;
  }

  private synchronized Optional<V> known(int k) {
    return Optional.ofNullable(values.get(k));
  }

  private synchronized void keep(int k, V value) {
    values.put(k, value);
    if (values.size() > most) {
      values.remove(values.keySet().iterator().next());
    }
  }
}
