package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake gets one clear line with its cure: exit code 1 for data, 2 for the command. */
class BadInputTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void open() {
    cli = new Cli(folder).file("good.csv", "t,x,y\n" + decay(40));
  }

  private static String decay(int rows) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < rows; k++) {
      double t = 0.1 * k;
      text.append(t).append(',').append(Math.exp(-t) * Math.cos(2 * t)).append(',');
      text.append(Math.exp(-t) * Math.sin(2 * t)).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fit", "check"})
  void missingFile(String command) {
    cli.run(command, "@nothing.csv").fails(1, "nothing.csv: there is no such file", "Check");
  }

  @Test
  void directory() {
    cli.run("fit", folder.toString()).fails(1, "it is a folder", "Name a file");
  }

  @Test
  void emptyFile() {
    cli.file("empty.csv", "").run("fit", "@empty.csv").fails(1, "empty.csv", "empty");
  }

  @Test
  void headerOnly() {
    cli.file("h.csv", "t,x,y\n").run("fit", "@h.csv").fails(1, "h.csv", "header but no rows");
  }

  @Test
  void textInANumber() {
    cli.file("text.csv", "t,x\n0,1\n1,oops\n")
        .run("fit", "@text.csv")
        .fails(1, "text.csv", "line 3", "'x'", "oops");
  }

  @Test
  void duplicateColumn() {
    cli.file("dup.csv", "t,x,x\n0,1,2\n").run("fit", "@dup.csv").fails(1, "'x' occurs twice");
  }

  @Test
  void unknownColumn() {
    cli.run("fit", "@good.csv", "--states", "x,q").fails(1, "q", "good.csv");
    cli.run("fit", "@good.csv", "--time", "clock").fails(1, "clock");
    cli.run("fit", "@good.csv", "--states", "x,,y").fails(2, "--states", "empty name");
  }

  @Test
  void timeThatDoesNotIncrease() {
    cli.file("time.csv", "t,x\n0,1\n2,2\n1,3\n")
        .run("fit", "@time.csv")
        .fails(1, "time.csv", "line 4", "Sort the rows");
  }

  @Test
  void oneRow() {
    cli.file("one.csv", "t,x\n0,1\n").run("fit", "@one.csv").fails(1, "one.csv", "samples");
  }

  @Test
  void fewerRowsThanTerms() {
    cli.file("few.csv", "t,x,y\n" + decay(12))
        .run("fit", "@few.csv", "--library", "polynomial:5")
        .fails(1, "cannot determine the 21 candidate terms", "Give more data");
  }

  @Test
  void partlyMissingRow() {
    cli.file("part.csv", "t,x,y\n0,1,2\n1,,3\n2,1,2\n")
        .run("fit", "@part.csv")
        .fails(1, "part.csv", "line 3", "'x'", "missing");
  }

  @Test
  void infinity() {
    cli.file("inf.csv", "t,x\n0,1\n1,inf\n2,3\n")
        .run("fit", "@inf.csv")
        .fails(1, "inf.csv", "line 3", "infinite");
  }

  @Test
  void degreeTooLargeForMemory() {
    cli.run("fit", "@good.csv", "--library", "polynomial:1000")
        .fails(2, "501,501 terms", "GB", "lower degree");
  }

  @Test
  void unknownOption() {
    cli.run("fit", "@good.csv", "--libary", "polynomial:2")
        .fails(2, "--libary", "--library", "--help");
    cli.run("fit").fails(2, "DATA.csv");
    cli.run("fitt", "@good.csv").fails(2, "fitt", "fit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--optimizer | laso | Did you mean lasso?",
        "--optimizer | stlsq:treshold=1 | Write stlsq:threshold=T,ridge=A",
        "--optimizer | stlsq:threshold=-1 | must be a number",
        "--optimizer | ridge:abc | 'abc'",
        "--derivative | spline | is not understood",
        "--derivative | finite-difference:0 | must be between",
        "--library | poly:3 | is not a library",
        "--library | expr(sin(x) | is not closed",
        "--library | expr(sin(x)*) | expr",
        "--library | expr(foo(x)) | foo",
        "--library | expr(q+x) | q",
        "--max-gap | soon | is not a number",
        "--max-gap | -1 | must be greater than 0",
        "--pick | 99 | Choose one of",
        "--pick | few | --pick",
        "--seed | x | --seed",
      })
  void wrongSetting(String option, String value, String part) {
    cli.run("fit", "@good.csv", option, value).fails(2, part);
  }

  @Test
  void pickWithoutAPath() {
    cli.run("fit", "@good.csv", "--optimizer", "least-squares", "--pick", "3")
        .fails(2, "--pick 3", "not a path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "hello | is not JSON",
        "{\"format\": } | line 1, column 12",
        "[1,2] | must be an object",
        "{\"states\": [\"x\"]} | \"format\" is missing",
        "{\"format\": \"other\"} | is not a model file",
        "{\"format\": \"sindy4j-model/9\"} | newer sindy4j",
        "{\"format\": \"sindy4j-model/1\"} | \"states\" is missing",
        "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\"]} | \"terms\" is missing",
      })
  void brokenModelFile(String text, String part) {
    cli.file("m.json", text)
        .run("simulate", "@m.json", "--initial", "1", "--until", "1", "--step", "0.1")
        .fails(1, "m.json", part);
  }

  @Test
  void modelForOtherColumns() {
    cli.file(
            "m.json",
            "{\"format\": \"sindy4j-model/1\", \"states\": [\"q\"],"
                + " \"terms\": [{\"name\": \"q\"}], \"coefficients\": [[-1]]}")
        .run("score", "@m.json", "@good.csv")
        .fails(1, "q", "good.csv");
  }

  @Test
  void simulationsThatMakeNoSense() {
    cli.file(
        "m.json",
        "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\"], \"controls\": [\"u\"],"
            + " \"terms\": [{\"name\": \"x\"}, {\"name\": \"u\"}], \"coefficients\": [[-1, 1]]}");
    String[] rest = {"--until", "1", "--step", "0.1"};
    cli.run("simulate", "@m.json", "--initial", "1,2", rest[0], rest[1], rest[2], rest[3])
        .fails(2, "--initial", "1 state");
    cli.run("simulate", "@m.json", "--initial", "1", "--until", "1", "--step", "0")
        .fails(2, "--step", "greater than 0");
    cli.run("simulate", "@m.json", "--initial", "1", "--until", "-1", "--step", "1")
        .fails(2, "--until");
    cli.run("simulate", "@m.json", "--initial", "1", "--until", "1e9", "--step", "1e-9")
        .fails(2, "--step", "memory");
    cli.run("simulate", "@m.json", "--initial", "1", rest[0], rest[1], rest[2], rest[3])
        .fails(2, "controls", "--controls FILE.csv");
    cli.run("simulate", "@m.json", "--initial", "1", "--until", "1", "--step", "0.1", "--rtol", "2")
        .fails(2, "relativeTolerance");
  }

  @Test
  void datasetsThatDoNotExist() {
    cli.run("datasets", "export", "lorenz36").fails(2, "lorenz36", "lorenz63");
    cli.run("datasets", "export", "hare-lynx", "--noise", "1").fails(2, "is measured");
    cli.run("datasets", "export", "lorenz63", "--samples", "0").fails(2, "samples");
    cli.run("datasets").fails(2, "subcommand");
  }

  @Test
  void deepParentheses() {
    String deep = "(".repeat(200_000) + "x" + ")".repeat(200_000);
    cli.run("fit", "@good.csv", "--library", "expr(" + deep + ")").fails(2, "nested");
  }

  @Test
  void stackTraceOnlyOnDemand() {
    String err = cli.run("fit", "@nothing.csv", "--stacktrace").err();
    assertTrue(err.contains("\tat io.github.sindy4j"), err);
  }

  @Test
  void integersConstantColumnsAndWideScalesAreFitted() throws IOException {
    StringBuilder text = new StringBuilder("t,big,small,constant\n");
    IntStream.range(0, 200)
        .forEach(
            k -> {
              double t = 0.05 * k;
              text.append(k).append(',').append(1e6 * Math.cos(t)).append(',');
              text.append(1e-6 * Math.sin(t)).append(",3\n");
            });
    Files.writeString(cli.path("scales.csv"), text);
    cli.run("fit", "@scales.csv", "--library", "polynomial:1").succeeds().says("big' = ");
    cli.file(
            "int.csv",
            "t,x\n"
                + IntStream.range(0, 30)
                    .mapToObj(k -> k + "," + 2 * k + "\n")
                    .collect(java.util.stream.Collectors.joining()))
        .run("fit", "@int.csv")
        .succeeds()
        .says("x' = 2.000");
  }

  @Test
  void aNameThatIsNoFileNamesTheBundledData() {
    cli.run("fit", "lorenz63").fails(1, "lorenz63", "hare-lynx", "datasets export");
  }

  /** A table whose row 150 is this one. */
  private static String with(String row) {
    List<String> lines = ("t,x,y\n" + decay(300)).lines().collect(Collectors.toList());
    lines.set(150, row);
    return String.join("\n", lines) + "\n";
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length + 5000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i % values.length];
    }
    return bytes;
  }

  private static Arguments text(String name, String text, String... parts) {
    return Arguments.of(name, text.getBytes(StandardCharsets.UTF_8), List.of(parts));
  }

  /** A name, bytes, and what the answer must say. */
  static Stream<Arguments> garbage() {
    String good = "t,x,y\n" + decay(300);
    return Stream.of(
        text("nothing at all", "", "there is nothing in it", "such as t,x,y"),
        text("blank lines", "\n\n\n", "there is nothing in it"),
        text("comments alone", "# a\n# b\n", "there is nothing in it"),
        text("a header alone", "t,x,y\n", "header but no rows", "Give at least one row"),
        text("bars", good.replace(',', '|'), "line 2", "'t|x|y'", "Separate the cells by commas"),
        text("a long row", with("14.9,1,2,3"), "line 151", "4 cells", "Give every row one cell"),
        text("a short row", with("14.9,1"), "line 151", "2 cells", "Give every row one cell"),
        text("a cell without value", with("14.9,NaN,1"), "line 151", "'x'", "missing", "gap"),
        text("a cell beyond numbers", with("14.9,1e400,1"), "line 151", "'x'", "infinite", "Mend"),
        text("a large number", with("14.9,1e300,1"), "'x'", "1.0E300", "other units"),
        text("the header again", with("t,x,y"), "line 151", "'t'", "delete the line"),
        text("units below", "t,x\ns,m\n1,2\n", "line 2", "'t'", "with the unit in the header"),
        text("dates", "t,x\n2024-01-01,2\n", "line 2", "'t'", "Write times as numbers"),
        text("one name twice", "t,x,x\n1,2,3\n", "line 1", "'x' occurs twice", "its own name"),
        text("time that goes back", with("0.05,1,2"), "line 151", "'t'", "Sort the rows"),
        text("decimal commas", with("\"14,9\",\"1,5\",\"2\""), "line 151", "'t'", "with a point"),
        text("an open quote", with("14.9,\"1,2"), "line 151", "quote"),
        text("a long line", "x".repeat(50_000) + "\n1\n", "no numeric column", "xxx … xxx"),
        text("one column", "x\n1\n2\n", "no numeric column", "beside the time"),
        Arguments.of("zeros", bytes(0), List.of("not a text file", "UTF-8")),
        Arguments.of("other letters", bytes('t', ',', 0xE4, '\n'), List.of("not text in UTF-8")),
        Arguments.of("a zipped file", bytes(0x1F, 0x8B, 8), List.of("gzip", "gunzip -c")),
        Arguments.of("an archive", bytes('P', 'K', 3, 4), List.of("zip", "save the table as CSV")),
        Arguments.of("wide letters", bytes(0xFF, 0xFE, 't', 0), List.of("UTF-16", "UTF-8")),
        Arguments.of("an array", bytes(0x93, 'N', 'U', 'M', 'P', 'Y'), List.of("NumPy", ".npy")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("garbage")
  void garbageIsAnsweredFromFilesPipesAndStreams(String name, byte[] bytes, List<String> parts)
      throws IOException {
    Files.write(cli.path("garbage.csv"), bytes);
    List<String> settings =
        List.of("--library", "polynomial:2", "--derivative", "finite-difference:2");
    assertAnswered(cli.run(fit("@garbage.csv", settings)), "garbage.csv", parts);
    List<String> streamed = new ArrayList<>(settings);
    streamed.add("--stream");
    assertAnswered(cli.run(fit("@garbage.csv", streamed)), "garbage.csv", parts);
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(bytes));
      assertAnswered(cli.run(fit("-", settings)), "standard input", parts);
    } finally {
      System.setIn(before);
    }
  }

  private static String[] fit(String file, List<String> settings) {
    return Stream.concat(Stream.of("fit", file), settings.stream()).toArray(String[]::new);
  }

  private static void assertAnswered(Cli.Result result, String where, List<String> parts) {
    List<String> all = new ArrayList<>(parts);
    all.add(where);
    boolean refused = result.code() == 2 && result.err().contains("leave out --stream");
    result.fails(refused ? 2 : 1, all.toArray(String[]::new));
    assertTrue(result.err().length() < 4000, result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\r\n", "\r"})
  void marksOfOtherSystemsDoNoHarm(String mark) throws IOException {
    String good = "t,x,y\n" + decay(300);
    boolean order = mark.equals("\uFEFF");
    cli.file("plain.csv", good);
    cli.file("other.csv", order ? mark + good : good.replace("\n", mark));
    String[] rest = {"--derivative", "finite-difference:4", "--quiet"};
    String expected = cli.run("fit", "@plain.csv", rest[0], rest[1], rest[2]).succeeds().out();
    assertEquals(
        expected, cli.run("fit", "@other.csv", rest[0], rest[1], rest[2]).succeeds().out());
    Cli.Result streamed = cli.run("fit", "@other.csv", "--stream", rest[0], rest[1], rest[2]);
    if (mark.equals("\r")) {
      streamed.fails(2, "other.csv", "lines that end in a line feed");
    } else {
      assertEquals(expected, streamed.succeeds().out());
    }
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(cli.path("other.csv"))));
      assertEquals(expected, cli.run("fit", "-", rest[0], rest[1], rest[2]).succeeds().out());
    } finally {
      System.setIn(before);
    }
  }
}
