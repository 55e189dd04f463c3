package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.ExpressionLibrary;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeakFormTest {
  private static final Library LINEAR = PolynomialLibrary.ofDegree(1).over(List.of("x", "y"));

  /** ẋ = −0.1 x + 2 y, ẏ = −2 x − 0.1 y, exactly, at these times. */
  private static Matrix spiral(Vec times) {
    double[][] rows = new double[times.size()][];
    Arrays.setAll(
        rows,
        k -> {
          double t = times.get(k);
          double r = Math.exp(-0.1 * t);
          return new double[] {r * Math.cos(2 * t), -r * Math.sin(2 * t)};
        });
    return Matrix.ofRows(rows);
  }

  private static final Matrix SPIRAL = Matrix.ofRows(new double[][] {{0, -0.1, 2}, {0, -2, -0.1}});

  private static Vec uneven(int count, double step) {
    double[] times = new double[count];
    Arrays.setAll(times, i -> step * (i + 0.35 * Math.sin(2.3 * i)));
    return Vec.adopt(times);
  }

  private static Trajectory run(String id, Vec times) {
    return Trajectory.of(id, times, spiral(times));
  }

  private static Dataset data(Trajectory... trajectories) {
    return new Dataset("runs", Schema.of("x", "y"), List.of(trajectories), List.of());
  }

  private static Matrix leastSquares(RowSource rows) {
    FoldedData folded = Folding.fold(rows, Progress.NONE);
    return new LeastSquares().solve(RegressionProblem.of(folded)).coefficients();
  }

  private static Matrix fit(WeakForm form, Library library, Dataset data) {
    return leastSquares(form.rows(data, library).source());
  }

  private static void assertClose(Matrix expected, Matrix actual, double tolerance) {
    assertArrayEquals(expected.toArray(), actual.toArray(), tolerance);
  }

  @Test
  void exactDataGiveExactCoefficientsOnAnyGridInOneOrManyPieces() {
    Vec grid = Orbits.grid(400, 0.05);
    assertClose(SPIRAL, fit(WeakForm.automatic(), LINEAR, data(run("a", grid))), 1e-11);
    Trajectory cut = run("a", grid).withGapsBefore(new TreeSet<>(List.of(90, 91, 260)));
    Dataset pieces = data(cut, run("b", uneven(300, 0.02)), run("c", Orbits.grid(200, 0.03)));
    assertClose(SPIRAL, fit(WeakForm.automatic(), LINEAR, pieces), 1e-8);
    assertClose(SPIRAL, fit(WeakForm.automatic(), LINEAR, data(run("b", uneven(800, 0.02)))), 1e-9);
    assertClose(SPIRAL, fit(WeakForm.parse("weak:sharpness=9"), LINEAR, pieces), 1e-7);
  }

  @Test
  void aJumpAtAGapIsNoMotion() {
    Vec times = Orbits.grid(400, 0.05);
    double[] states = spiral(times).toArray();
    for (int k = 2 * 170; k < states.length; k++) {
      states[k] *= 3;
    }
    Trajectory jump = Trajectory.of("a", times, Matrix.adopt(400, 2, states));
    Dataset cut = data(jump.withGapsBefore(new TreeSet<>(List.of(170))));
    assertClose(SPIRAL, fit(WeakForm.automatic(), LINEAR, cut), 1e-10);
    Matrix uncut = fit(WeakForm.automatic(), LINEAR, data(jump));
    assertTrue(uncut.minus(SPIRAL).norm() > 0.01, "without a gap it is");
  }

  @Test
  void testFunctionsReachFromTheFirstToTheLastSampleOfEverySegment() {
    Trajectory cut = run("a", Orbits.grid(403, 0.05)).withGapsBefore(new TreeSet<>(List.of(150)));
    Dataset both = data(cut, run("b", uneven(207, 0.05)));
    WindowPlan plan = new WindowPlan(both, new PolynomialBump(10), 1, 6);
    assertEquals(3, plan.parts().size());
    for (WindowPlan.Part part : plan.parts()) {
      SegmentWindows windows = part.windows();
      assertEquals(part.segment().from(), windows.window(0).from());
      assertEquals(part.segment().to(), windows.window(windows.size() - 1).to());
      for (int k = 1; k < windows.size(); k++) {
        int apart = windows.window(k).from() - windows.window(k - 1).from();
        assertTrue(apart >= 0 && apart <= 7, "a fifth of the half-width, is " + apart);
      }
    }
  }

  @Test
  void segmentsShorterThanATestFunctionAreLeftOutWithANotice() {
    Trajectory cut =
        run("a", Orbits.grid(300, 0.05)).withGapsBefore(new TreeSet<>(List.of(200, 210)));
    FormulatedRows rows = WeakForm.parse("weak:width=0.5").rows(data(cut), LINEAR);
    Notice notice = rows.notices().get(0);
    assertEquals("segments-too-short", notice.code());
    assertTrue(notice.text().contains("1 segment(s) with 10 sample(s)"), notice.text());
    assertTrue(rows.stretches().isEmpty());
    BadData none =
        assertThrows(BadData.class, () -> WeakForm.parse("weak:width=50").rows(data(cut), LINEAR));
    assertEquals("too-few-samples", none.code());
  }

  @Test
  void controlsEnterWhereTheyWereMeasured() {
    Vec times = Orbits.grid(600, 0.02);
    Matrix states = Orbits.states((t, x) -> new double[] {-x[0] + Math.sin(3 * t) * 2}, times, 0.4);
    double[] u = times.map(t -> Math.sin(3 * t)).toArray();
    Dataset driven =
        new Dataset(
            "driven",
            new Schema(
                new Variable("t", ""),
                List.of(new Variable("x", "")),
                List.of(new Variable("u", ""))),
            List.of(Trajectory.of("1", times, states).withControls(Matrix.adopt(600, 1, u))),
            List.of());
    Library library = PolynomialLibrary.ofDegree(1).over(List.of("x", "u"));
    Matrix expected = Matrix.ofRows(new double[][] {{0, -1, 2}});
    assertClose(expected, fit(WeakForm.automatic(), library, driven), 1e-8);
    CoupledRows weighted = WeakForm.automatic().weighted(driven, library, expected);
    assertClose(expected, leastSquares(weighted), 1e-8);
  }

  @Test
  void everyRowBelongsToOneFoldAndComesWithTheSameBitsTwice() {
    Dataset noisy = noisy(3000, 0.05);
    RowSource rows = WeakForm.automatic().rows(noisy, LINEAR).source();
    long next = 0;
    long[] counts = new long[rows.size().folds()];
    for (RowChunk chunk : rows.chunks()) {
      assertEquals(next, chunk.first());
      next += chunk.rows();
      counts[chunk.fold()] += chunk.rows();
      assertEquals(filled(chunk), filled(chunk));
    }
    assertEquals(rows.rows(), next);
    assertEquals(5, counts.length);
    for (long count : counts) {
      assertEquals(next / 5.0, (double) count, 5);
    }
  }

  private static Matrix filled(RowChunk chunk) {
    Block block = new Block(chunk.rows(), 5);
    chunk.fill(block);
    return block.toMatrix();
  }

  private static Dataset noisy(int count, double step) {
    Vec times = Orbits.grid(count, step);
    Matrix states = Orbits.states(Orbits::vanDerPol, times, 2, 0);
    return Dataset.of(times, Orbits.noisy(states, 0.05, new SplittableRandom(3)), "x", "y");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.02, 0.04})
  void theWidthIsAMatterOfTimeNotOfSamples(double step) {
    int count = (int) Math.round(60 / step);
    double half = WeakForm.automatic().design(noisy(count, step), LINEAR).halfWidth();
    assertEquals(1, half, 0.45, "Van der Pol turns with rates of about 1 to 3");
  }

  @Test
  void theWidthFollowsTheUnitOfTimeAndNotThoseOfTheStates() {
    Dataset noisy = noisy(1500, 0.04);
    Trajectory one = noisy.first();
    Matrix scaled =
        Matrix.ofColumns(
            one.states().col(0).times(1e6).toArray(), one.states().col(1).times(1e-4).toArray());
    Dataset other = data(Trajectory.of("1", one.times().times(1000), scaled));
    WeakForm form = WeakForm.automatic();
    double half = form.design(noisy, LINEAR).halfWidth();
    assertEquals(1000 * half, form.design(other, LINEAR).halfWidth(), 1e-6 * half);
  }

  @Test
  void exactDataGetAWidthAtWhichQuadratureIsExact() {
    for (double step : new double[] {0.02, 0.05, 0.1}) {
      Dataset exact = data(run("a", Orbits.grid((int) (40 / step), step)));
      assertClose(SPIRAL, fit(WeakForm.automatic(), LINEAR, exact), 1e-9);
    }
    Dataset coarse = data(run("a", Orbits.grid(100, 0.4)));
    WeakForm narrow = WeakForm.automatic().withHalfWidth(1.2);
    double least = fit(narrow, LINEAR, coarse).minus(SPIRAL).norm();
    double chosen = fit(WeakForm.automatic(), LINEAR, coarse).minus(SPIRAL).norm();
    assertTrue(chosen < least / 10, "3 samples a side: " + least + ", chosen: " + chosen);
  }

  @Test
  void aBiasIsReportedWhereTheGridIsTooCoarseAndNoneWhereNoiseHidesIt() {
    Dataset coarse = data(run("a", Orbits.grid(100, 0.4)));
    WeakForm narrow = WeakForm.automatic().withHalfWidth(1.2);
    assertTrue(narrow.rows(coarse, LINEAR).source().responseBiases().get(0) > 0);
    RowSource noisy = WeakForm.automatic().rows(noisy(3000, 0.02), LINEAR).source();
    assertEquals(Vec.zeros(2), noisy.responseBiases());
  }

  @Test
  void measuredRatesAreLeftAsideAndTheUserIsTold() {
    Trajectory one = run("a", Orbits.grid(300, 0.05));
    FormulatedRows rows =
        WeakForm.automatic().rows(data(one.withRates(Matrix.zeros(300, 2))), LINEAR);
    assertClose(SPIRAL, leastSquares(rows.source()), 1e-7);
    assertTrue(rows.notices().stream().anyMatch(n -> n.code().equals("rates-not-used")));
  }

  @Test
  void aTermThatIsNotFiniteIsNamedWithItsTime() {
    Library logarithm = ExpressionLibrary.of("x", "log(x)").over(List.of("x", "y"));
    FormulatedRows rows =
        WeakForm.automatic().rows(data(run("a", Orbits.grid(300, 0.05))), logarithm);
    BadData error = assertThrows(BadData.class, () -> leastSquares(rows.source()));
    assertEquals("term-not-finite", error.code());
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("log(x) is NaN at time 0.8"), message);
  }

  @Test
  void whatIsWrittenReadsBack() {
    for (String text :
        List.of("weak:order=10", "weak:width=0.3,order=4", "weak:width=2.0,sharpness=9.0")) {
      assertEquals(text, WeakForm.parse(text).text());
    }
    assertEquals(WeakForm.automatic(), WeakForm.parse(" weak "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "strong",
        "weak:",
        "weak:width",
        "weak:width=-1",
        "weak:width=0.1,width=0.2",
        "weak:order=2.5",
        "weak:order=1",
        "weak:order=3,sharpness=9",
        "weak:depth=3",
        "weak:width=wide"
      })
  void whatIsNotUnderstoodIsAnsweredWithTheForms(String text) {
    BadSetting error = assertThrows(BadSetting.class, () -> WeakForm.parse(text));
    assertFalse(error.cure().isEmpty(), error.getMessage());
    List<String> codes = new ArrayList<>(List.of("bad-formulation", "setting-out-of-range"));
    assertTrue(codes.contains(error.code()));
  }
}
