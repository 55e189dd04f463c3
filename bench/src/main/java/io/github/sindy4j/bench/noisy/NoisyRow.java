package io.github.sindy4j.bench.noisy;

import java.util.Comparator;
import java.util.List;

/**
 * One line of a table of results.
 *
 * @param key what was run
 * @param samples over all trajectories
 * @param score the answer beside the truth
 * @param cpu seconds of this thread's processor for the fit alone
 * @param said what the method told, in codes
 */
record NoisyRow(Key key, long samples, NoisyScore score, double cpu, List<String> said) {
  /** Copies the list. */
  NoisyRow {
    said = List.copyOf(said);
  }

  /** What is run for one row. */
  record Key(String table, String system, double level, long seed, String method) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::table)
            .thenComparing(Key::system)
            .thenComparing(Key::level)
            .thenComparing(Key::method)
            .thenComparing(Key::seed);

    String text() {
      return "%s at %s %%, seed %d, %s".formatted(system, level, seed, method);
    }
  }
}
