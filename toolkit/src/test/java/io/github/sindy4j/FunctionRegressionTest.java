package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.knowledge.ConservedTotal;
import io.github.sindy4j.knowledge.KnownEquation;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionRegressionTest {
  private static final List<String> XYZ = List.of("x", "y", "z");

  /** Values with noise of size sigma at uniform points of [−1, 1]^m. */
  static Samples samples(
      int n,
      List<String> inputs,
      List<String> outputs,
      Function<double[], double[]> f,
      double sigma,
      long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[n][inputs.size()];
    double[][] y = new double[n][];
    for (int t = 0; t < n; t++) {
      for (int j = 0; j < inputs.size(); j++) {
        x[t][j] = random.nextDouble(-1, 1);
      }
      y[t] = f.apply(x[t]).clone();
      for (int i = 0; i < y[t].length; i++) {
        y[t][i] += sigma * random.nextGaussian();
      }
    }
    return Samples.of(Matrix.ofRows(x), Matrix.ofRows(y), inputs, outputs);
  }

  /** φ(uᵀx) with φ(s) = 0.3 + 0.8 s + 0.6 s² and a random unit vector u. */
  private static double ridge(double[] x, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Vec u = Vec.zeros(x.length).map(zero -> random.nextGaussian());
    double s = u.dot(Vec.of(x)) / u.norm();
    return 0.3 + 0.8 * s + 0.6 * s * s;
  }

  private static List<String> variables(int m) {
    return IntStream.rangeClosed(1, m).mapToObj(i -> "x" + i).toList();
  }

  /** How far a fit is from F at points that it has not seen. */
  private static double error(FunctionFit fit, Function<double[], double[]> f) {
    Samples fresh =
        samples(
            200, fit.data().schema().inputNames(), fit.data().schema().outputNames(), f, 0, 987);
    Vec rmse = fit.model().score(fresh).rmse();
    return rmse.maxAbs();
  }

  private static double coefficient(FunctionFit fit, int output, String term) {
    int j = fit.model().library().termNames().indexOf(term);
    return fit.model().coefficients().get(output, j);
  }

  private static double[] planted(double[] p) {
    return new double[] {1 - 2 * p[0] * p[1] + 3 * p[2], 0.5 * p[0] * p[0] - p[1]};
  }

  @Test
  void anExactFunctionIsFoundToRoundingTermByTerm() {
    Samples data = samples(60, XYZ, List.of("f", "g"), FunctionRegressionTest::planted, 0, 1);
    FunctionFit fit = FunctionRegression.over(PolynomialLibrary.ofDegree(3)).fit(data);

    assertEquals(5, fit.model().activeTerms(), fit.model().equations().toString());
    assertEquals(1, coefficient(fit, 0, "1"), 1e-12);
    assertEquals(-2, coefficient(fit, 0, "x y"), 1e-12);
    assertEquals(3, coefficient(fit, 0, "z"), 1e-12);
    assertEquals(0.5, coefficient(fit, 1, "x^2"), 1e-12);
    assertEquals(-1, coefficient(fit, 1, "y"), 1e-12);
    assertEquals(
        List.of("f = 1.000 + 3.000 z - 2.000 x y", "g = -1.000 y + 0.5000 x^2"),
        fit.model().equations());
    assertEquals("60", fit.settings().get("effective samples"));
    assertFalse(fit.notices().stream().anyMatch(Notice::isWarning), fit.notices().toString());
  }

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    int held = 0;
    int all = 0;
    for (long seed = 0; seed < 40; seed++) {
      Samples data =
          samples(80, XYZ, List.of("f", "g"), FunctionRegressionTest::planted, 0.1, seed);
      FunctionFit fit =
          FunctionRegression.over(LibrarySpec.parse("expr(1, x*y, z, x^2, y)"))
              .solvedBy(SparseRegressor.parse("least-squares"))
              .fit(data);
      assertEquals("80", fit.settings().get("effective samples"));
      double[][] truth = {{1, -2, 3, 0, 0}, {0, 0, 0, 0.5, -1}};
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 5; j++) {
          double half = fit.halfWidths().get(i, j);
          held += Math.abs(fit.model().coefficients().get(i, j) - truth[i][j]) <= half ? 1 : 0;
          all++;
        }
      }
    }
    // 400 intervals of 95 %, the ten of one fit being nearly independent: 380 ± 4.4.
    assertTrue(held >= 0.92 * all && held < all, held + " of " + all);
  }

  @Test
  void noisyValuesGiveTheRightTermsAndHeldOutScores() {
    Samples data = samples(300, XYZ, List.of("f", "g"), FunctionRegressionTest::planted, 0.05, 3);
    FunctionFit fit = FunctionRegression.over(PolynomialLibrary.ofDegree(3)).fit(data);

    assertEquals(5, fit.model().activeTerms(), fit.model().equations().toString());
    assertTrue(fit.path().size() > 10);
    assertEquals(0.05, fit.outputs().rmse().get(0), 0.01);
    assertEquals(0.05, fit.heldOut().orElseThrow().rmse().get(1), 0.01);
  }

  @Test
  void anEnforcedRotationLeavesAFunctionOfTheRadiusAlone() {
    Samples data =
        samples(
            40,
            XYZ,
            List.of("u"),
            p -> {
              double r2 = p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
              return new double[] {2 - r2 + 0.5 * r2 * r2};
            },
            0.01,
            4);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(4)).enforcing("so(3)").fit(data);

    Enforcement enforced = fit.enforcement().orElseThrow();
    assertEquals(35, enforced.unknowns());
    assertEquals(3, enforced.freeCoefficients());
    double a = coefficient(fit, 0, "x^2");
    double b = coefficient(fit, 0, "x^4");
    assertEquals(a, coefficient(fit, 0, "y^2"), 1e-12);
    assertEquals(a, coefficient(fit, 0, "z^2"), 1e-12);
    assertEquals(2 * b, coefficient(fit, 0, "x^2 z^2"), 1e-12);
    assertEquals(b, coefficient(fit, 0, "y^4"), 1e-12);
    assertEquals(0, coefficient(fit, 0, "x y"), 0);
    assertEquals(0, coefficient(fit, 0, "z"), 0);
    assertEquals(-1, a, 0.1);
    assertEquals(0.5, b, 0.1);
    assertEquals(3, fit.symmetries("so(3)").generators().size());
  }

  @Test
  void discreteTransformationsKeepTheValues() {
    Samples data = samples(30, XYZ, List.of("f"), p -> new double[] {p[0] * p[0] + p[1]}, 0, 5);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .enforcing("reflection(-x,y,-z)")
            .fit(data);

    assertEquals(6, fit.enforcement().orElseThrow().freeCoefficients());
    assertEquals(1, coefficient(fit, 0, "x^2"), 1e-12);
    assertEquals(1, coefficient(fit, 0, "y"), 1e-12);
  }

  @Test
  void whatIsAboutRatesIsRefusedForAFunction() {
    Samples data = samples(30, XYZ, List.of("f"), p -> new double[] {p[0]}, 0, 5);
    FunctionRegression linear = FunctionRegression.over(PolynomialLibrary.ofDegree(1));

    for (FunctionRegression wrong :
        List.of(
            linear.enforcing("reversal(-x,y,z)"),
            linear.knowing(new KnownEquation("f' = x")),
            linear.knowing(new ConservedTotal("x + y")))) {
      Unsupported error = assertThrows(Unsupported.class, () -> wrong.fit(data));
      assertTrue(String.valueOf(error.getMessage()).contains("a function has none"), error.what());
    }
    BadSetting input =
        assertThrows(BadSetting.class, () -> linear.constrainedBy("x: y = 1").fit(data));
    assertTrue(input.what().contains("'x' is an input, which has no equation"), input.what());
  }

  @Test
  void constraintsAreKept() {
    Samples data = samples(80, XYZ, List.of("f", "g"), FunctionRegressionTest::planted, 0.1, 6);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .constrainedBy("f: z = 3")
            .constrainedBy("g: y <= -1.2")
            .fit(data);

    assertEquals(3, coefficient(fit, 0, "z"), 1e-12);
    assertTrue(coefficient(fit, 1, "y") <= -1.2 + 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theNuclearNormRecoversARidgeFromFewerSamplesThanCoefficients(long seed) {
    Function<double[], double[]> f = x -> new double[] {ridge(x, seed)};
    Samples data = samples(16, variables(5), List.of("y"), f, 0, 100 + seed);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2)).promoting("t(5)").fit(data);

    Recovery recovery = fit.recovery().orElseThrow();
    assertEquals(21, fit.model().coefficients().cols());
    assertEquals("nuclear", recovery.method());
    assertEquals(1, recovery.rank(), recovery.ending());
    assertEquals("certified minimum of exact rank", recovery.ending());
    assertTrue(recovery.nuclear().gap() < 1e-6);
    assertEquals(4, recovery.kept().dimension());
    assertTrue(error(fit, f) < 1e-9, "error " + error(fit, f));
    assertTrue(fit.notices().stream().anyMatch(n -> n.code().equals("values-exact")));
    assertTrue(fit.inference().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theLeastRankRecoversItFromTwoMoreThanItHasParameters(long seed) {
    Function<double[], double[]> f = x -> new double[] {ridge(x, seed)};
    Samples data = samples(9, variables(5), List.of("y"), f, 0, 100 + seed);
    FunctionRegression search =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .promoting(
                FunctionPromotion.of("t(5)", ActionFiles.NONE)
                    .interpolatingBy(Interpolator.ofLeastRank(1))
                    .atRandomPoints());
    FunctionFit fit = search.fit(data);

    Recovery recovery = fit.recovery().orElseThrow();
    assertEquals(1, recovery.rank(), recovery.ending());
    assertEquals("fit of rank 1, certified", recovery.ending());
    assertEquals(7, recovery.uniqueness().orElseThrow().evidence().freedom());
    assertEquals(4, recovery.kept().dimension());
    assertTrue(error(fit, f) < 1e-7, "error " + error(fit, f));
    assertArrayEquals(
        fit.model().coefficients().toArray(), search.fit(data).model().coefficients().toArray());
  }

  @Test
  void withoutAWordOnThePointsNothingIsCertified() {
    Function<double[], double[]> f = x -> new double[] {ridge(x, 1)};
    Samples data = samples(9, variables(5), List.of("y"), f, 0, 101);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .promoting(
                FunctionPromotion.of("t(5)", ActionFiles.NONE)
                    .interpolatingBy(Interpolator.ofLeastRank(1)))
            .fit(data);

    assertEquals("fit of rank 1, not certified", fit.recovery().orElseThrow().ending());
    assertTrue(
        fit.notices().stream().anyMatch(n -> n.text().contains("--points random")),
        fit.notices().toString());
  }

  @Test
  void rotationsAndTranslationsTogetherKeepARidgeUpToTheirStabiliser() {
    Function<double[], double[]> f = x -> new double[] {ridge(x, 2)};
    Samples data = samples(18, variables(5), List.of("y"), f, 0, 7);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2)).promoting("se(5)").fit(data);

    // Of the 15 dimensions of se(5) a plane keeps those of se(4): 10.
    assertEquals(10, fit.recovery().orElseThrow().kept().dimension());
    assertEquals(5, fit.recovery().orElseThrow().rank());
    assertTrue(error(fit, f) < 1e-8, "error " + error(fit, f));
  }

  @Test
  void severalOutputsAreRecoveredWithTheSymmetriesThatTheyShare() {
    Function<double[], double[]> f =
        x -> {
          double s = (x[0] + 2 * x[1] - x[2]) / Math.sqrt(6);
          return new double[] {1 + s * s, 100 * (s - 0.5 * s * s)};
        };
    Samples data = samples(16, variables(5), List.of("y", "z"), f, 0, 8);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2)).promoting("t(5)").fit(data);

    assertEquals(4, fit.recovery().orElseThrow().kept().dimension());
    assertTrue(error(fit, f) < 1e-8, "error " + error(fit, f));
    assertEquals(0, coefficient(fit, 0, "x4"), 0);
  }

  @Test
  void whatIsEnforcedHoldsInWhatIsPromotedToo() {
    Function<double[], double[]> f = x -> new double[] {Math.pow(x[0] + x[1], 2) + 1};
    Samples data = samples(9, variables(4), List.of("y"), f, 0, 9);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .enforcing("swap(x1|x2)")
            .promoting("t(4)")
            .fit(data);

    assertEquals(coefficient(fit, 0, "x1 x3"), coefficient(fit, 0, "x2 x3"), 1e-12);
    assertEquals(11, fit.enforcement().orElseThrow().freeCoefficients());
    assertTrue(fit.enforcement().orElseThrow().residual() < 1e-12);
    assertTrue(error(fit, f) < 1e-8, "error " + error(fit, f));
  }

  @Test
  void theUnitsOfInputsAndOutputsDoNotMatter() {
    Function<double[], double[]> f = x -> new double[] {ridge(x, 3)};
    Samples data = samples(15, variables(5), List.of("y"), f, 0, 10);
    double[] units = {1e-3, 1, 40, 1e4, 7};
    double[] scaled = data.inputs().toArray();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= units[i % 5];
    }
    Samples other =
        Samples.of(
            Matrix.adopt(15, 5, scaled),
            data.outputs().map(y -> 1e5 * y),
            variables(5),
            List.of("y"));
    FunctionRegression search =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2)).promoting("t(5)");

    Recovery one = search.fit(data).recovery().orElseThrow();
    Recovery two = search.fit(other).recovery().orElseThrow();
    assertEquals(1, one.rank());
    assertEquals(1, two.rank());
    assertEquals(one.nuclear().value(), two.nuclear().value(), 1e-8 * one.nuclear().value());
  }

  @Test
  void noisyValuesKeepTheRotationsThatAnExactFunctionHas() {
    Function<double[], double[]> f =
        p -> {
          double r2 = p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
          return new double[] {1 + r2 - 0.5 * r2 * r2};
        };
    Samples data = samples(200, XYZ, List.of("u"), f, 0.02, 11);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(4)).promoting("se(3)").fit(data);

    assertEquals(3, fit.promotion().orElseThrow().kept().size());
    assertEquals(3, fit.promotion().orElseThrow().broken().size());
    assertTrue(fit.recovery().isEmpty());
    assertEquals(3, fit.enforcement().orElseThrow().freeCoefficients());
    assertEquals(coefficient(fit, 0, "x^4"), coefficient(fit, 0, "x^2 y^2") / 2, 1e-10);
    assertTrue(error(fit, f) < 0.01, "error " + error(fit, f));
    assertTrue(fit.inference().isPresent());
  }

  @Test
  void aConstantAddedToTheOutputChangesNothingOfWhatIsKept() {
    Function<double[], double[]> f = p -> new double[] {p[0] * p[0] + 0.5 * p[1]};
    Samples low = samples(150, XYZ, List.of("u"), f, 0.02, 13);
    Samples high = Samples.of(low.inputs(), low.outputs().map(u -> u + 300), XYZ, List.of("u"));
    FunctionRegression search =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2)).promoting("t(3)");

    var one = search.fit(low).promotion().orElseThrow();
    var two = search.fit(high).promotion().orElseThrow();
    assertEquals(1, one.kept().size());
    assertEquals(1, two.kept().size());
    assertEquals(1, two.chosen().kept());
    Vec difference = one.chosen().singularValues().minus(two.chosen().singularValues());
    // The solver's gaps leave some 1e-3 of it; beside |F| they would differ by a factor of 500.
    assertTrue(difference.maxAbs() < 1e-2, difference.toString());
  }

  @Test
  void aReflectionMayBePromotedFromNoisyValues() {
    Function<double[], double[]> f = p -> new double[] {p[0] * p[0] + p[1] + p[2] * p[1]};
    Samples data = samples(150, XYZ, List.of("u"), f, 0.02, 12);
    FunctionFit fit =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .promoting("reflection(-x,y,z) and reflection(x,-y,z)")
            .fit(data);

    assertEquals(
        List.of("reflection(-x,y,z)"),
        fit.promotion().orElseThrow().kept().stream().map(k -> k.symmetry().text()).toList());
    assertEquals(0, coefficient(fit, 0, "x y"), 0);
  }

  @Test
  void whatCannotBeMetExactlyIsRefused() {
    Samples noisy = samples(60, XYZ, List.of("f", "g"), FunctionRegressionTest::planted, 0.1, 6);
    FunctionRegression exact =
        FunctionRegression.over(PolynomialLibrary.ofDegree(2))
            .promoting(
                FunctionPromotion.of("so(3)", ActionFiles.NONE)
                    .interpolatingBy(Interpolator.ofNuclearNorm()));

    BadData error = assertThrows(BadData.class, () -> exact.fit(noisy));
    assertTrue(error.what().contains("no coefficients of the library meet the values"));
    Samples few = samples(5, XYZ, List.of("f", "g"), FunctionRegressionTest::planted, 0, 6);
    Unsupported bounds =
        assertThrows(Unsupported.class, () -> exact.constrainedBy("f: z >= 0").fit(few));
    assertTrue(bounds.what().contains("inequalities"));
    BadData tooFew =
        assertThrows(
            BadData.class, () -> FunctionRegression.over(PolynomialLibrary.ofDegree(2)).fit(few));
    assertTrue(tooFew.what().contains("5 usable rows cannot determine the 10 candidate terms"));
  }

  @Test
  void rowsWhoseResidualsGoTogetherAreWorthFewer() {
    // A wave that the library does not hold, sampled in order.
    double[][] x = new double[200][1];
    double[][] y = new double[200][1];
    for (int t = 0; t < 200; t++) {
      x[t][0] = t / 200.0;
      y[t][0] = x[t][0] + 0.1 * Math.sin(40 * x[t][0]);
    }
    Samples data = Samples.of(Matrix.ofRows(x), Matrix.ofRows(y), List.of("x"), List.of("y"));
    FunctionFit fit = FunctionRegression.over(PolynomialLibrary.ofDegree(1)).fit(data);

    assertTrue(
        fit.notices().stream().anyMatch(n -> n.code().equals("rows-not-independent")),
        fit.notices().toString());
    assertTrue(Integer.parseInt(fit.settings().getOrDefault("effective samples", "0")) < 100);
  }
}
