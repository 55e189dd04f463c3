package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriteTest {
  @TempDir Path folder;

  private static String written(Dataset data) {
    StringBuilder text = new StringBuilder();
    try {
      Csv.write(data, text);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return text.toString();
  }

  @Test
  void oneTrajectoryHasNoTrajectoryColumn() {
    Schema schema =
        new Schema(
            new Variable("t", "s"),
            List.of(new Variable("x", "m"), new Variable("y", "")),
            List.of());
    Trajectory run =
        Trajectory.of(
                "1",
                Vec.of(0, 0.1, 5),
                Matrix.ofRows(new double[][] {{1, -0.0}, {2, 1e-300}, {1 / 3.0, 4}}))
            .withGapsBefore(new TreeSet<>(List.of(2)));
    assertEquals(
        "t [s],x [m],y\n0.0,1.0,-0.0\n0.1,2.0,1.0E-300\n,,\n5.0,0.3333333333333333,4.0\n",
        written(new Dataset("d", schema, List.of(run), List.of())));
  }

  @Test
  void severalTrajectoriesControlsAndRatesHaveColumns() {
    Schema schema =
        new Schema(
            new Variable("t", "s"),
            List.of(new Variable("x", "m")),
            List.of(new Variable("traj", "")));
    Matrix one = Matrix.ofRows(new double[][] {{1}, {2}});
    Trajectory a = Trajectory.of("a, 1", Vec.of(0, 1), one).withControls(one).withRates(one);
    Trajectory b = Trajectory.of("b", Vec.of(0, 1), one).withControls(one).withRates(one);
    Dataset data =
        new Dataset(
            "d", schema, List.of(a, b.withGapsBefore(new TreeSet<>(List.of(1)))), List.of());
    assertEquals(
        """
        trajectory,t [s],x [m],traj,dx/dt [m/s]
        "a, 1",0.0,1.0,1.0,1.0
        "a, 1",1.0,2.0,2.0,2.0
        b,0.0,1.0,1.0,1.0
        b,,,,
        b,1.0,2.0,2.0,2.0
        """,
        written(data));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatIsWrittenReadsBackBitForBitWithItsGaps(int seed) {
    Dataset data = randomDataset(new Random(seed));
    Dataset back = Csv.read("d", new StringReader(written(data)), CsvOptions.matching(data));
    assertEquals(data.schema().states(), back.schema().states());
    assertEquals(data.schema().controls(), back.schema().controls());
    assertEquals(data.schema().time(), back.schema().time());
    assertEquals(data.trajectories().size(), back.trajectories().size());
    for (int k = 0; k < data.trajectories().size(); k++) {
      Trajectory expected = data.trajectories().get(k);
      Trajectory actual = back.trajectories().get(k);
      assertEquals(expected.id(), actual.id());
      assertEquals(expected.times(), actual.times());
      assertEquals(expected.states(), actual.states());
      assertEquals(expected.controls(), actual.controls());
      assertEquals(expected.rates(), actual.rates());
      assertEquals(expected.segments(), actual.segments());
    }
  }

  private static Dataset randomDataset(Random random) {
    int n = 1 + random.nextInt(3);
    int c = random.nextInt(3);
    boolean rates = random.nextBoolean();
    List<String> ids = List.of("1", " two ", "three, \"3\"", "#four", "line\nfive", "");
    int runs = 1 + random.nextInt(ids.size());
    List<Trajectory> trajectories = new ArrayList<>();
    for (int k = 0; k < runs; k++) {
      int size = 1 + random.nextInt(30);
      Trajectory run = Trajectory.of(ids.get(k), times(random, size), numbers(random, size, n));
      run = c > 0 ? run.withControls(numbers(random, size, c)) : run;
      run = rates ? run.withRates(numbers(random, size, n)) : run;
      TreeSet<Integer> gaps = new TreeSet<>();
      random.ints(random.nextInt(4), 0, size).forEach(gaps::add);
      trajectories.add(run.withGapsBefore(gaps));
    }
    return new Dataset(
        "d",
        new Schema(new Variable("time", "s"), names("x", n), names("u", c)),
        trajectories,
        List.of());
  }

  private static List<Variable> names(String stem, int count) {
    List<Variable> names = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      names.add(new Variable(stem + k, k == 0 ? "m/s" : ""));
    }
    return names;
  }

  private static Vec times(Random random, int size) {
    return Vec.of(random.doubles(2L * size, -1e3, 1e3).distinct().limit(size).sorted().toArray());
  }

  /** Any finite numbers: every sign and exponent, denormal ones too. */
  private static Matrix numbers(Random random, int rows, int cols) {
    double[] values =
        random
            .longs()
            .mapToDouble(Double::longBitsToDouble)
            .filter(Double::isFinite)
            .limit((long) rows * cols)
            .toArray();
    values[0] = -0.0;
    return Matrix.adopt(rows, cols, values);
  }

  @Test
  void aFileReadsBackUnderItsName() {
    Dataset data =
        Dataset.of(Vec.of(0, 1), Matrix.ofRows(new double[][] {{1, 2}, {3, 4}}), "x", "y [m]");
    Path file = folder.resolve("out.csv");
    Csv.write(data, file, false);
    Dataset back = Csv.read(file);
    assertEquals("out.csv", back.name());
    assertEquals(data.schema(), back.schema());
    assertEquals(data.first().states(), back.first().states());
  }

  @Test
  void aTableHoldsNumbersAndText() throws IOException {
    CsvTable table =
        CsvTable.empty()
            .withText("trajectory", List.of("1", "a \"b\""))
            .withNumbers("time [s]", Vec.of(0, 0.1))
            .withNumbers("replay", Vec.of(1e-5, Double.NaN));
    StringBuilder text = new StringBuilder();
    table.writeTo(text);
    assertEquals(
        "trajectory,time [s],replay\n1,0.0,1.0E-5\n\"a \"\"b\"\"\",0.1,\n", text.toString());
  }

  @Test
  void aTableRefusesColumnsThatDoNotFit() {
    CsvTable table = CsvTable.empty().withNumbers("x", Vec.of(1, 2));
    assertThrows(IllegalArgumentException.class, () -> table.withNumbers("y", Vec.of(1)));
    assertThrows(IllegalArgumentException.class, () -> table.withNumbers("x", Vec.of(1, 2)));
  }
}
