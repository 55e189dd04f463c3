package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracles: planted truths, exact values, enumeration of vertices, search along a line. */
class NuclearInterpolationTest {
  private static final NuclearInterpolation SOLVER = NuclearInterpolation.defaults();

  /** L(w) = diag(w), so that ‖L(w)‖_* = ‖w‖₁. */
  private static MatrixMap diagonal(int size) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int k = 0; k < size * size; k++) {
      boolean onDiagonal = k / size == k % size;
      rows.add(onDiagonal ? new TreeMap<>(Map.of(k % size, 1.0)) : new TreeMap<>());
    }
    return new SparseMatrixMap(size, size, SparseMatrix.ofRows(size, rows));
  }

  private static Matrix noise(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    return Matrix.adopt(
        rows, cols, Vec.zeros(rows * cols).map(zero -> random.nextGaussian()).toArray());
  }

  private static double nuclearNorm(Matrix a) {
    Vec values = Spectrum.of(a).values();
    double sum = 0;
    for (int k = 0; k < values.size(); k++) {
      sum += values.get(k);
    }
    return sum;
  }

  private static void assertRecovered(RecoveryProblem truth, int n, int rank) {
    NuclearMinimum found = SOLVER.solve(truth.with(n));
    assertInstanceOf(NuclearMinimum.Certified.class, found.ending());
    assertEquals(0, truth.error(found.coefficients()), 1e-10);
    assertEquals(rank, found.rank());
    assertEquals(0, found.gap(), 1e-8);
    assertEquals(0, found.tail(), 1e-10);
    assertEquals(0, found.dataResidual(), 1e-12);
    assertTrue(found.isolation() > 0.01);
    assertEquals(nuclearNorm(truth.map().apply(truth.truth())), found.value(), 1e-11);
  }

  @ParameterizedTest
  @CsvSource({"10,50", "20,110"})
  void aRidgeIsRecoveredUnderTranslationsFromEnoughPoints(int m, int n) {
    for (long seed = 0; seed < 4; seed++) {
      assertRecovered(RecoveryProblem.translations(m, 2, seed), n, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"10,45,0", "10,45,1", "10,45,2", "10,38,3", "15,60,1"})
  void aRidgeIsRecoveredUnderTheEuclideanGroupFromEnoughPoints(int m, int n, long seed) {
    assertRecovered(RecoveryProblem.euclidean(m, 2, seed), n, m);
  }

  @Test
  void aRidgeOfHigherDegreeIsRecovered() {
    assertRecovered(RecoveryProblem.translations(4, 4, 1), 55, 1);
  }

  /** The library has 231 terms, and 210 candidates act; alone it takes a third of a second. */
  @Test
  void twentyDimensionsTakeSeconds() {
    RecoveryProblem truth = RecoveryProblem.euclidean(20, 2, 5);
    assertTimeout(Duration.ofSeconds(10), () -> assertRecovered(truth, 72, 20));
  }

  @Test
  void withTooFewPointsAnotherInterpolantIsProvedToHaveASmallerNorm() {
    for (long seed = 0; seed < 4; seed++) {
      RecoveryProblem truth = RecoveryProblem.translations(10, 2, seed);
      NuclearMinimum found = SOLVER.solve(truth.with(13));
      assertTrue(found.ending().isMinimum());
      assertTrue(truth.error(found.coefficients()) > 5e-3);
      assertTrue(found.value() < nuclearNorm(truth.map().apply(truth.truth())));
      assertEquals(0, found.gap(), 1e-6);
      assertEquals(0, found.dataResidual(), 1e-12);
    }
  }

  /** F = x² on [−1,1]²: columns (2x, 0, √2 x y), orthogonal in L². */
  @Test
  void theNormOfAKnownOperatorIsExact() {
    RecoveryProblem plane = RecoveryProblem.euclidean(2, 2, 0);
    double[] w = new double[6];
    w[plane.monomials().indexOf(List.of(2, 0))] = 1;
    assertEquals(
        2 / Math.sqrt(3) + Math.sqrt(2) / 3,
        SingularValues.of(plane.map().apply(Vec.of(w))).sum(),
        1e-14);
  }

  /** The least ‖w‖₁ with Θ w = y is attained with as many terms as equations. */
  @Test
  void aDiagonalMapGivesTheVertexOfLeastAbsoluteSum() {
    for (long seed = 0; seed < 10; seed++) {
      Matrix theta = noise(seed, 2, 6);
      Vec y = noise(seed + 100, 2, 1).col(0);
      double least = Double.POSITIVE_INFINITY;
      for (int a = 0; a < 6; a++) {
        for (int b = a + 1; b < 6; b++) {
          double det = theta.get(0, a) * theta.get(1, b) - theta.get(0, b) * theta.get(1, a);
          double wa = (y.get(0) * theta.get(1, b) - y.get(1) * theta.get(0, b)) / det;
          double wb = (theta.get(0, a) * y.get(1) - theta.get(1, a) * y.get(0)) / det;
          least = Math.min(least, Math.abs(wa) + Math.abs(wb));
        }
      }
      NuclearMinimum found = SOLVER.solve(InterpolationProblem.of(diagonal(6), theta, y));
      assertTrue(found.ending().isMinimum());
      assertEquals(least, found.value(), 2e-6 * least);
      assertTrue(found.dualValue() <= least * (1 + 1e-12));
    }
  }

  @Test
  void oneFreeDirectionGivesTheMinimumAlongTheLine() {
    MatrixMap map = new SparseMatrixMap(4, 3, sparse(noise(1, 12, 5)));
    for (long seed = 0; seed < 5; seed++) {
      InterpolationProblem problem =
          InterpolationProblem.of(map, noise(seed + 2, 4, 5), noise(seed + 50, 4, 1).col(0));
      NullSpace line = problem.solutions();
      double low = -100;
      double high = 100;
      for (int k = 0; k < 200; k++) {
        double left = low + (high - low) / 3;
        double right = high - (high - low) / 3;
        if (alongLine(map, line, left) < alongLine(map, line, right)) {
          high = right;
        } else {
          low = left;
        }
      }
      double least = alongLine(map, line, low);
      NuclearMinimum found = SOLVER.withGap(1e-9).solve(problem);
      assertEquals(least, found.value(), 1e-8 * least);
      assertTrue(found.ending().isMinimum());
    }
  }

  private static double alongLine(MatrixMap map, NullSpace line, double at) {
    return nuclearNorm(map.apply(line.particular().plus(at, line.basis().col(0))));
  }

  private static SparseMatrix sparse(Matrix a) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int i = 0; i < a.rows(); i++) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      for (int j = 0; j < a.cols(); j++) {
        row.put(j, a.get(i, j));
      }
      rows.add(row);
    }
    return SparseMatrix.ofRows(a.cols(), rows);
  }

  @Test
  void aConstraintIsKeptAndHelps() {
    RecoveryProblem truth = RecoveryProblem.translations(10, 2, 2);
    Matrix c = noise(5, 30, truth.truth().size());
    InterpolationProblem data = truth.with(13);
    InterpolationProblem problem =
        new InterpolationProblem(
            data.map(),
            data.data(),
            data.values(),
            new Constraint(c, c.apply(truth.truth()), "what is known"));
    NuclearMinimum found = SOLVER.solve(problem);
    assertInstanceOf(NuclearMinimum.Certified.class, found.ending());
    assertEquals(0, truth.error(found.coefficients()), 1e-10);
    assertEquals(0, problem.residual(found.coefficients()), 1e-12);
  }

  /** w₁ + w₂ = 1 and |w₁| + |w₂| least: a whole segment. */
  @Test
  void aMinimumThatIsNotAloneIsNotCalledCertified() {
    NuclearMinimum found =
        SOLVER.solve(
            InterpolationProblem.of(diagonal(2), Matrix.ofRows(new double[] {1, 1}), Vec.of(1)));
    assertInstanceOf(NuclearMinimum.GapClosed.class, found.ending());
    assertEquals(1, found.value(), 1e-6);
  }

  @Test
  void directionsThatNobodySeesAreCountedAndStayShort() {
    RecoveryProblem truth = RecoveryProblem.translations(3, 2, 1);
    int f = truth.truth().size();
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int k = 0; k < truth.map().matrix().rows(); k++) {
      rows.add(truth.map().matrix().row(k));
    }
    MatrixMap wider =
        new SparseMatrixMap(
            truth.map().rows(), truth.map().cols(), SparseMatrix.ofRows(f + 1, rows));
    Matrix theta = truth.theta(f);
    double[] padded = new double[f * (f + 1)];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        padded[i * (f + 1) + j] = theta.get(i, j);
      }
    }
    NuclearMinimum found =
        SOLVER.solve(
            InterpolationProblem.of(
                wider, Matrix.adopt(f, f + 1, padded), theta.apply(truth.truth())));
    assertEquals(1, found.undetermined());
    assertEquals(0, found.coefficients().last(), 1e-12);
    assertEquals(0, truth.error(found.coefficients().slice(0, f)), 1e-9);
    assertInstanceOf(NuclearMinimum.Determined.class, found.ending());
  }

  @Test
  void asManyPointsAsTermsLeaveNothingToChoose() {
    RecoveryProblem truth = RecoveryProblem.translations(4, 2, 3);
    NuclearMinimum found = SOLVER.solve(truth.with(truth.truth().size()));
    assertInstanceOf(NuclearMinimum.Determined.class, found.ending());
    assertEquals(0, truth.error(found.coefficients()), 1e-9);
  }

  @Test
  void aConstantIsInvariantUnderEverythingFromOnePointOn() {
    RecoveryProblem plane = RecoveryProblem.euclidean(3, 2, 1);
    NuclearMinimum found =
        SOLVER.solve(InterpolationProblem.of(plane.map(), plane.theta(1), Vec.of(2)));
    assertEquals(0, found.value(), 1e-9);
    assertEquals(2, found.coefficients().first(), 1e-9);
  }

  @Test
  void contradictingEquationsAreTold() {
    Matrix twice = Matrix.ofRows(new double[] {1, 1, 0}, new double[] {1, 1, 0});
    NuclearMinimum found = SOLVER.solve(InterpolationProblem.of(diagonal(3), twice, Vec.of(1, 2)));
    assertInstanceOf(NuclearMinimum.Inconsistent.class, found.ending());
    assertTrue(found.dataResidual() > 0.1);
  }

  @Test
  void tooFewIterationsAreToldWithTheGapReached() {
    NuclearMinimum found =
        SOLVER.withIterations(2).solve(RecoveryProblem.translations(10, 2, 1).with(20));
    assertInstanceOf(NuclearMinimum.IterationLimit.class, found.ending());
    assertTrue(found.gap() > 1e-6);
    assertTrue(found.dualValue() < found.value());
    assertEquals(0, found.dataResidual(), 1e-12);
  }

  @Test
  void theSameProblemGivesTheSameBits() {
    InterpolationProblem problem = RecoveryProblem.euclidean(8, 2, 4).with(30);
    assertEquals(SOLVER.solve(problem), SOLVER.solve(problem));
  }

  @Test
  void aSearchMayEndAtAnyInterpolantOfSmallerNorm() {
    RecoveryProblem truth = RecoveryProblem.euclidean(10, 2, 1);
    double norm = nuclearNorm(truth.map().apply(truth.truth()));
    NuclearMinimum few = SOLVER.untilBelow(norm).solve(truth.with(13));
    assertInstanceOf(NuclearMinimum.Undercut.class, few.ending());
    assertTrue(few.value() < norm);
    assertEquals(0, few.dataResidual(), 1e-12);
    assertTrue(few.iterations() <= 50);
    NuclearMinimum enough = SOLVER.untilBelow(norm * (1 - 1e-9)).solve(truth.with(45));
    assertInstanceOf(NuclearMinimum.Certified.class, enough.ending());
  }
}
