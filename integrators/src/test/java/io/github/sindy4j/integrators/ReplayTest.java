package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model is replayed with nothing on the class path that only reading, writing and drawing need.
 */
class ReplayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.knowm.xchart.XYChart",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "de.siegmar.fastcsv.reader.CsvReader"
      })
  void librariesForFilesAndPicturesAreAbsent(String className) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(className));
  }

  @Test
  void aModelIsReplayedWithoutThem() {
    Library library = PolynomialLibrary.ofDegree(1).over(List.of("x", "y"));
    Matrix turning = Matrix.ofRows(new double[] {0, 0, 1}, new double[] {0, -1, 0});
    SparseModel model = new SparseModel(Schema.of("x", "y"), library, turning);
    Solution replay =
        DormandPrince.defaults().integrate(model.field(), Vec.of(1, 0), Vec.of(0, 1, 2));
    assertEquals(List.of("x' = 1.000 y", "y' = -1.000 x"), model.equations());
    assertEquals(Math.cos(2), replay.states().get(2, 0), 1e-9);
  }

  /** Runs side by side have the bits of runs one after the other, and their order. */
  @Test
  void segmentsAndTrajectoriesAreReplayedEachForItself() {
    Library library = PolynomialLibrary.ofDegree(1).over(List.of("x", "y"));
    Matrix turning = Matrix.ofRows(new double[] {0, 0, 1}, new double[] {0, -1, 0});
    SparseModel model = new SparseModel(Schema.of("x", "y"), library, turning);
    Vec times = IntegratorContract.grid(0, 0.01, 2001);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      double[] states = new double[2 * times.size()];
      for (int i = 0; i < times.size(); i++) {
        states[2 * i] = Math.sin(times.get(i) + k) + 0.01 * Math.cos(31 * i);
        states[2 * i + 1] = Math.cos(times.get(i) + k);
      }
      trajectories.add(
          Trajectory.of("run " + k, times, Matrix.adopt(times.size(), 2, states))
              .withGapsBefore(new TreeSet<>(Set.of(700 + k))));
    }
    Dataset data = new Dataset("turning", model.schema(), trajectories, List.of());
    DormandPrince integrator = DormandPrince.defaults();
    Replay replay = Replay.of(model, data, integrator);
    assertEquals(10, replay.runs().size());
    Vec squares = Vec.zeros(2);
    for (int r = 0; r < 10; r++) {
      Replay.Run run = replay.runs().get(r);
      assertEquals(r / 2, run.trajectory());
      int from = r % 2 == 0 ? 0 : 700 + r / 2;
      assertEquals(from, run.segment().from());
      Matrix measured = trajectories.get(r / 2).states();
      Solution alone =
          integrator.integrate(
              model.field(), measured.row(from), times.slice(from, run.segment().to()));
      assertEquals(alone.states(), run.solution().states());
      Matrix errors = alone.states().minus(measured.rowSlice(from, run.segment().to()));
      squares = squares.plus(errors.columnNorms().map(norm -> norm * norm));
    }
    for (int c = 0; c < 2; c++) {
      double rmse = Math.sqrt(squares.get(c) / (5 * 2001 - 10));
      assertEquals(rmse, replay.score().rmse().get(c), 1e-12);
    }
    assertEquals(1, replay.reached());
  }

  /**
   * Far above the few hundredths of a second that it takes, so that only a real loss of speed
   * fails.
   */
  @Test
  void lorenzToTimeHundredTakesFarLessThanASecond() {
    Library library = PolynomialLibrary.ofDegree(2).over(List.of("x", "y", "z"));
    double[][] rows = new double[3][library.size()];
    set(library, rows[0], "x", -10, "y", 10);
    set(library, rows[1], "x", 28, "y", -1, "x z", -1);
    set(library, rows[2], "z", -8.0 / 3, "x y", 1);
    SparseModel lorenz = new SparseModel(Schema.of("x", "y", "z"), library, Matrix.ofRows(rows));
    Vec times = IntegratorContract.grid(0, 0.01, 10_001);
    DormandPrince integrator = DormandPrince.defaults().withTolerance(1e-10);
    Vec start = Vec.of(-8, 8, 27);
    Solution solution =
        Assertions.assertTimeout(
            Duration.ofSeconds(1), () -> integrator.integrate(lorenz.field(), start, times));
    assertTrue(solution.isComplete());
    assertTrue(solution.states().col(2).maxAbs() < 50);
  }

  private static void set(Library library, double[] row, Object... pairs) {
    for (int k = 0; k < pairs.length; k += 2) {
      row[library.termNames().indexOf(pairs[k])] = ((Number) pairs[k + 1]).doubleValue();
    }
  }
}
