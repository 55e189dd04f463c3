package io.github.sindy4j.datasets.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Sampling;
import io.github.sindy4j.regress.Uniqueness;
import io.github.sindy4j.regress.UniquenessEvidence;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryProblemTest {
  /** Printed by the numpy prototype of the published set-up: places and coefficients, points. */
  @ParameterizedTest
  @CsvSource({
    "ortho-t:5:1:2,0, 0,0.5488135039273248, 5,0.25001720937437827, 20,0.07366217978761498,"
        + " 0.05778983950580896, 0.45050855963928105",
    "ortho-se:6:2:3,3, 1,0.03306969918294676, 8,-0.27320005090840094, 83,0.12526134668892078,"
        + " -0.11909256465852103, 0.6868336942193733",
    "ortho-t:5:3:2,7, 1,-0.10741214027265056, 7,-0.0019178361757242746, 20,0.4228461349391216,"
        + " -0.5903018194044098, 0.615670918592139",
    "quad-se:5:1:2,1, 0,1.7206817666932726, 7,0.0002555585585964742, 125,0.00011437481734488664,"
        + " -0.20646505153866013, -0.2596916448925235",
    "quad-se:5:2:2,4, 0,14.007228097121866, 5,-7.777793506051468, 125,1.6286343138520119,"
        + " -0.98202780466489, -0.25983312030157446",
  })
  void functionsAndPointsAreThePublishedOnes(
      String text,
      int seed,
      int i,
      double wi,
      int j,
      double wj,
      int last,
      double wLast,
      double firstCoordinate,
      double lastCoordinate) {
    RecoveryProblem problem = problem(text, seed);
    int m = problem.family().m();

    assertEquals(wi, problem.truth().get(i), 1e-13);
    assertEquals(wj, problem.truth().get(j), 1e-13);
    assertEquals(wLast, problem.truth().get(last), 1e-13);
    assertEquals(last + 1, problem.truth().size());
    assertEquals(last + 2, problem.points());
    assertEquals(firstCoordinate, problem.theta().get(0, 1), 1e-15);
    assertEquals(lastCoordinate, problem.theta().get(last + 1, m), 1e-15);
  }

  @Test
  void theLibraryIsInTheOrderOfTheCoefficients() {
    RecoveryFamily family = RecoveryFamily.parse("ortho-t:4:1:4");
    RecoveryProblem problem = problem("ortho-t:4:1:4", 2);
    Library library = family.library();
    Block x = Block.of(problem.theta().columns(1, 2, 3, 4));
    Block theta = new Block(problem.points(), library.size());
    library.evaluate(x, theta);

    assertEquals(family.librarySize(), library.size());
    assertTrue(theta.toMatrix().minus(problem.theta()).vec().maxAbs() < 1e-14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ortho-t:5:1:3", "ortho-se:4:2:2", "quad-se:4:1:2", "quad-se:4:2:2"})
  void valuesAreThoseOfTheComposition(String text) {
    RecoveryFamily family = RecoveryFamily.parse(text);
    RecoveryProblem problem = problem(text, 9);
    MersenneTwister random = new MersenneTwister(9);
    Monomials outer = new Monomials(family.r(), family.degree());
    double[] weights = draw(random, outer.size(), 0, 1);
    double[][] inner = inner(family, random);
    double[] powers = new double[outer.size()];
    for (int i = 0; i < Math.min(20, problem.points()); i++) {
      double[] y = new double[family.r()];
      for (int k = 0; k < y.length; k++) {
        for (int j = 0; j < family.m(); j++) {
          double x = problem.theta().get(i, 1 + j);
          double c = inner[k][j];
          y[k] += family.kind() == RecoveryFamily.Kind.QUAD_SE ? (x - c) * (x - c) : x * c;
        }
      }
      outer.evaluate(y, 0, powers, 0);

      assertEquals(Vec.of(powers).dot(Vec.of(weights)), problem.values().get(i), 1e-12);
    }
  }

  private static double[][] inner(RecoveryFamily family, MersenneTwister random) {
    int m = family.m();
    if (family.kind() != RecoveryFamily.Kind.QUAD_SE) {
      double[] normal = new double[m * family.r()];
      for (int i = 0; i < normal.length; i++) {
        normal[i] = random.normal();
      }
      return OrthonormalRows.of(normal, m, family.r());
    }
    double[][] centres = new double[family.r()][];
    for (int k = 0; k < centres.length; k++) {
      centres[k] = draw(random, m, -1, 1);
    }
    return centres;
  }

  private static double[] draw(MersenneTwister random, int n, double from, double to) {
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = random.uniform(from, to);
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ortho-t:5:1:2",
        "ortho-t:6:2:3",
        "ortho-t:5:3:2",
        "ortho-se:5:1:2",
        "ortho-se:6:2:2",
        "ortho-se:4:2:3",
        "ortho-se:5:3:2",
        "ortho-se:4:3:3",
        "quad-se:5:1:1",
        "quad-se:4:1:2",
        "quad-se:4:2:2",
        "quad-se:5:2:2",
        "quad-se:4:3:2",
      })
  void rankAndFreedomCountedByHandAreThoseOfTheTangentSpaceAtTheTruth(String text) {
    RecoveryFamily family = RecoveryFamily.parse(text);
    for (int seed = 0; seed < 3; seed++) {
      RecoveryProblem problem = problem(text, seed);
      int n = family.librarySize();
      UniquenessEvidence evidence =
          Uniqueness.of(problem.with(n), Sampling.atRandom(n), problem.truth()).evidence();

      assertEquals(family.rank(), evidence.rank());
      assertEquals(family.freedom(), evidence.freedom());
      assertTrue(evidence.tail() < 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ortho-t:4:1:3", "ortho-se:3:1:3", "quad-se:3:1:2"})
  void exactOperatorHasTheSingularValuesOfTheLieDerivative(String text) {
    RecoveryFamily family = RecoveryFamily.parse(text);
    RecoveryProblem problem = problem(text, 1);
    LieDerivative derivative = LieDerivative.exact(family.library(), Region.unit(family.m()));
    Vec w = someCoefficients(family);

    assertSameSpectrum(
        derivative.of(w.asMatrix(1, w.size()), candidates(family), Fibre.scalar(1)),
        problem.map().apply(w));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ortho-t:4:1:3", "ortho-se:3:1:3", "quad-se:3:1:2"})
  void sampledOperatorHasTheSingularValuesOfTheDerivativesAtTheSample(String text) {
    RecoveryFamily family = RecoveryFamily.parse(text);
    RecoveryProblem problem = RecoveryCell.of(family, RecoveryOperator.SAMPLED).problem(6);
    int n = problem.map().rows() + 1;
    double[] points = new Threefry(6).uniform(n * family.m());
    Matrix sample = Matrix.adopt(n, family.m(), points).map(u -> 2 * u - 1);
    LieDerivative derivative = LieDerivative.sampled(family.library(), sample);
    Vec w = someCoefficients(family);

    assertSameSpectrum(
        derivative.of(w.asMatrix(1, w.size()), candidates(family), Fibre.scalar(1)),
        problem.map().apply(w));
  }

  private static void assertSameSpectrum(Matrix expected, Matrix actual) {
    Spectrum left = Spectrum.of(expected);
    Spectrum right = Spectrum.of(actual);

    assertEquals(expected.cols(), actual.cols());
    assertTrue(left.values().minus(right.values()).maxAbs() < 1e-12 * left.largest());
  }

  @ParameterizedTest
  @CsvSource({"ortho-se:4:1:3,EXACT", "ortho-se:4:1:3,SAMPLED", "ortho-t:4:2:3,SAMPLED"})
  void transposeAndGramMatrixBelongToTheOperator(String text, RecoveryOperator operator) {
    RecoveryFamily family = RecoveryFamily.parse(text);
    var map = RecoveryCell.of(family, operator).problem(2).map();
    SplittableRandom random = new SplittableRandom(5);
    Vec w = someCoefficients(family);
    Matrix z =
        Vec.zeros(map.rows() * map.cols())
            .map(zero -> random.nextDouble(-1, 1))
            .asMatrix(map.rows(), map.cols());
    Matrix image = map.apply(w);

    assertEquals(image.dot(z), w.dot(map.applyTranspose(z)), 1e-11);
    assertEquals(image.dot(image), w.dot(map.gram().apply(w)), 1e-11 * image.dot(image));
  }

  @Test
  void pointsAreNestedAndTheSampledOperatorChangesWithTheSeedOnly() {
    RecoveryFamily family = RecoveryFamily.parse("ortho-t:4:1:2");
    RecoveryCell sampled = RecoveryCell.of(family, RecoveryOperator.SAMPLED);
    RecoveryCell exact = RecoveryCell.of(family, RecoveryOperator.EXACT);

    assertEquals(
        exact.problem(3).with(7).data().toMatrix(),
        exact.problem(3).with(9).data().toMatrix().rowSlice(0, 7));
    assertEquals(sampled.problem(3).theta(), exact.problem(3).theta());
    assertEquals(sampled.problem(3).map(), sampled.problem(3).map());
    assertFalse(sampled.problem(3).map().equals(sampled.problem(4).map()));
    assertEquals(exact.problem(3).map(), exact.problem(4).map());
  }

  @Test
  void theTruthIsRecoveredAndSomethingElseIsNot() {
    RecoveryProblem problem = problem("ortho-t:5:1:2", 0);

    assertTrue(problem.isRecovered(problem.truth().times(1.004)));
    assertFalse(problem.isRecovered(problem.truth().times(1.006)));
  }

  private static RecoveryProblem problem(String text, int seed) {
    return RecoveryCell.of(RecoveryFamily.parse(text), RecoveryOperator.EXACT).problem(seed);
  }

  private static Vec someCoefficients(RecoveryFamily family) {
    SplittableRandom random = new SplittableRandom(77);
    return Vec.zeros(family.librarySize()).map(zero -> random.nextDouble(-1, 1));
  }

  /** In the words of the published set-up, independent of how the operator counts them. */
  private static List<Generator> candidates(RecoveryFamily family) {
    int m = family.m();
    List<String> variables = family.library().variables();
    List<Generator> candidates = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      double[] unit = new double[m];
      unit[i] = 1;
      candidates.add(Generator.affine("t" + i, variables, Matrix.zeros(m, m), Vec.of(unit)));
      for (int j = 0; j < i && family.kind() != RecoveryFamily.Kind.ORTHO_T; j++) {
        double[] turn = new double[m * m];
        turn[i * m + j] = Math.sqrt(0.5);
        turn[j * m + i] = -Math.sqrt(0.5);
        candidates.add(Generator.linear("r" + i + j, variables, Matrix.adopt(m, m, turn)));
      }
    }
    return candidates;
  }
}
