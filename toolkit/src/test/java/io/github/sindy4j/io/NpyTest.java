package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.SindyException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in the folder {@code npy} were written by numpy 2.4. */
class NpyTest {
  private static final CsvOptions DEFAULTS = CsvOptions.defaults().withMaxGap(GapRule.none());

  @TempDir Path folder;

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(NpyTest.class.getResource("npy/" + name + ".npy")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table-f8",
        "table-f8-big",
        "table-f4",
        "table-f4-big",
        "table-fortran",
        "table-fortran-big",
        "table-v2",
        "table-v3"
      })
  void aTableOfEveryKind(String name) {
    Dataset data = DataFile.read(file(name), DEFAULTS);
    assertEquals(Schema.of("x1", "x2"), data.schema());
    assertEquals(Vec.of(0, 0.5, 1, 1.5, 2), data.first().times());
    assertEquals(
        Matrix.ofColumns(
            new double[] {-1.25, -0.25, 0.75, 1.75, 2.75}, new double[] {0, 3, 6, 9, 12}),
        data.first().states());
    assertEquals("no-header", data.notices().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole-i4", "whole-i4-big", "whole-i8", "whole-i8-big"})
  void wholeNumbers(String name) {
    Dataset data = DataFile.read(file(name), DEFAULTS.withColumns(List.of("t", "x [m]", "u")));
    assertEquals(List.of(new Variable("x", "m"), new Variable("u", "")), data.schema().states());
    assertEquals(Vec.of(0, 1, 2, 3, 4), data.first().times());
    assertEquals(
        Matrix.ofColumns(new double[] {0, 10, 20, 30, 40}, new double[] {0, -1, -2, -3, -4}),
        data.first().states());
  }

  @Test
  void columnsHaveRolesByTheirNames() {
    Dataset data =
        DataFile.read(
            file("table-f8"),
            DEFAULTS.withColumns(List.of("x", "u", "time")).withControls("u").withStates("x"));
    assertEquals(Vec.of(0, 3, 6, 9, 12), data.first().times());
    assertEquals(-1.25, data.first().controls().get(0, 0));
    assertEquals(0.5, data.first().states().get(1, 0));
  }

  @Test
  void stepsStandForAColumnOfTimes() {
    Dataset line = DataFile.read(file("line"), DEFAULTS.withStep(0.25));
    assertEquals(Vec.of(0, 0.25, 0.5, 0.75, 1), line.first().times());
    assertEquals(Schema.of("x1"), line.schema());
    assertEquals(2.75, line.first().states().get(4, 0));
    Dataset table =
        DataFile.read(file("table-f8"), DEFAULTS.withStep(1).withColumns(List.of("a", "b", "c")));
    assertEquals(Schema.of("a", "b", "c"), table.schema());
  }

  @Test
  void aRowOfNaNIsAGap() {
    Dataset data = DataFile.read(file("gap"), DEFAULTS);
    assertEquals(4, data.samples());
    assertEquals(2, data.first().segments().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cube     | npy-shape      | (2, 3, 4)",
        "scalar   | npy-shape      | shape ()",
        "complex  | npy-type       | '<c16'",
        "half     | npy-type       | '<f2'",
        "flags    | npy-type       | '|b1'",
        "records  | npy-structured | column_stack",
        "cut      | npy-cut-short  | 241 bytes where its header promises 248",
        "line     | step-missing   | --step 0.01"
      },
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '^')
  void othersAreRefusedWithACure(String name, String code, String words) {
    SindyException error =
        assertThrows(SindyException.class, () -> DataFile.read(file(name), DEFAULTS));
    assertEquals(code, error.code());
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void whatIsNoArrayIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.npy"), "t,x\n0,1\n");
    assertEquals(
        "not-npy", assertThrows(SindyException.class, () -> Npy.read(text, DEFAULTS)).code());
    Path missing = folder.resolve("missing.npy");
    assertEquals(
        "no-such-file",
        assertThrows(SindyException.class, () -> Npy.read(missing, DEFAULTS)).code());
    byte[] bytes = Files.readAllBytes(file("table-f8"));
    bytes[6] = 4;
    Path version = Files.write(folder.resolve("version.npy"), bytes);
    assertEquals(
        "npy-version",
        assertThrows(SindyException.class, () -> Npy.read(version, DEFAULTS)).code());
  }

  @Test
  void mistakesNameTheRow() {
    Path file = file("table-f8");
    SindyException error =
        assertThrows(
            SindyException.class,
            () -> Npy.read(file, DEFAULTS.withColumns(List.of("a", "b", "c")).withTime("d")));
    assertEquals("unknown-column", error.code());
    double[] times = {0, 1, 1};
    Dataset wrong = Dataset.of(Vec.of(0, 1, 2), Matrix.ofColumns(times), "s");
    Path target = folder.resolve("wrong.npy");
    Npy.write(wrong, target, false);
    SindyException order =
        assertThrows(
            SindyException.class, () -> Npy.read(target, DEFAULTS.withColumns(List.of("x", "t"))));
    assertEquals("time-not-increasing", order.code());
    assertTrue(order.getMessage().contains("row 3, column 't'"), order.getMessage());
    assertTrue(order.getMessage().contains("(row 2)"), order.getMessage());
  }

  @Test
  void namesMustFitTheColumns() {
    Path file = file("table-f8");
    SindyException error =
        assertThrows(
            SindyException.class, () -> Npy.read(file, DEFAULTS.withColumns(List.of("t", "x"))));
    assertEquals("columns-count", error.code());
  }

  @Test
  void whatIsWrittenReadsBackBitForBit() {
    Matrix states =
        Matrix.ofRows(
            new double[] {0.1, -0.0}, new double[] {1e-300, 3}, new double[] {Math.PI, 4});
    Matrix one = Matrix.ofColumns(new double[] {7, 8, 9});
    Trajectory first =
        Trajectory.of("1", Vec.of(0, 0.1, 0.3), states)
            .withControls(one)
            .withRates(states)
            .withGapsBefore(new TreeSet<>(List.of(2)));
    Trajectory second =
        Trajectory.of("2", Vec.of(5, 6, 7), states).withControls(one).withRates(states);
    Schema schema =
        new Schema(
            new Variable("t", ""),
            List.of(new Variable("x", ""), new Variable("y", "")),
            List.of(new Variable("u", "")));
    Dataset data = new Dataset("data.npy", schema, List.of(first, second), List.of());
    Path file = folder.resolve("data.npy");
    DataFile.write(data, file, false);
    assertEquals(List.of("traj", "t", "x", "y", "u", "dx/dt", "dy/dt"), Npy.columns(data));
    Dataset back = DataFile.read(file, CsvOptions.matching(data).withColumns(Npy.columns(data)));
    assertEquals(data.schema(), back.schema());
    assertEquals(2, back.trajectories().size());
    for (int k = 0; k < 2; k++) {
      Trajectory expected = data.trajectories().get(k);
      Trajectory found = back.trajectories().get(k);
      assertEquals(expected.id(), found.id());
      assertEquals(expected.segments(), found.segments());
      assertArrayEquals(expected.times().toArray(), found.times().toArray());
      assertArrayEquals(expected.states().toArray(), found.states().toArray());
      assertArrayEquals(expected.controls().toArray(), found.controls().toArray());
      assertEquals(Optional.of(expected.rates().orElseThrow()), found.rates());
    }
  }

  @Test
  void theBytesAreThoseThatNumpyWrites() throws IOException {
    Dataset data = DataFile.read(file("table-f8"), DEFAULTS);
    Path file = folder.resolve("again.npy");
    DataFile.write(data, file, false);
    assertArrayEquals(Files.readAllBytes(file("table-f8")), Files.readAllBytes(file));
  }
}
