package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.ExpressionLibrary;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.regress.Ridge;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Stlsq;
import io.github.sindy4j.symmetry.Action;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: planted systems that satisfy, or break, what is said of them. */
class KnowledgeFitTest {
  private static final Action ROTATIONS =
      new Action(
          "so(2) on (x,y)",
          List.of(
              Generator.linear(
                  "R(x,y)",
                  List.of("x", "y"),
                  Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0}))),
          List.of());

  static List<SparseRegressor> regressors() {
    return List.of(
        new LeastSquares(),
        new Ridge(1e-6),
        Stlsq.defaults().withThreshold(0.2),
        Stlsq.defaults().withThreshold(0.2).withRidge(1e-6),
        Stlsq.defaults());
  }

  /** μ = 1, ω = 2, a = −1: ẋ = x − 2 y − x r², ẏ = 2 x + y − y r². */
  static double[] hopf(double t, double[] x) {
    double r = x[0] * x[0] + x[1] * x[1];
    return new double[] {x[0] - 2 * x[1] - x[0] * r, 2 * x[0] + x[1] - x[1] * r};
  }

  private static Dataset hopfData(double noise, long seed) {
    Vec times = Orbits.grid(400, 0.02);
    Trajectory[] runs = new Trajectory[2];
    double[][] starts = {{0.05, 0}, {-1.8, 0.5}};
    for (int k = 0; k < 2; k++) {
      Matrix states = Orbits.states(KnowledgeFitTest::hopf, times, starts[k]);
      runs[k] =
          Trajectory.of(
              "run " + k, times, Orbits.noisy(states, noise, new SplittableRandom(seed + k)));
    }
    return new Dataset("hopf", Schema.of("x", "y"), List.of(runs), List.of());
  }

  private static double coefficient(SindyFit fit, String equation, String term) {
    int i = fit.data().schema().stateNames().indexOf(equation);
    int j = fit.model().library().termNames().indexOf(term);
    return fit.model().coefficients().get(i, j);
  }

  private static Map<String, Double> terms(SindyFit fit) {
    Map<String, Double> terms = new TreeMap<>();
    for (String equation : fit.data().schema().stateNames()) {
      for (String term : fit.model().library().termNames()) {
        double value = coefficient(fit, equation, term);
        if (value != 0) {
          terms.put(equation + ": " + term, value);
        }
      }
    }
    return terms;
  }

  private static void assertEnforced(SindyFit fit, int unknowns, int free) {
    Enforcement enforcement = fit.enforcement().orElseThrow();
    assertEquals(unknowns, enforcement.unknowns());
    assertEquals(free, enforcement.freeCoefficients());
    assertTrue(enforcement.residual() <= 1e-10, "residual " + enforcement.residual());
  }

  @Test
  void aHopfNormalFormIsFoundInNoiseUnderItsRotations() {
    Map<String, Double> truth =
        new TreeMap<>(
            Map.of(
                "x: x",
                1.0,
                "x: y",
                -2.0,
                "x: x^3",
                -1.0,
                "x: x y^2",
                -1.0,
                "y: x",
                2.0,
                "y: y",
                1.0,
                "y: x^2 y",
                -1.0,
                "y: y^3",
                -1.0));
    for (long seed = 1; seed <= 5; seed++) {
      SindyFit fit =
          Sindy.over(PolynomialLibrary.ofDegree(3)).enforcing(ROTATIONS).fit(hopfData(0.02, seed));
      assertEnforced(fit, 20, 4);
      assertEquals(List.of("so(2) on (x,y)"), fit.enforcement().orElseThrow().statements());
      assertEquals("so(2) on (x,y)", fit.settings().get("enforce"));
      Map<String, Double> found = terms(fit);
      assertEquals(truth.keySet(), found.keySet());
      truth.forEach((term, value) -> assertEquals(value, found.get(term), 0.06, term));
      assertEquals(coefficient(fit, "x", "x y^2"), coefficient(fit, "y", "x^2 y"));
    }
  }

  @ParameterizedTest
  @MethodSource("regressors")
  void everyOptimiserKeepsASymmetryToTenDigits(SparseRegressor regressor) {
    SindyFit hopf =
        Sindy.over(PolynomialLibrary.ofDegree(5))
            .enforcing(ROTATIONS)
            .solvedBy(regressor)
            .fit(hopfData(0.05, 3));
    assertEnforced(hopf, 42, 6);
    SindyFit lorenz =
        Sindy.over(PolynomialLibrary.ofDegree(2))
            .enforcing("reflection(-x,-y,z)")
            .constrainedBy("x: x + x: y = 0")
            .solvedBy(regressor)
            .fit(Orbits.lorenzData(1000, 0.01));
    assertEnforced(lorenz, 30, 13);
    assertEquals(10, coefficient(lorenz, "x", "y"), 0.05);
    assertEquals(-coefficient(lorenz, "x", "x"), coefficient(lorenz, "x", "y"));
    assertTrue(lorenz.heldOut().isPresent());
  }

  @Test
  void fewerRowsThanTermsAreEnoughForASymmetricModel() {
    Vec times = Orbits.grid(8, 0.3);
    Matrix states = Orbits.states(KnowledgeFitTest::hopf, times, 0.3, 0);
    Trajectory run =
        Trajectory.of("1", times, states)
            .withRates(Orbits.rates(KnowledgeFitTest::hopf, times, states));
    Dataset few = new Dataset("few", Schema.of("x", "y"), List.of(run), List.of());
    Sindy sindy = Sindy.over(PolynomialLibrary.ofDegree(3));
    assertThrows(BadData.class, () -> sindy.fit(few));
    SindyFit fit = sindy.enforcing(ROTATIONS).fit(few);
    assertEquals(8, fit.model().activeTerms());
    assertEquals(-2, coefficient(fit, "x", "y"), 1e-9);
  }

  @Test
  void aKnownCoefficientAndATieAreKeptAndTheRestIsAsWithoutThem() {
    Dataset data = Orbits.lorenzData(2000, 0.01);
    SindyFit plain = Sindy.over(PolynomialLibrary.ofDegree(2)).fit(data);
    SindyFit known = Sindy.over(PolynomialLibrary.ofDegree(2)).constrainedBy("x: y = 10").fit(data);
    assertEquals(10, coefficient(known, "x", "y"));
    assertEquals(terms(plain).keySet(), terms(known).keySet());
    assertArrayEquals(
        plain.model().coefficients().row(1).toArray(),
        known.model().coefficients().row(1).toArray(),
        1e-11);
    assertEquals(0, known.halfWidths().get(0, 2), "what is known has no interval");
    assertEnforced(known, 30, 29);
    SindyFit tied =
        Sindy.over(PolynomialLibrary.ofDegree(2)).constrainedBy("x: x + x: y = 0").fit(data);
    assertEquals(terms(plain).keySet(), terms(tied).keySet());
    assertEquals(coefficient(tied, "x", "x"), -coefficient(tied, "x", "y"));
    assertEquals(10, coefficient(tied, "x", "y"), 0.01);
    assertEquals(tied.halfWidths().get(0, 1), tied.halfWidths().get(0, 2), 1e-12);
    assertEquals("x: x + x: y = 0", tied.settings().get("constrain"));
  }

  @Test
  void pickingTakesARowOfThePathWithinTheDemands() {
    Dataset data = Orbits.lorenzData(1000, 0.01);
    Sindy sindy =
        Sindy.over(PolynomialLibrary.ofDegree(2))
            .differentiatedBy(Differentiator.parse("finite-difference:4"))
            .constrainedBy("x: x + x: y = 0")
            .constrainedBy("z: z = -8/3");
    List<ParetoRow> path = sindy.fit(data).path();
    assertTrue(path.size() > 20, "rows: " + path.size());
    assertTrue(path.stream().anyMatch(row -> row.terms() == 7));
    for (ParetoRow row : path) {
      SindyFit fit = sindy.picking(row.terms()).fit(data);
      assertEquals(row.terms(), fit.model().activeTerms());
      assertEnforced(fit, 30, 28);
    }
  }

  @Test
  void aChainOfReactionsKeepsItsTotal() {
    // A → B → C with rates 1 and 0.5.
    Vec times = Orbits.grid(600, 0.02);
    Matrix clean =
        Orbits.states(
            (t, x) -> new double[] {-x[0], x[0] - 0.5 * x[1], 0.5 * x[1]}, times, 1, 0.2, 0.1);
    Dataset data =
        Dataset.of(times, Orbits.noisy(clean, 0.01, new SplittableRandom(4)), "A", "B", "C");
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(1)).conserving("A + B + C").fit(data);
    assertEnforced(fit, 12, 8);
    for (String term : fit.model().library().termNames()) {
      double total = 0;
      for (String state : List.of("A", "B", "C")) {
        total += coefficient(fit, state, term);
      }
      assertEquals(0, total, 1e-13, term);
    }
    assertEquals("A + B + C", fit.settings().get("conserve"));
  }

  @ParameterizedTest(name = "degree {0}")
  @ValueSource(ints = {2, 3})
  void predatorsInARingKeepTheirTotalWithFewTerms(int degree) {
    Vec times = Orbits.grid(3000, 0.02);
    Matrix clean =
        Orbits.states(
            (t, x) -> {
              double[] rate = new double[5];
              for (int i = 0; i < 5; i++) {
                rate[i] = x[i] * (x[(i + 1) % 5] - x[(i + 4) % 5]);
              }
              return rate;
            },
            times,
            1,
            0.5,
            0.8,
            1.2,
            0.7);
    Matrix noisy = Orbits.noisy(clean, 0.01, new SplittableRandom(4));
    SindyFit fit =
        Sindy.over(PolynomialLibrary.ofDegree(degree))
            .differentiatedBy(Differentiator.parse("savitzky-golay:21,4"))
            .conserving("a + b + c + d + e")
            .fit(Dataset.of(times, noisy, "a", "b", "c", "d", "e"));
    assertEquals(
        Set.of(
            "a: a b", "a: a e", "b: a b", "b: b c", "c: b c", "c: c d", "d: c d", "d: d e",
            "e: a e", "e: d e"),
        terms(fit).keySet());
    assertEquals(coefficient(fit, "a", "a b"), -coefficient(fit, "b", "a b"), 1e-12);
    assertEquals(1, coefficient(fit, "a", "a b"), 0.01);
    assertEnforced(fit, degree == 2 ? 105 : 280, degree == 2 ? 84 : 224);
    SindyFit picked =
        Sindy.over(PolynomialLibrary.ofDegree(degree))
            .differentiatedBy(Differentiator.parse("savitzky-golay:21,4"))
            .conserving("a + b + c + d + e")
            .picking(10)
            .fit(Dataset.of(times, noisy, "a", "b", "c", "d", "e"));
    assertEquals(terms(fit).keySet(), terms(picked).keySet());
  }

  @Test
  void aKnownEquationOfAnOscillatorStandsAndTheOtherIsFitted() {
    Vec times = Orbits.grid(1500, 0.02);
    Matrix states =
        Orbits.states((t, x) -> new double[] {x[1], -4 * x[0] - 0.3 * x[1]}, times, 1, 0);
    Dataset data = Dataset.of(times, Orbits.noisy(states, 0.01, new SplittableRandom(2)), "x", "v");
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(2)).withEquation("x' = v").fit(data);
    assertEnforced(fit, 12, 6);
    assertEquals(Set.of("x: v", "v: x", "v: v"), terms(fit).keySet());
    assertEquals(1, coefficient(fit, "x", "v"));
    assertEquals(-4, coefficient(fit, "v", "x"), 0.05);
    assertEquals("x' = v", fit.settings().get("known"));
  }

  @Test
  void anEnergyIsConservedByWhatIsFitted() {
    // Euler's top: 2 E = x² + 2 y² + 3 z² with rates y z, −x z, x y times (1, −1, 1/3)…
    Vec times = Orbits.grid(1500, 0.02);
    Matrix states =
        Orbits.states(
            (t, x) -> new double[] {x[1] * x[2], -2 * x[0] * x[2], x[0] * x[1]},
            times,
            1,
            0.5,
            0.8);
    Dataset data =
        Dataset.of(times, Orbits.noisy(states, 0.02, new SplittableRandom(2)), "x", "y", "z");
    SindyFit fit =
        Sindy.over(PolynomialLibrary.ofDegree(2)).conserving("x^2 + y^2 + z^2").fit(data);
    assertEquals(Set.of("x: y z", "y: x z", "z: x y"), terms(fit).keySet());
    double total =
        coefficient(fit, "x", "y z") + coefficient(fit, "y", "x z") + coefficient(fit, "z", "x y");
    assertEquals(0, total, 1e-13);
  }

  @Test
  void signsHoldAndATermAtZeroLeaves() {
    Dataset data = Orbits.lorenzData(1000, 0.01);
    SindyFit fit =
        Sindy.over(PolynomialLibrary.ofDegree(2))
            .constrainedBy("z: z <= 0")
            .constrainedBy("y: y >= 0")
            .constrainedBy("x: y <= 9")
            .fit(data);
    assertEnforced(fit, 30, 30);
    assertEquals(0, coefficient(fit, "y", "y"));
    assertEquals(9, coefficient(fit, "x", "y"), 1e-12);
    assertEquals(-8.0 / 3, coefficient(fit, "z", "z"), 0.01);
    Notice active =
        fit.notices().stream()
            .filter(n -> n.code().equals("bound-active"))
            .findFirst()
            .orElseThrow();
    assertTrue(active.text().contains("x: y <= 9"), active.text());
    assertFalse(active.text().contains("z: z"), active.text());
  }

  @Test
  void statementsThatContradictEachOtherAreNamed() {
    Sindy sindy =
        Sindy.over(PolynomialLibrary.ofDegree(2))
            .withEquation("x' = 10*y - 10*x")
            .constrainedBy("y: y = -1")
            .constrainedBy("x: x + y: y = 0");
    BadSetting error =
        assertThrows(BadSetting.class, () -> sindy.fit(Orbits.lorenzData(500, 0.01)));
    assertEquals("contradiction", error.code());
    assertTrue(
        String.valueOf(error.getMessage())
            .contains("'x' = 10*y - 10*x' and 'y: y = -1' and 'x: x + y: y = 0'"),
        error.getMessage());
  }

  @Test
  void combinationsThatTheDataCannotTellApartAreNamed() {
    // On the limit cycle r = 1, so that (x, y) r² and (x, y) are one.
    Vec times = Orbits.grid(500, 0.02);
    Matrix states = Orbits.states(KnowledgeFitTest::hopf, times, 1, 0);
    Trajectory run =
        Trajectory.of("1", times, states)
            .withRates(Orbits.rates(KnowledgeFitTest::hopf, times, states));
    Dataset cycle = new Dataset("cycle", Schema.of("x", "y"), List.of(run), List.of());
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(3)).enforcing(ROTATIONS).fit(cycle);
    Notice notice =
        fit.notices().stream()
            .filter(n -> n.code().equals("library-rank-deficient"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        notice.text().contains("[x: x^3 + x: x y^2 + y: x^2 y + y: y^3] = [x: x + y: y]"),
        notice.text());
    assertEquals(2, fit.model().activeTerms());
  }

  @Test
  void aTotalIsKeptInALibraryThatIsNotPolynomial() {
    // x' = −sin y, y' = sin x keep cos x + cos y.
    Vec times = Orbits.grid(800, 0.02);
    Matrix states =
        Orbits.states((t, x) -> new double[] {-Math.sin(x[1]), Math.sin(x[0])}, times, 1, 0.5);
    Dataset data = Dataset.of(times, Orbits.noisy(states, 0.01, new SplittableRandom(2)), "x", "y");
    SindyFit fit =
        Sindy.over(ExpressionLibrary.of("1", "x", "y", "sin(x)", "sin(y)", "cos(x)", "cos(y)"))
            .conserving("cos(x) + cos(y)")
            .fit(data);
    assertEnforced(fit, 14, 1);
    assertEquals(Set.of("x: sin(y)", "y: sin(x)"), terms(fit).keySet());
    assertEquals(1, coefficient(fit, "y", "sin(x)"), 0.02);
  }
}
