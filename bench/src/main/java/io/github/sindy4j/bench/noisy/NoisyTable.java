package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the benchmark.
 *
 * @param word as the command line calls it
 * @param title one line for a person
 * @param cases its systems
 * @param columns what the columns of its summary are
 * @param measures what its summary says
 * @param published what others reached, and what is to be reached, as Markdown
 */
record NoisyTable(
    String word,
    String title,
    List<NoisyCase> cases,
    Columns columns,
    List<Measure> measures,
    String published) {
  /** Copies the lists. */
  NoisyTable {
    cases = List.copyOf(cases);
    measures = List.copyOf(measures);
  }

  /** What the columns of its summary are. */
  enum Columns {
    /** All systems together at each level of noise. */
    LEVELS,
    /** Each system at all its levels. */
    SYSTEMS;

    /** The column of a row. */
    String of(NoisyRow row) {
      return this == LEVELS ? Measure.plain(row.key().level()) + " %" : row.key().system();
    }
  }

  /** What to run of a table; no level for those of each system. */
  record Choice(List<String> systems, List<Double> levels, List<Long> seeds, List<String> methods) {
    /** Copies the lists. */
    Choice {
      systems = List.copyOf(systems);
      levels = List.copyOf(levels);
      seeds = List.copyOf(seeds);
      methods = List.copyOf(methods);
    }
  }

  List<String> systems() {
    return cases.stream().map(NoisyCase::name).toList();
  }

  NoisyCase named(String system) {
    return cases.stream()
        .filter(one -> one.name().equals(system))
        .findFirst()
        .orElseThrow(
            () ->
                new BadSetting(
                    "unknown-system",
                    "--systems",
                    "has no '" + system + "' in " + word,
                    "There are " + String.join(", ", systems())));
  }

  /**
   * The rows of a choice; a system without a symmetry has none where one is told, and data that are
   * the same for all seeds have one.
   */
  List<NoisyRow.Key> keys(Choice choice) {
    List<NoisyRow.Key> keys = new ArrayList<>();
    for (String system : choice.systems()) {
      NoisyCase one = named(system);
      for (double level : choice.levels().isEmpty() ? one.levels() : choice.levels()) {
        List<Long> seeds =
            one.fixed() && level == 0 ? choice.seeds().subList(0, 1) : choice.seeds();
        for (String method : choice.methods()) {
          if (one.symmetry().isPresent() || !NoisyMethods.isTold(method)) {
            seeds.forEach(seed -> keys.add(new NoisyRow.Key(word, system, level, seed, method)));
          }
        }
      }
    }
    BadSetting.require(
        !keys.isEmpty(),
        "--method",
        "has no system in " + word + " whose symmetry is told",
        "Leave " + NoisyMethods.SYMMETRY + " out");
    keys.sort(NoisyRow.Key.ORDER);
    return keys;
  }
}
