package io.github.sindy4j.bench.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.bench.rows.RowFile;
import io.github.sindy4j.notice.BadData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryRunTest {
  @TempDir private Path folder;
  private Path out;
  private final AtomicInteger prepared = new AtomicInteger();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeEach
  void chooseFile() {
    out = folder.resolve("rows/out.csv");
  }

  @Test
  void rowsAreTheSameInTheSameOrderForAnyNumberOfThreads() throws IOException {
    run(1, planted());
    List<String> one = withoutTimes();
    Files.delete(out);
    run(8, planted());

    assertEquals(one, withoutTimes());
    assertEquals(41, one.size());
    assertEquals(
        one.stream().skip(1).toList(),
        keys().stream()
            .map(key -> key.family().m() + "," + key.family().r() + ",2," + key.seed() + ",")
            .map(start -> one.stream().filter(line -> line.startsWith(start)).findFirst().get())
            .toList());
  }

  @Test
  void theRecoveryDimensionIsWrittenWithTheSizeOfTheLibrary() throws IOException {
    run(2, planted());
    for (Row row : RowFile.read(out, RowText.FORMAT)) {
      assertEquals(row.key().family().m() + 2 + row.key().seed() % 3, row.points());
      assertEquals(row.key().family().librarySize(), row.terms());
      assertTrue(row.iterations() > 0 && row.seconds() >= 0 && row.cpu() >= 0);
    }
  }

  @Test
  void rowsOfACellShareTheirMethod() throws IOException {
    AtomicInteger made = new AtomicInteger();
    RunProgress progress = new RunProgress(new PrintStream(told, true, StandardCharsets.UTF_8));
    new RecoveryRun(
            method -> {
              made.incrementAndGet();
              return planted();
            },
            RowFile.open(out, RowText.FORMAT),
            progress)
        .run(keys(), 4);

    assertEquals(4, made.get());
  }

  @Test
  void whatIsThereIsNotRunAgain() throws IOException {
    run(2, planted());
    List<String> lines = Files.readAllLines(out);
    Files.write(out, lines.subList(0, 31));
    prepared.set(0);
    run(2, planted());

    assertEquals(10, prepared.get());
    assertEquals(lines.subList(0, 31), Files.readAllLines(out).subList(0, 31));
    assertEquals(41, Files.readAllLines(out).size());
    assertTrue(told.toString(StandardCharsets.UTF_8).contains("10 rows to run, 30 already there"));
  }

  @Test
  void aLastLineThatWasCutOffIsRunAgain() throws IOException {
    run(2, planted());
    String text = Files.readString(out);
    List<String> rows = withoutTimes();
    // The last digits are missing: the line reads well and is wrong.
    Files.writeString(out, text.substring(0, text.length() - 4));
    prepared.set(0);
    RowFile<Row.Key, Row> file = RowFile.open(out, RowText.FORMAT);

    assertTrue(file.wasRepaired());
    assertEquals(39, file.rows().size());
    run(2, planted());
    assertEquals(1, prepared.get());
    assertEquals(rows, withoutTimes());
  }

  @Test
  void aFileCutOffInItsHeaderBeginsAnew() throws IOException {
    Files.createDirectories(out.getParent());
    Files.writeString(out, "m,r,d,se");
    run(2, planted());

    assertEquals(41, Files.readAllLines(out).size());
  }

  @Test
  void aRowThatFailsIsToldAndLeftOutAndTriedAgain() throws IOException {
    RecoveryMethod failing =
        problem -> {
          if (problem.seed() == 4) {
            throw new LeastRank.FalseCertificate(problem.family().text(), 4, 9);
          }
          return planted().on(problem);
        };

    assertEquals(4, run(2, failing));
    assertEquals(37, Files.readAllLines(out).size());
    assertTrue(told.toString(StandardCharsets.UTF_8).contains("seed 4 failed"), told::toString);
    assertEquals(0, run(2, planted()));
    assertEquals(41, Files.readAllLines(out).size());
  }

  @Test
  void otherFilesAreNotWrittenInto() throws IOException {
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "t,x\n0,1\n");

    BadData refused = assertThrows(BadData.class, () -> RowFile.open(other, RowText.FORMAT));
    assertTrue(refused.getMessage().contains("Choose another file"), refused.getMessage());
    assertEquals("t,x\n0,1\n", Files.readString(other));
  }

  @Test
  void aLineThatCannotBeReadIsNamed() throws IOException {
    Path broken = folder.resolve("broken.csv");
    Files.writeString(
        broken,
        RowText.HEADER + "\n5,1,2,0,13,21,0.1,50,ortho-t,exact,nuclear,0.1\n5,1,2,one,13,21\n");

    BadData refused = assertThrows(BadData.class, () -> RowFile.open(broken, RowText.FORMAT));
    assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
  }

  @Test
  void theWholeCommandWritesRowsPicturesAndTable() throws IOException {
    List<String> arguments =
        List.of("--table", "ortho-t", "--m", "5", "--r", "1", "--degree", "2", "--seeds", "0-1");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("-o", out.toString()));

    assertEquals(0, RecoveryExperiment.run(all, 2, stream, stream));
    assertEquals(3, Files.readAllLines(out).size());
    assertTrue(Files.size(folder.resolve("rows/out.png")) > 10_000);
    assertTrue(Files.readString(folder.resolve("rows/out.svg")).startsWith("<svg"));
    assertTrue(
        Files.readString(folder.resolve("rows/out.md")).contains("| 1 | 2 | 5 | 21 | 7 | 2 |"));
    assertEquals(2, RecoveryExperiment.run(arguments, 2, stream, stream));
    assertFalse(Files.exists(folder.resolve("rows/out.csv.sorted")));
  }

  private int run(int threads, RecoveryMethod method) throws IOException {
    RunProgress progress = new RunProgress(new PrintStream(told, true, StandardCharsets.UTF_8));
    return new RecoveryRun(any -> method, RowFile.open(out, RowText.FORMAT), progress)
        .run(keys(), threads);
  }

  private static List<Row.Key> keys() {
    return ((Options.Run)
            Options.parse(
                List.of("--table ortho-t --m 5,10 --r 1,2 --degree 2 -o x".split(" ", -1)), 1))
        .keys();
  }

  /** Recovers from m + 2 points, or one or two more. */
  private RecoveryMethod planted() {
    return problem -> {
      prepared.incrementAndGet();
      int least = problem.family().m() + 2 + problem.seed() % 3;
      return new RecoveryMethod.Attempts() {
        private long iterations;

        @Override
        public boolean recovered(int n) {
          iterations += n;
          return n >= least;
        }

        @Override
        public long iterations() {
          return iterations;
        }
      };
    };
  }

  private List<String> withoutTimes() throws IOException {
    return Files.readAllLines(out).stream()
        .map(line -> line.split(",", -1))
        .map(cells -> String.join(",", cells[0], cells[1], cells[2], cells[3], cells[4], cells[7]))
        .toList();
  }
}
