package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.HeldAsStored;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.derivative.SavitzkyGolay;
import io.github.sindy4j.derivative.Whittaker;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.RowSource;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of data that are held are the oracle. */
class StoredRowsTest {
  private static final Dataset DATA = data(false);

  /**
   * A long and a short trajectory with a control, an uneven grid, noise, and segments of all sizes.
   */
  private static Dataset data(boolean rates) {
    Schema schema =
        new Schema(
            new Variable("t", ""),
            List.of(new Variable("x", ""), new Variable("y", "")),
            List.of(new Variable("u", "")));
    return new Dataset(
        "data",
        schema,
        List.of(trajectory("1", 30_000, rates), trajectory("2", 4_000, rates)),
        List.of());
  }

  private static Trajectory trajectory(String id, int size, boolean rates) {
    Random random = new Random(size);
    double[] times = new double[size];
    double[][] states = new double[size][];
    double[][] controls = new double[size][];
    double t = 0;
    for (int i = 0; i < size; i++) {
      t += 0.01 * (0.9 + 0.2 * random.nextDouble());
      times[i] = t;
      double noise = 1e-3 * random.nextGaussian();
      states[i] = new double[] {Math.cos(t) + noise, Math.sin(2 * t) - noise};
      controls[i] = new double[] {Math.sin(0.3 * t)};
    }
    Matrix x = Matrix.ofRows(states);
    Trajectory plain =
        Trajectory.of(id, Vec.adopt(times), x)
            .withControls(Matrix.ofRows(controls))
            .withGapsBefore(new TreeSet<>(List.of(3, 10, 900, 8192, 8192 + 40)));
    return rates ? plain.withRates(x.scaled(0.5)) : plain;
  }

  static Stream<DifferentialForm> forms() {
    return Stream.of(
        DifferentialForm.by(FiniteDifference.ofOrder(1)),
        DifferentialForm.by(FiniteDifference.ofOrder(2)),
        DifferentialForm.by(FiniteDifference.ofOrder(8)),
        DifferentialForm.by(SavitzkyGolay.of(5, 2)),
        new DifferentialForm(FiniteDifference.ofOrder(4), 3),
        new DifferentialForm(SavitzkyGolay.of(61, 4), 15));
  }

  private static Library library() {
    return PolynomialLibrary.ofDegree(2).over(List.of("x", "y", "u"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void rowsAreThoseOfHeldDataBitForBit(DifferentialForm form) {
    FormulatedRows held = form.rows(DATA, library());
    FormulatedRows stored = form.rows(new HeldAsStored(DATA), library());
    assertEquals(held.notices(), stored.notices());
    assertSameRows(held.source(), stored.source());
    List<Integer> terms = List.of(1, 4);
    assertSameRows(held.source().withTerms(terms), stored.source().withTerms(terms));
  }

  @Test
  void measuredRatesAreTakenAsTheyAre() {
    Dataset measured = data(true);
    DifferentialForm form = DifferentialForm.by(FiniteDifference.ofOrder(2));
    assertSameRows(
        form.rows(measured, library()).source(),
        form.rows(new HeldAsStored(measured), library()).source());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void foldsAreThoseOfHeldDataBitForBit(DifferentialForm form) {
    FoldedData held = Folding.fold(form.rows(DATA, library()).source(), Progress.NONE);
    FoldedData stored =
        Folding.fold(form.rows(new HeldAsStored(DATA), library()).source(), Progress.NONE);
    assertEquals(held.folds(), stored.folds());
    assertClose(held.responseBiases(), stored.responseBiases());
  }

  @Test
  void aDifferentiatorOfAllSamplesIsRefused() {
    DifferentialForm form = DifferentialForm.by(Whittaker.defaults());
    Unsupported refused =
        assertThrows(Unsupported.class, () -> form.rows(new HeldAsStored(DATA), library()));
    assertTrue(refused.getMessage().contains("finite-difference"), refused.getMessage());
  }

  private static void assertSameRows(RowSource held, RowSource stored) {
    assertEquals(held.size(), stored.size());
    assertEquals(held.chunks().size(), stored.chunks().size());
    assertClose(held.responseBiases(), stored.responseBiases());
    int columns = held.size().terms() + held.size().responses();
    for (int k = 0; k < held.chunks().size(); k++) {
      RowSource.RowChunk expected = held.chunks().get(k);
      RowSource.RowChunk found = stored.chunks().get(k);
      assertEquals(expected.first(), found.first());
      assertEquals(expected.fold(), found.fold());
      assertArrayEquals(filled(expected, columns), filled(found, columns));
      Block errors = new Block(expected.rows(), held.size().responses());
      Block others = new Block(expected.rows(), held.size().responses());
      expected.fillErrors(errors);
      found.fillErrors(others);
      assertEquals(errors.toMatrix(), others.toMatrix());
    }
  }

  private static double[] filled(RowSource.RowChunk chunk, int columns) {
    Block block = new Block(chunk.rows(), columns);
    chunk.fill(block);
    return block.toMatrix().toArray();
  }

  private static void assertClose(Vec expected, Vec found) {
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), found.get(i), 1e-12 * Math.abs(expected.get(i)));
    }
  }
}
