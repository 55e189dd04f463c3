package io.github.sindy4j.bench.noisy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.bench.rows.RowFile;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoisyExperimentTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void aMethodThatKnowsTheTruthScoresOneOnEverySystemOfEveryTable() {
    for (NoisyTable table : NoisyTables.all()) {
      for (NoisyCase one : table.cases()) {
        Matrix truth = one.truth();
        NoisyAnswer answer = new NoisyAnswer(truth, truth.map(Math::abs), List.of());
        NoisyScore score = NoisyScore.of(truth, answer);
        assertEquals(one.system().coefficients().size(), score.right(), one.name());
        assertTrue(score.exact() && score.error() == 0, one.name());
      }
    }
  }

  @Test
  void aRowSaysWhatTheMethodFoundAndSaid() {
    NoisyRow right =
        row("rossler", library -> new NoisyAnswer(truth("rossler"), zero(), List.of("sure")));
    NoisyRow zero = row("rossler", library -> NoisyAnswer.nothing(3, 20, "gave-up"));

    assertEquals(1, right.score().ratio());
    assertEquals(5001, right.samples());
    assertEquals(List.of("sure"), right.said());
    assertEquals(0, zero.score().ratio());
    assertEquals(7, zero.score().missed());
  }

  @Test
  void aRefusalCountsAsNothingFoundAndSaysWhy() {
    NoisyRow row =
        row(
            "rossler",
            library -> {
              throw new BadData("too-noisy", "here", "is noise", "Measure better");
            });

    assertEquals(0, row.score().ratio());
    assertEquals(List.of("refused-too-noisy"), row.said());
  }

  @Test
  void rowsReadBackAsTheyWereWritten() {
    NoisyRow row =
        new NoisyRow(
            new NoisyRow.Key("b0", "seir", 0.1, 205, "auto+symmetry"),
            2402,
            new NoisyScore(5, 1, 0, 21, 4, 0.25, 0.125, 0.5),
            0.75,
            List.of("one", "two"));

    assertEquals(row, NoisyRowText.FORMAT.row(NoisyRowText.FORMAT.line(row), "here"));
  }

  @Test
  void theWholeCommandIsResumedAndSaysTheSameOnAnyNumberOfThreads() throws IOException {
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    String options = "--table b0-quarter --systems lotka-volterra,seir --seeds 4-5 --levels 1";
    run(options + " --threads 1 -o " + one);
    List<String> lines = Files.readAllLines(one);
    Files.write(two, lines.subList(0, 3));
    run(options + " --threads 3 -o " + two);

    assertEquals(5, lines.size());
    assertEquals(withoutTimes(one), withoutTimes(two));
    assertTrue(text().contains("2 rows to run, 2 already there"), text());
    String page = Files.readString(folder.resolve("two.md"));
    assertTrue(page.contains("4 rows: 2 of 10 systems, 2 seeds from 4 to 5."), page);
    assertTrue(page.contains(".886"), page);
    assertFalse(page.contains("Lorenz under heavy noise"), page);
  }

  @Test
  void mistakesEndTheProgramWithTwo() throws IOException {
    PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
    assertEquals(2, NoisyExperiment.run(List.of("--table", "b9", "-o", "x"), 1, stream, stream));
    assertTrue(text().contains("b0-quarter"), text());
  }

  /** Means over draws, then over systems, so that a system with more draws weighs no more. */
  @Test
  void measuresAreMeansOverDrawsThenSystems() {
    List<NoisyRow> rows =
        List.of(
            scored("a", 1, new NoisyScore(1, 0, 0, 9, 1, 0.001, 0.005, 0)),
            scored("a", 2, new NoisyScore(1, 1, 0, 8, 0, 0.003, 0.005, 0)),
            scored("b", 1, new NoisyScore(2, 0, 2, 6, 2, 0.2, 0.02, 0.4)));

    assertEquals((0.75 + 0.5) / 2, Measure.RATIO.of(rows), 1e-15);
    assertEquals(0.25, Measure.EXACT.of(rows), 1e-15);
    assertEquals(3.0 / 4, Measure.COVERAGE.of(rows), 1e-15);
    assertEquals((0.002 + 0.2) / 2, Measure.ERROR.of(rows), 1e-15);
    assertEquals(1, Measure.UNDER_ONE.of(rows), 1e-15);
    assertEquals(0.5, Measure.UNDER_ONE_EXACT.of(rows), 1e-15);
    assertEquals(2, Measure.UNDER_TEN.of(rows), 1e-15);
    assertEquals("–", Measure.RATIO.text(List.of()));
  }

  private static NoisyRow scored(String system, long seed, NoisyScore score) {
    return new NoisyRow(new NoisyRow.Key("b0", system, 1, seed, "auto"), 10, score, 0.1, List.of());
  }

  private static Matrix truth(String system) {
    return NoisyTables.named("b0").named(system).truth();
  }

  private static Matrix zero() {
    return Matrix.zeros(3, 20);
  }

  private static NoisyRow row(String system, Function<LibrarySpec, NoisyAnswer> answer) {
    NoisyMethod method =
        new NoisyMethod() {
          @Override
          public NoisyAnswer fit(Dataset data, LibrarySpec library) {
            return answer.apply(library);
          }

          @Override
          public NoisyMethod enforcing(String action) {
            throw new AssertionError("nothing is told here");
          }
        };
    NoisyRow.Key key = new NoisyRow.Key("b0", system, 1, 3, "planted");
    return NoisyExperiment.row(key, NoisyTables.named("b0"), (one, word) -> method);
  }

  private void run(String arguments) throws IOException {
    PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
    assertEquals(
        0, NoisyExperiment.run(List.of(arguments.split(" ", -1)), 1, stream, stream), text());
  }

  private String text() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private static List<NoisyRow> withoutTimes(Path file) throws IOException {
    return RowFile.read(file, NoisyRowText.FORMAT).stream()
        .map(row -> new NoisyRow(row.key(), row.samples(), row.score(), 0, row.said()))
        .toList();
  }
}
