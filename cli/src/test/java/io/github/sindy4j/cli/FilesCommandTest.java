package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.io.DataFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesCommandTest {
  private static final String[] SETTINGS = {
    "--library", "polynomial:2", "--derivative", "finite-difference:4", "--optimizer", "stlsq"
  };

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void exportData() {
    cli = new Cli(folder);
    cli.run("datasets", "export", "lorenz63", "--samples", "3000", "-o", "@l.csv").succeeds();
    cli.run("datasets", "export", "lorenz63", "--samples", "3000", "-o", "@l.npy")
        .succeeds()
        .says("--columns t,x,y,z");
  }

  private String fit(String... words) {
    String[] all = new String[words.length + SETTINGS.length + 1];
    all[0] = "fit";
    System.arraycopy(words, 0, all, 1, words.length);
    System.arraycopy(SETTINGS, 0, all, words.length + 1, SETTINGS.length);
    return cli.run(all).succeeds().out();
  }

  @Test
  void anArrayGivesTheEquationsOfTheTable() {
    assertEquals(fit("@l.csv", "--quiet"), fit("@l.npy", "--columns", "t,x,y,z", "--quiet"));
    assertTrue(fit("@l.npy", "--quiet").contains("x1' = "));
  }

  @Test
  void aStreamedFitSaysTheSameAndThatItWasStreamed() {
    String held = fit("@l.csv");
    String streamed = fit("@l.csv", "--stream");
    String table = "x'  y";
    assertTrue(streamed.contains("note        the data were streamed"), streamed);
    assertEquals(beforeFacts(held), beforeFacts(streamed));
    assertTrue(held.contains(table) && streamed.contains(table), streamed);
  }

  /** The headline, the equations and the coefficients. */
  private static String beforeFacts(String out) {
    return out.substring(0, out.indexOf("library "));
  }

  @Test
  void aStreamedFitWritesAReportThatCountsAllSamples() {
    fit("@l.csv", "--stream", "--out", "@report");
    assertTrue(cli.read("report/report.html").contains("found from 3000 samples"));
    assertTrue(cli.read("report/model.json").contains("\"samples\": 3000"));
  }

  @Test
  void standardInputIsAFileToo() throws Exception {
    String expected = fit("@l.csv", "--quiet");
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(cli.path("l.csv"))));
      assertEquals(expected, fit("-", "--quiet"));
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(cli.path("l.csv"))));
      assertEquals(expected, fit("-", "--quiet", "--stream"));
      System.setIn(new ByteArrayInputStream("t,x\n0,a\n".getBytes(StandardCharsets.UTF_8)));
      cli.run("check", "-").fails(1, "standard input", "no numeric column");
    } finally {
      System.setIn(before);
    }
  }

  /** More than is read into memory before anything is decided. */
  private static String longInput() {
    StringBuilder text = new StringBuilder("t,x,v\n");
    for (int i = 0; i < 360_000; i++) {
      double t = 0.001 * i;
      text.append(t).append(',').append(Math.cos(t)).append(',').append(-Math.sin(t)).append('\n');
    }
    return text.toString();
  }

  @Test
  void aLongInputIsReadOnceWhereThatIsEnoughAndPutDownWithAReasonWhereItIsNot() {
    byte[] text = longInput().getBytes(StandardCharsets.UTF_8);
    assertTrue(text.length > 16 << 20, "too short: " + text.length);
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(text));
      String once = fit("-");
      assertTrue(once.startsWith("standard input: 360000 samples"), once);
      assertTrue(once.contains("note        the data were read once, not held"), once);
      System.setIn(new ByteArrayInputStream(text));
      String again = cli.run("fit", "-", "--library", "polynomial:2").succeeds().out();
      assertTrue(
          again.contains(
              "note        standard input was put down in a temporary file, to be read again: the"
                  + " derivative is not named"),
          again);
      assertEquals(equations(again), equations(once));
      System.setIn(new ByteArrayInputStream(text));
      fit("-", "--stream", "--out", "@piped");
      assertTrue(cli.read("piped/report.html").contains("found from 360000 samples"));
      System.setIn(new ByteArrayInputStream(text));
      cli.run("fit", "-", "--stream", "--ensemble", "10").fails(2, "ensemble", "--stream");
      for (List<String> wrong :
          List.of(
              List.of("--known", "x' = w"),
              List.of("--constrain", "x: v^7 = 1"),
              List.of("--conserve", "x + w"),
              List.of("--enforce", "so(2) on (x,w)"))) {
        ByteArrayInputStream input = new ByteArrayInputStream(text);
        System.setIn(input);
        String[] command = {
          "fit", "-", "--stream", "--derivative", "finite-difference:4", wrong.get(0), wrong.get(1)
        };
        cli.run(command).fails(2, wrong.get(1).substring(0, 1));
        assertTrue(input.available() > 0, wrong + " was answered only behind the last row");
      }
    } finally {
      System.setIn(before);
    }
  }

  private static List<String> equations(String out) {
    return out.lines().filter(line -> line.contains("' = ")).toList();
  }

  @Test
  void simulationsAreWrittenAsArrays() {
    cli.run("fit", "@l.csv", "--out", "@report").succeeds();
    cli.run(
            "simulate",
            "@report/model.json",
            "--initial",
            "1,2,3",
            "--until",
            "2",
            "--step",
            "0.01",
            "-o",
            "@run.npy")
        .succeeds();
    cli.run("check", "@run.npy", "--columns", "t,x,y,z").succeeds().says("201 samples");
  }

  @Test
  void arraysAreScoredCheckedAndValidatedAsTablesAre() {
    fit("@l.csv", "--out", "@report");
    String table = cli.run("score", "@report/model.json", "@l.csv").succeeds().out();
    String array =
        cli.run("score", "@report/model.json", "@l.npy", "--columns", "t,x,y,z").succeeds().out();
    assertEquals(table, array.replace("l.npy", "l.csv").replaceAll("note +the file has.*\\R", ""));
    cli.run("score", "@report/model.json", "@l.npy")
        .fails(1, "no column 'x'", "(--columns) or use t, x1, x2, x3");
    String[] names = {"--columns", "t,x,y,z"};
    assertTrue(fit("@l.npy", "--validate", "@l.npy", names[0], names[1]).contains("validation"));
    cli.run("check", "@l.npy", names[0], names[1]).succeeds().says("3000 samples");
  }

  @Test
  void controlsMayBeAnArray() {
    cli.file("u.csv", "t,u\n0,0\n1,1\n2,0\n");
    cli.file(
        "m.json",
        "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\"], \"controls\": [\"u\"],"
            + " \"terms\": [{\"name\": \"u\"}], \"coefficients\": [[1]]}");
    DataFile.write(
        DataFile.read(cli.path("u.csv"), CsvOptions.defaults()), cli.path("u.npy"), false);
    assertEquals(driven("@u.csv"), driven("@u.npy"));
    assertTrue(driven("@u.npy").contains("\n1.0,0.5\n2.0,0.99999"), driven("@u.npy"));
  }

  private String driven(String controls) {
    return cli.run(
            "simulate",
            "@m.json",
            "--initial",
            "0",
            "--until",
            "2",
            "--step",
            "1",
            "--controls",
            controls)
        .succeeds()
        .out();
  }

  @ParameterizedTest
  @CsvSource({
    "--formulation,weak,formulation weak",
    "--formulation,smoother,formulation smoother",
    "--ensemble,10,ensemble",
    "--promote,affine,promote",
    "--order,2,order 2",
    "--derivative,kalman,derivative kalman"
  })
  void whatCannotBeStreamedIsRefusedByName(String option, String value, String where) {
    cli.run("fit", "@l.csv", "--stream", option, value).fails(2, where, "--stream");
  }

  @Test
  void namesAndStepsThatDoNotFitAreRefused() {
    cli.run("fit", "@l.csv", "--columns", "a,b,c,d").fails(2, "it has a header: t, x, y, z");
    cli.run("fit", "@l.npy", "--columns", "a,b").fails(2, "it has 4 columns but 2 were named");
    cli.run("fit", "@l.csv", "--step", "0.1").fails(2, "is for arrays");
    cli.run("fit", "@l.npy", "--step", "-1").fails(2, "must be a positive number");
  }
}
