package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.LinearMapContract;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.PlantedTruth.Family;
import io.github.sindy4j.regress.Uniqueness.Reason;
import io.github.sindy4j.regress.Uniqueness.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: planted truths, recovered from one point more than they have parameters. */
class MinimumRankTest {
  private static final Family LINE = Family.linear(10, 1, 2);
  private static final Family PLANE = Family.linear(10, 2, 2);

  private static MinimumRankFit fit(PlantedTruth truth, int n, int rank) {
    return MinimumRank.defaults()
        .withRanks(rank, rank)
        .solve(truth.problem(n), Sampling.atRandom(n));
  }

  static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of(LINE, 12),
        Arguments.of(PLANE, 11),
        Arguments.of(Family.linear(10, 1, 3), 12),
        Arguments.of(Family.linear(6, 1, 4), 10),
        Arguments.of(Family.linear(20, 1, 2), 11),
        Arguments.of(Family.linearTurned(10, 2), 10),
        Arguments.of(Family.linearTurned(8, 3), 10),
        Arguments.of(Family.distance(10, 1), 10),
        Arguments.of(Family.distance(5, 2), 10));
  }

  @ParameterizedTest
  @MethodSource("families")
  void onePointMoreThanParametersIsEnough(Family family, int seed) {
    PlantedTruth truth = family.draw(seed);
    MinimumRankFit fit = fit(truth, family.freedom() + 1, family.rank());
    assertTrue(fit.isCertified(), fit.text());
    assertEquals(family.rank(), fit.rank());
    assertTrue(fit.tail() < 1e-10 && fit.residual() < 1e-12, fit.toString());
    assertEquals(0, truth.error(fit.coefficients()), 1e-8);
  }

  @Test
  void alongMotionsOnePointMoreThanParametersIsAlmostAlwaysEnough() {
    int certified = 0;
    for (Family family :
        List.of(
            LINE,
            PLANE,
            Family.linear(10, 3, 2),
            Family.linear(6, 1, 4),
            Family.linearTurned(10, 2),
            Family.linearTurned(6, 3),
            Family.distance(10, 1),
            Family.distance(5, 2))) {
      Motions motions = family.motions();
      int n = family.freedom() + 1;
      for (PlantedTruth truth : family.draws(100, 3)) {
        MinimumRankFit fit =
            MinimumRank.defaults()
                .withRanks(family.rank(), family.rank())
                .solve(truth.problem(n), Sampling.atRandom(n), motions);
        if (fit.isCertified()) {
          certified++;
          assertEquals(family.rank(), fit.rank());
          assertTrue(fit.tail() < 1e-10 && fit.residual() < 1e-11, fit.toString());
          assertEquals(0, truth.error(fit.coefficients()), 1e-7);
        }
      }
    }
    assertTrue(certified >= 22, "certified of 24: " + certified);
  }

  @Test
  void ranksThatNoModelHasAreLeftAtOnce() {
    Family family = Family.linearTurned(8, 2);
    PlantedTruth truth = family.draw(5);
    MinimumRankFit fit =
        MinimumRank.defaults().solve(truth.problem(15), Sampling.atRandom(15), family.motions());
    assertEquals(8, fit.rank());
    assertTrue(fit.isCertified(), fit.text());
    assertEquals(0, truth.error(fit.coefficients()), 1e-9);
    for (RankTrial trial : fit.trials().subList(1, 8)) {
      assertEquals(4, trial.starts(), "rank " + trial.rank());
    }
  }

  @Test
  void withoutMotionsTooARankThatNoModelHasIsLeftAfterTheFirstStarts() {
    PlantedTruth truth = Family.linearTurned(5, 2).draw(5);
    MinimumRankFit fit =
        MinimumRank.defaults().withRanks(1, 4).solve(truth.problem(12), Sampling.atRandom(12));
    assertFalse(fit.isFound());
    for (RankTrial trial : fit.trials()) {
      assertEquals(2, trial.starts(), "rank " + trial.rank());
    }
  }

  @Test
  void motionsThatDoNotKeepTheRankMakeNoCertificateFalse() {
    SplittableRandom random = new SplittableRandom(3);
    int unknowns = LINE.draw(1).w().size();
    List<SparseMatrix> fields = new ArrayList<>();
    for (int g = 0; g < 20; g++) {
      List<SortedMap<Integer, Double>> rows = new ArrayList<>();
      for (int i = 0; i < unknowns; i++) {
        rows.add(new TreeMap<>(Map.of(random.nextInt(unknowns), random.nextGaussian())));
      }
      fields.add(SparseMatrix.ofRows(unknowns, rows));
    }
    Motions wrong = Motions.of(unknowns, fields);
    int found = 0;
    for (PlantedTruth truth : LINE.draws(300, 6)) {
      MinimumRankFit fit =
          MinimumRank.defaults()
              .withRanks(1, 1)
              .withStarts(5)
              .solve(truth.problem(14), Sampling.atRandom(14), wrong);
      found += fit.isFound() ? 1 : 0;
      if (fit.isCertified()) {
        assertEquals(0, truth.error(fit.coefficients()), 1e-6);
      }
      assertEquals(0, truth.problem(14).residual(fit.coefficients()), 1e-11);
    }
    assertTrue(found < 6, "such motions cannot do what true ones do");
  }

  @Test
  void alongMotionsTooAsManyPointsAsParametersAreRefused() {
    for (PlantedTruth truth : LINE.draws(60, 4)) {
      MinimumRankFit fit =
          MinimumRank.defaults()
              .withRanks(1, 1)
              .solve(truth.problem(12), Sampling.atRandom(12), LINE.motions());
      assertTrue(fit.isFound());
      assertEquals(
          Reason.TOO_FEW_POINTS, assertInstanceOf(Refused.class, fit.uniqueness()).reason());
    }
  }

  @Test
  void alongMotionsTheSameSettingsGiveTheSameBits() {
    Family family = Family.linearTurned(6, 2);
    PlantedTruth truth = family.draw(16);
    Motions motions = family.motions();
    MinimumRank search = MinimumRank.defaults().withRanks(6, 6);
    MinimumRankFit first = search.solve(truth.problem(9), Sampling.atRandom(9), motions);
    IntStream.range(0, 3)
        .parallel()
        .mapToObj(k -> search.solve(truth.problem(9), Sampling.atRandom(9), motions))
        .forEach(again -> assertEquals(first, again));
  }

  @Test
  void noCertificateIsFalse() {
    int certified = 0;
    List<Family> families =
        List.of(
            Family.linear(6, 1, 2),
            Family.linear(5, 2, 2),
            Family.linearTurned(5, 2),
            Family.distance(5, 1));
    for (Family family : families) {
      for (PlantedTruth truth : family.draws(1000, 30)) {
        for (int spare = 1; spare <= 2; spare++) {
          MinimumRankFit fit =
              MinimumRank.defaults()
                  .withRanks(family.rank(), family.rank())
                  .withStarts(3)
                  .solve(
                      truth.problem(family.freedom() + spare),
                      Sampling.atRandom(family.freedom() + spare));
          if (fit.isCertified()) {
            certified++;
            assertEquals(0, truth.error(fit.coefficients()), 1e-6, family + " " + truth.seed());
          }
        }
      }
    }
    assertTrue(certified >= 200, "certified: " + certified);
  }

  @Test
  void asManyPointsAsParametersGiveFitsButNoCertificate() {
    int found = 0;
    int wrong = 0;
    for (PlantedTruth truth : LINE.draws(50, 4)) {
      MinimumRankFit fit = fit(truth, 12, 1);
      assertFalse(fit.isCertified());
      if (fit.isFound()) {
        found++;
        wrong += truth.error(fit.coefficients()) > 1e-3 ? 1 : 0;
        assertEquals(
            Reason.TOO_FEW_POINTS, assertInstanceOf(Refused.class, fit.uniqueness()).reason());
      }
    }
    assertTrue(found >= 3 && wrong >= 1, found + " found, " + wrong + " wrong");
  }

  @Test
  void aRankTooLargeIsRefusedOrRight() {
    int found = 0;
    for (PlantedTruth truth : LINE.draws(70, 4)) {
      for (int n = 13; n <= 18; n++) {
        MinimumRankFit fit = fit(truth, n, 2);
        found += fit.isFound() ? 1 : 0;
        if (fit.isCertified()) {
          assertEquals(0, truth.error(fit.coefficients()), 1e-6);
          assertEquals(1, fit.rank());
        }
      }
    }
    assertTrue(found >= 16, "found: " + found);
  }

  @Test
  void anotherComponentOfTheSameRankIsCountedByItself() {
    // Functions of one linear form in five dimensions have 9 parameters, those of a distance 8.
    PlantedTruth line = Family.linearTurned(5, 4).draw(1);
    Uniqueness nine = Uniqueness.of(line.problem(9), Sampling.atRandom(9), line.w());
    assertEquals(9, nine.evidence().freedom());
    assertEquals(5, nine.evidence().rank());
    assertFalse(nine.isCertified());
    PlantedTruth distance = Family.distance(5, 2).draw(10);
    assertTrue(fit(distance, 9, 5).isCertified());
  }

  @Test
  void aRankTooSmallFindsNothingAndSaysThatThisProvesNothing() {
    PlantedTruth truth = PLANE.draw(3);
    MinimumRankFit fit = fit(truth, 30, 1);
    assertFalse(fit.isFound());
    assertFalse(fit.isCertified());
    assertInstanceOf(Outcome.IterationLimit.class, fit.outcome());
    assertTrue(fit.text().contains("there may be one all the same"), fit.text());
    assertEquals(0, truth.problem(30).residual(fit.coefficients()), 1e-12);
    assertEquals(62, fit.trials().get(0).starts());
  }

  @Test
  void ranksAreTriedInOrderAndTheLeastStands() {
    PlantedTruth truth = PLANE.draw(11);
    MinimumRankFit fit =
        MinimumRank.defaults().withStarts(2).solve(truth.problem(30), Sampling.atRandom(30));
    assertEquals(List.of(0, 1, 2), fit.trials().stream().map(RankTrial::rank).toList());
    assertEquals(2, fit.rank());
    assertTrue(fit.isCertified());
    assertEquals(0, truth.error(fit.coefficients()), 1e-9);
    assertTrue(fit.trials().get(1).tail() > 1e-6);
  }

  @Test
  void aConstantIsOfRankZeroAndNeedsTwoPoints() {
    PlantedTruth any = Family.linear(3, 1, 2).draw(1);
    for (int n = 1; n <= 2; n++) {
      Matrix theta = any.values(n, 5);
      InterpolationProblem problem =
          InterpolationProblem.of(any.map(), theta, Vec.zeros(n).map(zero -> 0.1));
      MinimumRankFit fit = MinimumRank.defaults().solve(problem, Sampling.atRandom(n));
      assertEquals(0, fit.rank());
      assertEquals(1, fit.uniqueness().evidence().freedom());
      assertEquals(n == 2, fit.isCertified());
      assertEquals(0.1, fit.coefficients().first(), 1e-14);
    }
  }

  @Test
  void withAsManyEquationsAsUnknownsTheOnlyFitIsItsOwn() {
    PlantedTruth truth = Family.linear(3, 1, 2).draw(2);
    MinimumRankFit fit = fit(truth, 12, 1);
    assertTrue(fit.isCertified());
    assertEquals(0, truth.error(fit.coefficients()), 1e-10);
  }

  @Test
  void aGivenPointIsTheFirstStart() {
    PlantedTruth truth = PLANE.draw(17);
    Vec near =
        truth
            .w()
            .plus(LinearMapContract.noise(new SplittableRandom(1), truth.w().size()).times(1e-3));
    MinimumRankFit fit =
        MinimumRank.defaults()
            .withRanks(2, 2)
            .withStarts(0)
            .solve(truth.problem(23), Sampling.atRandom(23), near);
    assertEquals(1, fit.trials().get(0).starts());
    assertTrue(fit.isCertified());
    assertEquals(0, truth.error(fit.coefficients()), 1e-9);
  }

  @Test
  void equationsThatContradictEachOtherAreSaidSo() {
    PlantedTruth truth = Family.linear(3, 1, 2).draw(3);
    Matrix theta = truth.values(12, 4);
    Vec wrong = theta.apply(truth.w()).plus(Vec.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    MinimumRankFit fit =
        MinimumRank.defaults()
            .solve(InterpolationProblem.of(truth.map(), theta, wrong), Sampling.atRandom(12));
    assertInstanceOf(Outcome.Infeasible.class, fit.outcome());
    assertFalse(fit.isFound());
    assertFalse(fit.isCertified());
  }

  @Test
  void theDataAreMetAfterEveryDescent() {
    PlantedTruth truth = LINE.draw(7);
    InterpolationProblem problem = truth.problem(13);
    Interpolants set = Interpolants.of(problem);
    SplittableRandom random = new SplittableRandom(5);
    for (int draw = 0; draw < 10; draw++) {
      Vec start = set.restored(LinearMapContract.noise(random, truth.w().size()).times(100));
      RankDescent polished = RankDescent.of(set, start, 1, 50);
      assertEquals(0, problem.residual(polished.w()), 1e-12);
      assertTrue(polished.tail() <= RankDescent.at(set, start, 1).tail());
    }
  }

  @Test
  void imagesOfUnitStepsHaveUnitLengthAndTheNearestIsNearest() {
    PlantedTruth truth = LINE.draw(8);
    Interpolants set = Interpolants.of(truth.problem(13));
    SplittableRandom random = new SplittableRandom(6);
    Vec z = LinearMapContract.noise(random, set.pull(set.map().apply(truth.w())).size());
    assertEquals(z.norm(), set.map().apply(set.along(z)).norm(), 1e-12 * z.norm());
    Matrix image =
        Matrix.adopt(
            set.map().rows(),
            set.map().cols(),
            LinearMapContract.noise(random, set.map().rows() * set.map().cols()).toArray());
    Matrix rest = image.minus(set.map().apply(set.nearest(image)));
    assertEquals(0, set.pull(rest).norm(), 1e-12 * image.norm());
  }

  @Test
  void theSameSettingsGiveTheSameBitsOnOneThreadAndMany() {
    PlantedTruth truth = PLANE.draw(16);
    MinimumRankFit first = fit(truth, 23, 2);
    IntStream.range(0, 4)
        .parallel()
        .mapToObj(k -> fit(truth, 23, 2))
        .forEach(again -> assertEquals(first, again));
    assertTrue(first.trials().get(0).starts() > 2, "noise was used");
    MinimumRankFit other =
        MinimumRank.defaults()
            .withRanks(2, 2)
            .withSeed(2)
            .solve(truth.problem(23), Sampling.atRandom(23));
    assertFalse(first.coefficients().equals(other.coefficients()) && first.equals(other));
  }

  @Test
  void settingsOutOfRangeAreRefusedWithACure() {
    MinimumRank usual = MinimumRank.defaults();
    assertThrows(BadSetting.class, () -> usual.withRanks(-1, 3));
    assertThrows(BadSetting.class, () -> usual.withRanks(3, 2));
    assertThrows(BadSetting.class, () -> usual.withStarts(-1));
    assertThrows(BadSetting.class, () -> usual.withSteps(0));
    assertThrows(BadSetting.class, () -> new MinimumRank(0, usual.mostRank(), 1, 1, Double.NaN, 1));
  }
}
