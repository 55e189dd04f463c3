package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.notice.SindyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of the whole text is the oracle: the same bits, notices and errors. */
class PlainTablesTest {
  private static final PlainTables NEVER = new PlainTables(Long.MAX_VALUE, 1);

  private static final Place PLACE = new Place("data.csv");

  @TempDir Path folder;

  /** A file and the options to read it with. */
  private record Case(String name, String text, CsvOptions options) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String rows(String separator, String end, boolean blanks) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder(String.join(separator, "t", "x [m]", "y")).append(end);
    for (int i = 0; i < 400; i++) {
      boolean gap = i % 97 == 50;
      String pad = blanks && random.nextBoolean() ? " " : "";
      text.append(pad).append(gap ? "" : 0.01 * i).append(pad).append(separator);
      text.append(gap ? "" : random.nextGaussian()).append(separator).append(pad);
      text.append(gap ? "" : "%.3e".formatted(random.nextGaussian())).append(end);
    }
    return text.toString();
  }

  private static String after(int row, String odd) {
    StringBuilder text = new StringBuilder("t,x,y\n");
    for (int i = 0; i < 400; i++) {
      text.append(i).append(",").append(i % 7).append(".5,").append(i % 3).append('\n');
      text.append(i == row ? odd : "");
    }
    return text.toString();
  }

  static Stream<Case> plain() {
    CsvOptions options = CsvOptions.defaults();
    String commas = rows(",", "\n", false);
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("commas", commas, options));
    cases.add(new Case("blanks around cells", rows(",", "\n", true), options));
    cases.add(new Case("tabs", rows("\t", "\n", true), options));
    cases.add(new Case("semicolons", rows(";", "\n", false), options));
    cases.add(new Case("decimal commas", rows(";", "\n", false).replace('.', ','), options));
    cases.add(new Case("carriage returns", rows(",", "\r\n", false), options));
    cases.add(new Case("byte order mark", "\uFEFF" + commas, options));
    cases.add(new Case("no end of the last line", commas.stripTrailing(), options));
    cases.add(new Case("comments first", "# a \"comment\"\n\n# b\n" + commas, options));
    cases.add(new Case("no header", commas.substring(commas.indexOf('\n') + 1), options));
    cases.add(new Case("letters in the header", commas.replace("x [m]", "µ \"°\""), options));
    cases.add(new Case("quoted header", commas.replace("x [m]", "\"x, [m]\""), options));
    cases.add(new Case("blank row", after(300, "\n"), options));
    cases.add(new Case("row of separators", after(300, ",,,,\n"), options));
    cases.add(new Case("extra empty cells", after(300, "300.5,1,2,,\n"), options));
    cases.add(new Case("missing states", after(300, "300.5,NA,nan\n"), options));
    cases.add(new Case("mixed forms", after(300, "3.005e+02,-.5,+1.e1\n"), options));
    cases.add(
        new Case(
            "twenty digits",
            after(300, "300.50000000000000000000,0.00000000000000000001,1e-320\n"),
            options));
    cases.add(new Case("chosen states", commas, options.withStates("y")));
    cases.add(new Case("spaces", rows("  ", "\n", true).replaceAll("(?m)^ *  *$", ""), options));
    cases.add(
        new Case(
            "text column", commas.replace("\n", ",abc\n").replaceFirst("abc", "label"), options));
    cases.add(new Case("trajectories", trajectories(), options));
    cases.add(new Case("comments", after(300, "# a \"comment\"\n  # another\n"), options));
    cases.add(new Case("quotes", after(300, "300.5,\"1\",\"2.5\"\n"), options));
    cases.add(
        new Case("quotes everywhere", commas.replaceAll("(?m),([^,]*)$", ",\"$1\""), options));
    String named = trajectories();
    cases.add(new Case("quoted names", named.replace("a,", "\"a, \"\"1\"\"\","), options));
    cases.add(new Case("letters", named.replace("a,", "\u00e4,"), options));
    return cases.stream();
  }

  private static String trajectories() {
    StringBuilder text = new StringBuilder("run,t,x\n");
    for (int i = 0; i < 500; i++) {
      text.append(i % 2 == 0 ? "a" : i < 300 ? "b " : "c").append(',').append(i).append(",1.5\n");
    }
    return text.toString();
  }

  static Stream<Case> odd() {
    CsvOptions options = CsvOptions.defaults();
    return Stream.of(
            "299.5,1\n",
            "300.5,1,2,3\n",
            "300.5,,2\n",
            "300.5,abc,2\n",
            "300.5,1d,2\n",
            "300.5,inf,2\n",
            "300.5,1e999,2\n",
            "300.5,1 2,2\n",
            "300.5,0x1p3,2\n",
            "300.5,\u00b51,2\n",
            "abc,1,2\n",
            ",1,2\n",
            "10,1,2\n",
            "# comment\n",
            "  # comment, too\n",
            "300.5,\"1\",2\n",
            "300.5,\"1,2\n",
            "300.5,1,2\r301,1,2\n",
            "\"300.5\n\",1,2\n",
            "300.5,\"1\n\",2\nx,1,2\n",
            "# comment\n300.5,1\n",
            "300.5,1,2\n\n301.5,x,1\n")
        .map(odd -> new Case(odd.strip(), after(300, odd), options));
  }

  static Stream<Case> all() {
    return Stream.concat(plain(), odd());
  }

  @ParameterizedTest
  @MethodSource("all")
  void blocksGiveWhatTheWholeTextGives(Case file) throws IOException {
    Path path = Files.writeString(folder.resolve("data.csv"), file.text());
    String expected = outcome(() -> Csv.read(path, file.options(), NEVER));
    for (int size : new int[] {37, 256, 1000, 1 << 20}) {
      assertEquals(
          expected, outcome(() -> Csv.read(path, file.options(), new PlainTables(0, size))));
    }
  }

  @ParameterizedTest
  @MethodSource("plain")
  void plainFilesAreReadInBlocks(Case file) throws IOException {
    Path path = Files.writeString(folder.resolve("data.csv"), file.text());
    assertTrue(
        new PlainTables(0, 256).read(path, PLACE, Csv.tables(PLACE, file.options())).isPresent());
  }

  @Test
  void aByteThatBelongsToNoCharacterIsToldAsEver() throws IOException {
    byte[] text = after(300, "300.5,1,2\n").getBytes(StandardCharsets.UTF_8);
    text[text.length - 4] = (byte) 0xFF;
    Path path = Files.write(folder.resolve("data.csv"), text);
    String expected = outcome(() -> Csv.read(path, CsvOptions.defaults(), NEVER));
    assertTrue(expected.contains("not-utf8"), expected);
    PlainTables blocks = new PlainTables(0, 256);
    assertEquals(expected, outcome(() -> Csv.read(path, CsvOptions.defaults(), blocks)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theNumberOfThreadsChangesNothing(int threads) throws Exception {
    Path path = Files.writeString(folder.resolve("data.csv"), trajectories());
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      PlainTables blocks = new PlainTables(0, 64);
      assertEquals(
          outcome(() -> Csv.read(path, CsvOptions.defaults(), NEVER)),
          pool.submit(() -> outcome(() -> Csv.read(path, CsvOptions.defaults(), blocks))).get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void smallFilesAreReadAsEver() throws IOException {
    Path path = Files.writeString(folder.resolve("data.csv"), rows(",", "\n", false));
    TableReader<Table> reader = Csv.tables(PLACE, CsvOptions.defaults());
    assertFalse(PlainTables.standard().read(path, PLACE, reader).isPresent());
  }

  /** Everything that reading gives, as text, numbers bit for bit. */
  private static String outcome(Supplier<Dataset> reading) {
    try {
      Dataset data = reading.get();
      StringBuilder text = new StringBuilder();
      text.append(data.schema()).append(data.notices());
      for (Trajectory trajectory : data.trajectories()) {
        text.append(trajectory.id()).append(trajectory.segments());
        bits(text, trajectory.times().toArray());
        bits(text, trajectory.states().toArray());
      }
      return text.toString();
    } catch (SindyException e) {
      return e.code() + ": " + e.getMessage();
    }
  }

  private static void bits(StringBuilder text, double[] values) {
    for (double value : values) {
      text.append(' ').append(Double.doubleToRawLongBits(value));
    }
  }

  /** Samples of a function, with a column of text, quotes, comments and blank rows. */
  private static String samples(String odd) {
    StringBuilder text = new StringBuilder("a,label,b [m],y\n");
    for (int i = 0; i < 500; i++) {
      text.append(0.5 * i).append(",text,").append(i % 7).append(',').append(i % 3).append(".25\n");
      text.append(i == 300 ? odd : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "# comment\n",
        "1,\"x, y\",2,3\n",
        "1,z,,3\n",
        "1,z,inf,3\n",
        "1,z,x,3\n",
        "1,z,2\n"
      })
  void samplesOfFunctionsAreReadInBlocksToo(String odd) throws IOException {
    Path path = Files.writeString(folder.resolve("data.csv"), samples(odd));
    SampleOptions options = SampleOptions.predicting("y");
    String expected = samplesOutcome(() -> Csv.readSamples(path, options, NEVER));
    for (int size : new int[] {37, 1000, 1 << 20}) {
      PlainTables blocks = new PlainTables(0, size);
      assertEquals(expected, samplesOutcome(() -> Csv.readSamples(path, options, blocks)));
    }
  }

  private static String samplesOutcome(Supplier<Samples> reading) {
    try {
      Samples data = reading.get();
      StringBuilder text = new StringBuilder();
      text.append(data.schema()).append(data.notices());
      bits(text, data.inputs().vec().toArray());
      bits(text, data.outputs().vec().toArray());
      return text.toString();
    } catch (SindyException e) {
      return e.code() + ": " + e.getMessage();
    }
  }
}
