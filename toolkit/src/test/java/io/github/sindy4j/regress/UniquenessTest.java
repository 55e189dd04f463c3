package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.LinearMapContract;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.PlantedTruth.Family;
import io.github.sindy4j.regress.Uniqueness.Reason;
import io.github.sindy4j.regress.Uniqueness.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: planted truths whose parameters are counted by hand. */
class UniquenessTest {
  private static final Family LINE = Family.linear(10, 1, 2);

  static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of(LINE, 12),
        Arguments.of(Family.linear(20, 1, 2), 22),
        Arguments.of(Family.linear(10, 2, 2), 22),
        Arguments.of(Family.linear(10, 1, 3), 13),
        Arguments.of(Family.linear(6, 1, 4), 10),
        Arguments.of(Family.linearTurned(10, 2), 12),
        Arguments.of(Family.linearTurned(8, 3), 11),
        Arguments.of(Family.distance(10, 1), 12),
        Arguments.of(Family.distance(5, 2), 8));
  }

  private static Reason reason(Uniqueness uniqueness) {
    return assertInstanceOf(Refused.class, uniqueness).reason();
  }

  @ParameterizedTest
  @MethodSource("families")
  void theAlgebraAloneCountsTheParametersOfTheTruth(Family family, int parameters) {
    assertEquals(parameters, family.freedom(), "counted by hand");
    PlantedTruth truth = family.draw(1);
    int n = parameters + 1;
    Uniqueness uniqueness = Uniqueness.of(truth.problem(n), Sampling.atRandom(n), truth.w());
    UniquenessEvidence evidence = uniqueness.evidence();
    assertEquals(parameters, evidence.freedom());
    assertEquals(family.rank(), evidence.rank());
    assertTrue(evidence.gap() > 1e-4 && evidence.rounding() < 1e-13, evidence.toString());
    assertTrue(evidence.conditioning() > 1e-4, evidence.toString());
    assertEquals(1, evidence.spare());
    assertTrue(uniqueness.isCertified(), uniqueness.text());
  }

  @ParameterizedTest
  @MethodSource("families")
  void asManyPointsAsParametersAreRefusedEvenAtTheTruth(Family family, int parameters) {
    PlantedTruth truth = family.draw(2);
    Uniqueness uniqueness =
        Uniqueness.of(truth.problem(parameters), Sampling.atRandom(parameters), truth.w());
    assertEquals(Reason.TOO_FEW_POINTS, reason(uniqueness));
    assertTrue(uniqueness.text().contains(parameters + " free parameters"), uniqueness.text());
    assertTrue(uniqueness.text().contains("1 more"), uniqueness.text());
  }

  @Test
  void theWordsClaimNoProofForTheseData() {
    PlantedTruth truth = LINE.draw(3);
    String text = Uniqueness.of(truth.problem(13), Sampling.atRandom(13), truth.w()).text();
    assertTrue(text.startsWith("With probability one over exact values at random points"), text);
    assertTrue(text.contains("no other model in its component of the rank-1 family"), text);
    assertTrue(text.contains("at most 12 free parameters"), text);
    assertTrue(text.contains("1 spare point, 2 are advised"), text);
    assertTrue(text.contains("no proof for these very data"), text);
    String more = Uniqueness.of(truth.problem(15), Sampling.atRandom(15), truth.w()).text();
    assertTrue(more.contains("3 spare points;"), more);
  }

  @Test
  void dataOfAnotherKindAreRefusedByName() {
    PlantedTruth truth = LINE.draw(4);
    Uniqueness uniqueness =
        Uniqueness.of(truth.problem(20), Sampling.flawed(20, "one trajectory"), truth.w());
    assertEquals(Reason.SAMPLING, reason(uniqueness));
    assertTrue(uniqueness.text().contains("one trajectory"));
    assertEquals(12, uniqueness.evidence().freedom());
  }

  @Test
  void aModelThatMissesTheDataIsRefused() {
    PlantedTruth truth = LINE.draw(5);
    Vec beside = truth.w().times(1 + 1e-8);
    assertEquals(
        Reason.RESIDUAL, reason(Uniqueness.of(truth.problem(20), Sampling.atRandom(20), beside)));
  }

  @Test
  void aRankThatIsNotClearIsRefused() {
    PlantedTruth truth = LINE.draw(6);
    PlantedTruth other = LINE.draw(7);
    Vec mixed = truth.w().plus(other.w().times(1e-9));
    Matrix theta = truth.values(20, 8);
    InterpolationProblem problem = InterpolationProblem.of(truth.map(), theta, theta.apply(mixed));
    Uniqueness uniqueness = Uniqueness.of(problem, Sampling.atRandom(20), mixed);
    assertEquals(Reason.RANK_NOT_CLEAR, reason(uniqueness));
    assertTrue(uniqueness.text().contains("beyond rank 1"), uniqueness.text());
  }

  @Test
  void repeatedPointsAreSeenAndRefused() {
    PlantedTruth truth = LINE.draw(8);
    Matrix once = truth.values(12, 9);
    Matrix twice = once.transpose().columns(repeated(12)).transpose();
    InterpolationProblem problem =
        InterpolationProblem.of(truth.map(), twice, twice.apply(truth.w()));
    Uniqueness uniqueness = Uniqueness.of(problem, Sampling.atRandom(24), truth.w());
    assertEquals(Reason.DEPENDENT_EQUATIONS, reason(uniqueness));
    assertTrue(uniqueness.text().contains("12 of 24"), uniqueness.text());
  }

  private static int[] repeated(int n) {
    int[] twice = new int[2 * n];
    Arrays.setAll(twice, k -> k % n);
    return twice;
  }

  @Test
  void aFitOfFullRankHasAllTheFreedomOfTheLibrary() {
    PlantedTruth truth = LINE.draw(14);
    for (int n : new int[] {13, 65, 66, 67}) {
      InterpolationProblem problem = truth.problem(n);
      Vec shortest = problem.solutions().particular();
      Vec w = n < 66 ? shortest : LinearMapContract.noise(new SplittableRandom(n), 66);
      InterpolationProblem fitted =
          InterpolationProblem.of(truth.map(), problem.data(), problem.data().apply(w));
      Uniqueness uniqueness = Uniqueness.of(fitted, Sampling.atRandom(n), w);
      assertEquals(10, uniqueness.evidence().rank());
      assertEquals(66, uniqueness.evidence().freedom());
      assertEquals(n == 67, uniqueness.isCertified());
    }
  }

  @Test
  void fullRankOfAMatrixThatIsWiderThanTallIsFullToo() {
    // The translations of 5 variables and the functions 1 and x0 … x4: L(w) is one row.
    PlantedTruth flat = Family.linear(5, 1, 1).draw(15);
    Uniqueness uniqueness = Uniqueness.of(flat.problem(6), Sampling.atRandom(6), flat.w());
    assertEquals(1, uniqueness.evidence().rank());
    assertEquals(6, uniqueness.evidence().freedom());
    assertFalse(uniqueness.isCertified());
  }

  @Test
  void aChangeThatThePointsHardlySeeIsRefused() {
    // Truths 1 and x: w = (a, b), L = 0 on both. Points within 1e-9 of each other hardly see x.
    SparseMatrixMap nothing =
        new SparseMatrixMap(1, 1, SparseMatrix.ofRows(2, List.of(new TreeMap<>())));
    Matrix theta =
        Matrix.ofRows(new double[] {1, 1}, new double[] {1, 1 + 1e-9}, new double[] {1, 1 - 1e-9});
    Vec w = Vec.of(0, 1);
    InterpolationProblem problem = InterpolationProblem.of(nothing, theta, theta.apply(w));
    assertEquals(Reason.NOT_ISOLATED, reason(Uniqueness.of(problem, Sampling.atRandom(3), w)));
  }

  @Test
  void whatIsKnownBeforehandLowersTheNumberOfPoints() {
    PlantedTruth truth = LINE.draw(9);
    double[] first = new double[truth.w().size()];
    first[0] = 1;
    InterpolationProblem plain = truth.problem(12);
    Constraint known =
        new Constraint(Matrix.ofRows(first), Vec.of(truth.w().first()), "the constant is known");
    InterpolationProblem problem =
        new InterpolationProblem(plain.map(), plain.data(), plain.values(), known);
    Uniqueness uniqueness = Uniqueness.of(problem, Sampling.atRandom(12), truth.w());
    assertEquals(11, uniqueness.evidence().freedom());
    assertTrue(uniqueness.isCertified());
  }

  @Test
  void pointsCountNotEquations() {
    // 24 equations: of 24 points, or of 12 points with two outputs each.
    PlantedTruth truth = LINE.draw(10);
    Matrix theta = truth.values(24, 11);
    InterpolationProblem problem =
        InterpolationProblem.of(truth.map(), theta, theta.apply(truth.w()));
    assertTrue(Uniqueness.of(problem, Sampling.atRandom(24), truth.w()).isCertified());
    assertEquals(
        Reason.TOO_FEW_POINTS, reason(Uniqueness.of(problem, Sampling.atRandom(12), truth.w())));
  }

  @Test
  void unitsOfTheTermsDoNotMatter() {
    PlantedTruth truth = LINE.draw(12);
    int unknowns = truth.w().size();
    double[] units = new double[unknowns];
    Arrays.setAll(units, j -> Math.pow(10, j % 13 - 6));
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int i = 0; i < truth.map().matrix().rows(); i++) {
      SortedMap<Integer, Double> row = truth.map().matrix().row(i);
      row.replaceAll((j, value) -> value * units[j]);
      rows.add(row);
    }
    SparseMatrixMap map =
        new SparseMatrixMap(
            truth.map().rows(), truth.map().cols(), SparseMatrix.ofRows(unknowns, rows));
    double[] theta = truth.values(13, 13).toArray();
    double[] w = truth.w().toArray();
    for (int k = 0; k < theta.length; k++) {
      theta[k] *= units[k % unknowns];
    }
    for (int j = 0; j < unknowns; j++) {
      w[j] /= units[j];
    }
    LinearMap data = Matrix.adopt(13, unknowns, theta);
    InterpolationProblem problem = InterpolationProblem.of(map, data, data.apply(Vec.of(w)));
    Uniqueness uniqueness = Uniqueness.of(problem, Sampling.atRandom(13), Vec.of(w));
    assertEquals(12, uniqueness.evidence().freedom());
    assertTrue(uniqueness.isCertified(), uniqueness.text());
  }

  @Test
  void badSamplingsAreRefusedWithACure() {
    assertThrows(BadSetting.class, () -> Sampling.atRandom(-1));
    PlantedTruth truth = Family.linear(3, 1, 2).draw(1);
    assertThrows(
        BadSetting.class,
        () -> Uniqueness.of(truth.problem(5), Sampling.atRandom(6), truth.w()),
        "more points than equations");
    assertThrows(BadSetting.class, () -> Sampling.flawed(3, " "));
    assertFalse(Sampling.flawed(3, "noise").isRandom());
  }
}
