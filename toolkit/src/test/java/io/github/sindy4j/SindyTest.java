package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.ParetoRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: planted systems, integrated here. */
class SindyTest {
  private static final Map<String, Double> LORENZ =
      new TreeMap<>(
          Map.of(
              "x: x", -10.0,
              "x: y", 10.0,
              "y: x", 28.0,
              "y: y", -1.0,
              "y: x z", -1.0,
              "z: x y", 1.0,
              "z: z", -8.0 / 3));

  /** Every term of the model, as "state: term", with its coefficient. */
  private static Map<String, Double> terms(SindyFit fit) {
    Map<String, Double> terms = new TreeMap<>();
    Matrix w = fit.model().coefficients();
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          String state = fit.data().schema().stateNames().get(i);
          terms.put(state + ": " + fit.model().library().termNames().get(j), w.get(i, j));
        }
      }
    }
    return terms;
  }

  private static void assertModel(Map<String, Double> expected, SindyFit fit, double relative) {
    Map<String, Double> actual = terms(fit);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (term, value) -> assertEquals(value, actual.get(term), relative * Math.abs(value), term));
  }

  private static Dataset dataset(Trajectory... trajectories) {
    return new Dataset("runs", Schema.of("x", "y", "z"), List.of(trajectories), List.of());
  }

  private static List<String> codes(SindyFit fit) {
    return fit.notices().stream().map(Notice::code).toList();
  }

  private static void assertCure(SindyException error, String code, String... fragments) {
    assertEquals(code, error.code());
    for (String fragment : fragments) {
      assertTrue(String.valueOf(error.getMessage()).contains(fragment), error.getMessage());
    }
  }

  @ParameterizedTest(name = "{0} samples, step {1}")
  @CsvSource({"2000, 0.002", "2000, 0.01", "500, 0.01", "10000, 0.005"})
  void lorenzSystemIsItsSevenTermsWhenNothingIsSaid(int samples, double step) {
    SindyFit fit = Sindy.automatic().fit(Orbits.lorenzData(samples, step));
    assertModel(LORENZ, fit, 1e-3);
    assertTrue(codes(fit).containsAll(List.of("library-automatic", "derivative-automatic")));
    for (String equation : fit.model().equations()) {
      assertTrue(equation.contains("' = "), equation);
    }
  }

  @Test
  void lorenzSystemIsItsSevenTermsInOnePercentOfNoise() {
    Dataset clean = Orbits.lorenzData(5000, 0.005);
    Matrix noisy = Orbits.noisy(clean.first().states(), 0.01, new SplittableRandom(1));
    SindyFit fit =
        Sindy.over(PolynomialLibrary.ofDegree(2))
            .fit(Dataset.of(clean.first().times(), noisy, "x", "y", "z"));
    assertModel(LORENZ, fit, 0.05);
  }

  @Test
  void trajectoriesOfDifferentLengthsAndGridsAreOneSystem() {
    double[] uneven = new double[700];
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 1; k < uneven.length; k++) {
      uneven[k] = uneven[k - 1] + 0.003 * (1 + random.nextDouble());
    }
    Vec[] grids = {Orbits.grid(300, 0.01), Vec.adopt(uneven), Orbits.grid(40, 0.002)};
    double[][] starts = {{-8, 8, 27}, {1, 2, 20}, {10, 5, 30}};
    Trajectory[] runs = new Trajectory[3];
    Arrays.setAll(
        runs,
        k ->
            Trajectory.of(
                "run " + k, grids[k], Orbits.states(Orbits::lorenz, grids[k], starts[k])));
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(3)).fit(dataset(runs));
    assertModel(LORENZ, fit, 1e-3);
    assertEquals(3, fit.rows().stretches().size());
  }

  @Test
  void aControlIsAVariableOfTheEquations() {
    Vec times = Orbits.grid(2000, 0.01);
    Matrix states =
        Orbits.states(
            (t, x) -> new double[] {x[1], -x[0] - 0.5 * x[1] + 2 * Math.cos(1.7 * t) * x[0]},
            times,
            1,
            0);
    Matrix control = Matrix.ofColumns(times.map(t -> Math.cos(1.7 * t)).toArray());
    Dataset driven =
        new Dataset(
            "driven",
            new Schema(
                new Variable("t", "s"),
                List.of(new Variable("x", ""), new Variable("v", "")),
                List.of(new Variable("u", ""))),
            List.of(Trajectory.of("1", times, states).withControls(control)),
            List.of());
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(2)).fit(driven);
    assertModel(
        new TreeMap<>(Map.of("x: v", 1.0, "v: x", -1.0, "v: v", -0.5, "v: x u", 2.0)), fit, 1e-3);
  }

  @Test
  void measuredRatesGiveTheCoefficientsToAllDigits() {
    Vec times = Orbits.grid(400, 0.05);
    Matrix states = Orbits.states(Orbits::lorenz, times, 1, 2, 20);
    Trajectory run =
        Trajectory.of("1", times, states).withRates(Orbits.rates(Orbits::lorenz, times, states));
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(3)).fit(dataset(run));
    assertModel(LORENZ, fit, 1e-11);
    assertEquals("measured rates", fit.settings().get("derivative"));
  }

  @Test
  void pickingTakesTheRowOfThePathWithThatManyTerms() {
    Dataset data = Orbits.lorenzData(1000, 0.01);
    Sindy sindy = Sindy.over(PolynomialLibrary.ofDegree(2));
    List<Integer> available = sindy.fit(data).path().stream().map(ParetoRow::terms).toList();
    for (int k : new int[] {30, 12, 7, 5, 1}) {
      SindyFit fit = sindy.picking(k).fit(data);
      assertEquals(k, fit.model().activeTerms());
      ParetoRow row = fit.path().stream().filter(r -> r.terms() == k).findFirst().orElseThrow();
      double size = Vec.adopt(row.coefficients().toArray()).maxAbs();
      assertArrayEquals(
          row.coefficients().toArray(), fit.model().coefficients().toArray(), 1e-9 * size);
    }
    BadSetting none = assertThrows(BadSetting.class, () -> sindy.picking(31).fit(data));
    assertCure(none, "no-such-row", "31", "Choose one of " + available);
    BadSetting single =
        assertThrows(
            BadSetting.class, () -> sindy.solvedBy(new LeastSquares()).picking(7).fit(data));
    assertCure(single, "nothing-to-pick", "stlsq without a threshold");
  }

  @Test
  void moreTermsThanRowsAreRefusedWithACure() {
    BadData error =
        assertThrows(
            BadData.class,
            () ->
                Sindy.over(PolynomialLibrary.ofDegree(4))
                    .differentiatedBy(Differentiator.parse("finite-difference:2"))
                    .fit(Orbits.lorenzData(20, 0.01)));
    assertCure(error, "too-few-rows", "20 usable rows", "35 candidate terms", "polynomial:4");
  }

  @Test
  void oneRowIsRefusedWithACure() {
    Dataset one = Dataset.of(Vec.of(0), Matrix.ofRows(new double[] {1, 2}), "x", "y");
    BadData error = assertThrows(BadData.class, () -> Sindy.automatic().fit(one));
    assertCure(error, "too-few-samples", "Give more rows");
  }

  @Test
  void valuesThatNoPowerCanHoldAreRefusedWithACure() {
    Dataset lorenz = Orbits.lorenzData(200, 0.01);
    for (double unit : new double[] {1e150, 1e-150}) {
      Matrix huge = lorenz.first().states().map(v -> v * unit);
      Dataset data = Dataset.of(lorenz.first().times(), huge, "x", "y", "z");
      BadData error = assertThrows(BadData.class, () -> Sindy.automatic().fit(data));
      assertCure(error, "values-out-of-range", "column 'x'", "other units");
    }
    Matrix large = lorenz.first().states().map(v -> v * 1e40);
    Dataset data = Dataset.of(lorenz.first().times(), large, "x", "y", "z");
    BadData error =
        assertThrows(BadData.class, () -> Sindy.over(PolynomialLibrary.ofDegree(4)).fit(data));
    assertCure(error, "overflow", "is too large to be squared", "other units");
  }

  @Test
  void integerDataAreFittedLikeAnyOther() {
    // x = t², y = t in whole numbers: x' = 2 y, y' = 1, and y² = x on every row.
    double[] x = new double[60];
    double[] y = new double[60];
    for (int t = 0; t < 60; t++) {
      x[t] = t * (double) t;
      y[t] = t;
    }
    Dataset data = Dataset.of(Vec.of(y), Matrix.ofColumns(x, y), "x", "y");
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(2)).fit(data);
    assertModel(new TreeMap<>(Map.of("x: y", 2.0, "y: 1", 1.0)), fit, 1e-9);
    Notice notice =
        fit.notices().stream()
            .filter(n -> n.code().equals("library-rank-deficient"))
            .findFirst()
            .orElseThrow();
    assertTrue(notice.text().contains("y^2 = x"), notice.text());
  }

  @Test
  void aConstantColumnHasNoEquationAndIsToldFromTheConstantOnce() {
    Dataset lorenz = Orbits.lorenzData(1000, 0.01);
    double[] constant = new double[1000];
    Arrays.fill(constant, 4);
    Matrix states = lorenz.first().states();
    Matrix four =
        Matrix.ofColumns(
            states.col(0).toArray(), states.col(1).toArray(), states.col(2).toArray(), constant);
    SindyFit fit =
        Sindy.over(PolynomialLibrary.ofDegree(2))
            .fit(Dataset.of(lorenz.first().times(), four, "x", "y", "z", "k"));
    assertModel(LORENZ, fit, 1e-3);
    assertTrue(codes(fit).contains("library-rank-deficient"), codes(fit).toString());
  }

  @Test
  void columnsInUnitsFarApartGiveTheSameTermsInThoseUnits() {
    Dataset lorenz = Orbits.lorenzData(2000, 0.005);
    double[] units = {1e6, 1e-6, 1};
    Matrix states = lorenz.first().states();
    double[][] columns = new double[3][];
    Arrays.setAll(columns, j -> states.col(j).times(units[j]).toArray());
    Dataset scaled = Dataset.of(lorenz.first().times(), Matrix.ofColumns(columns), "x", "y", "z");
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(2)).fit(scaled);
    Map<String, Double> expected = new TreeMap<>(LORENZ);
    expected.put("x: y", 10e12);
    expected.put("y: x", 28e-12);
    expected.put("y: x z", -1e-12);
    assertModel(expected, fit, 1e-3);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    Dataset data = Orbits.lorenzData(20_000, 0.002);
    Sindy sindy = Sindy.over(PolynomialLibrary.ofDegree(3));
    SindyFit one = inPool(1, () -> sindy.fit(data));
    SindyFit many = inPool(4, () -> sindy.fit(data));
    assertEquals(one.model().coefficients(), many.model().coefficients());
    assertEquals(one.inference(), many.inference());
    assertEquals(one.path(), many.path());
    assertEquals(one.settings(), many.settings());
    assertEquals(one.notices(), many.notices());
  }

  private static <T> T inPool(int threads, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }
}
