package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.ExpressionLibrary;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.derivative.SavitzkyGolay;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DifferentialFormTest {
  private static final Library QUADRATIC = PolynomialLibrary.ofDegree(2).over(List.of("x", "y"));

  private static Vec grid(int count, double step) {
    double[] times = new double[count];
    Arrays.setAll(times, k -> k * step);
    return Vec.adopt(times);
  }

  /** x = t², y = 1 − 3t, with x lifted by {@code jump} from sample {@code from} on. */
  private static Trajectory parabola(int count, int from, double jump) {
    Vec times = grid(count, 0.1);
    double[] x = new double[count];
    Arrays.setAll(x, k -> times.get(k) * times.get(k) + (k >= from ? jump : 0));
    return Trajectory.of("a", times, Matrix.ofColumns(x, times.map(t -> 1 - 3 * t).toArray()));
  }

  private static Dataset data(Trajectory... trajectories) {
    return new Dataset("bench", Schema.of("x", "y"), List.of(trajectories), List.of());
  }

  private static List<double[]> evaluate(FormulatedRows rows) {
    List<double[]> all = new ArrayList<>();
    long next = 0;
    int columns = rows.source().size().terms() + rows.source().size().responses();
    for (RowChunk chunk : rows.source().chunks()) {
      assertEquals(next, chunk.first(), "chunks follow each other");
      assertTrue(chunk.fold() >= 0 && chunk.fold() < rows.source().size().folds());
      Block block = new Block(chunk.rows(), columns);
      chunk.fill(block);
      for (int t = 0; t < chunk.rows(); t++) {
        double[] row = new double[columns];
        for (int j = 0; j < columns; j++) {
          row[j] = block.get(t, j);
        }
        all.add(row);
      }
      next += chunk.rows();
    }
    return all;
  }

  @Test
  void noDerivativeCrossesAGap() {
    Trajectory cut = parabola(40, 17, 1000).withGapsBefore(new TreeSet<>(List.of(17)));
    for (var differentiator : List.of(FiniteDifference.ofOrder(2), SavitzkyGolay.of(7, 2))) {
      FormulatedRows rows = DifferentialForm.by(differentiator).rows(data(cut), QUADRATIC);
      assertEquals(2, rows.stretches().size());
      List<double[]> all = evaluate(rows);
      assertEquals(40, all.size());
      for (int k = 0; k < 40; k++) {
        assertEquals(2 * 0.1 * k, all.get(k)[6], 1e-8, "rate of x at sample " + k);
        assertEquals(-3, all.get(k)[7], 1e-10);
      }
    }
    FormulatedRows uncut =
        DifferentialForm.by(FiniteDifference.ofOrder(2))
            .rows(data(parabola(40, 17, 1000)), QUADRATIC);
    assertEquals(5000, evaluate(uncut).get(17)[6], 10, "without a gap the jump is a rate");
  }

  @Test
  void segmentsTooShortForTheStencilAreLeftOutWithANotice() {
    Trajectory cut = parabola(30, 0, 0).withGapsBefore(new TreeSet<>(List.of(10, 14)));
    FormulatedRows rows =
        DifferentialForm.by(FiniteDifference.ofOrder(4)).rows(data(cut), QUADRATIC);
    assertEquals(26, rows.source().rows());
    assertEquals("segments-too-short", rows.notices().get(0).code());
    assertTrue(rows.notices().get(0).text().contains("1 segment(s) with 4 sample(s)"));
    assertEquals(List.of(0, 14), rows.stretches().stream().map(s -> s.from()).toList());
    BadData none =
        assertThrows(
            BadData.class,
            () -> DifferentialForm.by(FiniteDifference.ofOrder(20)).rows(data(cut), QUADRATIC));
    assertEquals("too-few-samples", none.code());
    assertTrue(String.valueOf(none.getMessage()).contains("21 samples"), none.getMessage());
  }

  @Test
  void everyRowIsTheLibraryAndTheRateAtItsSample() {
    Trajectory longOne = parabola(2500, 0, 0);
    Trajectory shortOne = parabola(33, 0, 5);
    FormulatedRows rows =
        DifferentialForm.by(FiniteDifference.ofOrder(2)).rows(data(longOne, shortOne), QUADRATIC);
    List<double[]> all = evaluate(rows);
    assertEquals(2533, all.size());
    assertEquals(2533, rows.source().rows());
    for (int k = 0; k < all.size(); k++) {
      Trajectory trajectory = k < 2500 ? longOne : shortOne;
      int sample = k < 2500 ? k : k - 2500;
      double x = trajectory.states().get(sample, 0);
      double y = trajectory.states().get(sample, 1);
      double[] expected = {1, x, y, x * x, x * y, y * y, 2 * trajectory.times().get(sample), -3};
      for (int j = 0; j < 8; j++) {
        double size = Math.max(1, j < 6 ? Math.abs(expected[j]) : Math.abs(x) / 0.1);
        assertEquals(expected[j], all.get(k)[j], 1e-13 * size + 1e-12, "row " + k + ", " + j);
      }
    }
  }

  @Test
  void everyFoldGetsBlocksFromAllOverTheRows() {
    FormulatedRows rows =
        DifferentialForm.by(FiniteDifference.ofOrder(2))
            .rows(data(parabola(1000, 0, 0)), QUADRATIC);
    long[] counts = new long[5];
    long[] firsts = new long[5];
    for (RowChunk chunk : rows.source().chunks()) {
      counts[chunk.fold()] += chunk.rows();
      firsts[chunk.fold()] = chunk.first();
    }
    for (int fold = 0; fold < 5; fold++) {
      assertTrue(Math.abs(counts[fold] - 200) <= 4, counts[fold] + " rows in fold " + fold);
      assertTrue(firsts[fold] >= 700, "fold " + fold + " ends at " + firsts[fold]);
    }
  }

  @Test
  void measuredRatesAreUsedAsTheyAreAndHaveNoError() {
    Matrix rates = Matrix.adopt(12, 2, grid(24, 0.37).toArray());
    Trajectory measured =
        parabola(12, 5, 1000).withRates(rates).withGapsBefore(new TreeSet<>(List.of(11)));
    FormulatedRows rows =
        DifferentialForm.by(FiniteDifference.ofOrder(6)).rows(data(measured), QUADRATIC);
    List<double[]> all = evaluate(rows);
    assertEquals(12, all.size(), "one sample is enough");
    for (int k = 0; k < 12; k++) {
      assertEquals(rates.get(k, 0), all.get(k)[6]);
      assertEquals(rates.get(k, 1), all.get(k)[7]);
    }
    assertEquals(Vec.zeros(2), rows.source().responseBiases());
  }

  @Test
  void controlsAreVariablesOfTheLibraryAtTheSampleOfTheirRow() {
    Trajectory driven =
        parabola(30, 0, 0)
            .withControls(Matrix.adopt(30, 1, grid(30, 2).toArray()))
            .withGapsBefore(new TreeSet<>(List.of(2)));
    Dataset dataset =
        new Dataset(
            "driven",
            new Schema(
                new Variable("t", ""),
                List.of(new Variable("x", ""), new Variable("y", "")),
                List.of(new Variable("u", ""))),
            List.of(driven),
            List.of());
    Library product = ExpressionLibrary.of("y*u").over(List.of("x", "y", "u"));
    List<double[]> all =
        evaluate(new DifferentialForm(FiniteDifference.ofOrder(2), 3).rows(dataset, product));
    assertEquals(22, all.size());
    for (int k = 0; k < 22; k++) {
      assertEquals((1 - 0.3 * (k + 5)) * 2 * (k + 5), all.get(k)[0], 1e-12);
    }
  }

  @Test
  void aTermThatIsNotFiniteIsNamedWithItsTime() {
    Library logarithm = ExpressionLibrary.of("x", "log(x - 0.09)").over(List.of("x", "y"));
    FormulatedRows rows =
        DifferentialForm.by(FiniteDifference.ofOrder(2))
            .rows(data(parabola(20, 0, 1), parabola(20, 5, 1)), logarithm);
    BadData error = assertThrows(BadData.class, () -> evaluate(rows));
    assertEquals("term-not-finite", error.code());
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("log(x - 0.09) is NaN at time 0.0 of trajectory a"), message);
  }

  @Test
  void trimmedEndsGiveNoRowsButNeverMoreThanAQuarterOfASegment() {
    Trajectory cut = parabola(48, 0, 0).withGapsBefore(new TreeSet<>(List.of(8)));
    FormulatedRows rows =
        new DifferentialForm(SavitzkyGolay.of(5, 2), 5).rows(data(cut), QUADRATIC);
    List<double[]> all = evaluate(rows);
    assertEquals(4 + 30, all.size());
    assertEquals(List.of(2, 13), rows.stretches().stream().map(s -> s.from()).toList());
    double[] x = all.stream().mapToDouble(row -> row[1]).toArray();
    double[] rates = all.stream().mapToDouble(row -> row[6]).toArray();
    double[] expected = Arrays.stream(x).map(v -> 2 * Math.sqrt(v)).toArray();
    assertArrayEquals(expected, rates, 1e-10);
    assertEquals(0.2 * 0.2, x[0], 1e-12);
    assertEquals(1.3 * 1.3, x[4], 1e-12);
  }

  @Test
  void rowsOfSomeTermsAreThoseRowsWithoutTheOthersInTheSameChunks() {
    FormulatedRows rows =
        DifferentialForm.by(FiniteDifference.ofOrder(2))
            .rows(data(parabola(2000, 700, 1)), QUADRATIC);
    List<RowChunk> some = rows.source().withTerms(List.of(5, 0)).chunks();
    List<RowChunk> all = rows.source().chunks();
    assertEquals(all.size(), some.size());
    for (int k = 0; k < all.size(); k++) {
      assertEquals(all.get(k).first(), some.get(k).first());
      assertEquals(all.get(k).rows(), some.get(k).rows());
      assertEquals(all.get(k).fold(), some.get(k).fold());
      Block whole = new Block(all.get(k).rows(), 8);
      Block part = new Block(all.get(k).rows(), 4);
      all.get(k).fill(whole);
      some.get(k).fill(part);
      int[] columns = {5, 0, 6, 7};
      assertEquals(whole.toMatrix().columns(columns), part.toMatrix());
    }
  }
}
