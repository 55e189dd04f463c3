package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.bench.noisy.NoisyTable.Columns;
import io.github.sindy4j.notice.BadSetting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables by their words. */
final class NoisyTables {
  private static final List<Measure> BLIND =
      List.of(Measure.RATIO, Measure.EXACT, Measure.COVERAGE, Measure.ERROR, Measure.CPU);

  private static final List<Measure> SUPPORT =
      List.of(Measure.EXACT, Measure.RMS, Measure.RATIO, Measure.COVERAGE, Measure.CPU);

  private static final List<Measure> CHAOTIC =
      List.of(
          Measure.SPECTRAL,
          Measure.UNDER_ONE,
          Measure.UNDER_TEN,
          Measure.UNDER_ONE_EXACT,
          Measure.RATIO,
          Measure.EXACT,
          Measure.COVERAGE,
          Measure.CPU);

  private static final List<NoisyTable> ALL = make();

  private NoisyTables() {}

  static List<NoisyTable> all() {
    return ALL;
  }

  private static List<NoisyTable> make() {
    return List.of(
        byLevel("b0", "Ten systems, blind", BlindCases.whole(), BLIND),
        byLevel(
            "b0-half",
            "Ten systems, blind, the first half of each trajectory",
            BlindCases.part(0.5, List.of(1.0, 5.0)),
            BLIND),
        byLevel(
            "b0-quarter",
            "Ten systems, blind, the first quarter of each trajectory",
            BlindCases.part(0.25, List.of(1.0, 5.0)),
            BLIND),
        byLevel("lorenz-heavy", "Lorenz under heavy noise", BlindCases.heavy(), BLIND),
        bySystem("b1", "Symmetric systems, fresh data", SymmetricCases.all(), SUPPORT),
        bySystem("b1-one", "Symmetric systems, one trajectory", SymmetricCases.one(), SUPPORT),
        byLevel("b2", "Seventy chaotic systems", ChaoticCases.all(), CHAOTIC),
        bySystem("b3", "Exact support against length", LengthCases.all(), SUPPORT));
  }

  static List<String> words() {
    return all().stream().map(NoisyTable::word).toList();
  }

  static NoisyTable named(String word) {
    return all().stream()
        .filter(table -> table.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadSetting(
                    "unknown-table",
                    "--table",
                    "does not know '" + word + "'",
                    "Write " + String.join(", ", words())));
  }

  private static NoisyTable byLevel(
      String word, String title, List<NoisyCase> cases, List<Measure> measures) {
    return new NoisyTable(word, title, cases, Columns.LEVELS, measures, published(word));
  }

  private static NoisyTable bySystem(
      String word, String title, List<NoisyCase> cases, List<Measure> measures) {
    return new NoisyTable(word, title, cases, Columns.SYSTEMS, measures, published(word));
  }

  private static String published(String word) {
    String name = "published-" + word + ".md";
    try (InputStream in =
        Objects.requireNonNull(NoisyTables.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
