package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.LinearMapContract;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.PlantedTruth.Family;
import io.github.sindy4j.regress.Uniqueness.Reason;
import io.github.sindy4j.regress.Uniqueness.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracles: planted truths, conditions of a minimum, and the truth itself as a rival. */
class RankRegressionTest {
  private static final Family LINE = Family.linear(10, 1, 2);
  private static final Family SMALL = Family.linear(5, 1, 2);

  /** With this part of the standard deviation of y as noise. */
  private static InterpolationProblem noisy(PlantedTruth truth, int n, double part) {
    InterpolationProblem exact = truth.problem(n);
    Vec y = exact.values();
    double mean = y.dot(y.map(value -> 1)) / n;
    double deviation = y.map(value -> value - mean).norm() / Math.sqrt(n);
    Vec noise = LinearMapContract.noise(new SplittableRandom(truth.seed() + 77), n);
    return InterpolationProblem.of(exact.map(), exact.data(), y.plus(part * deviation, noise));
  }

  private static double missed(InterpolationProblem problem, Vec w) {
    return problem.data().apply(w).minus(problem.values()).norm();
  }

  @Test
  void atOnePercentNoiseAndTwiceTheParametersTheMedianErrorIsAboutOnePercent() {
    List<Double> errors = new ArrayList<>();
    Motions motions = LINE.motions();
    for (PlantedTruth truth : LINE.draws(500, 15)) {
      RankRegressionFit fit = RankRegression.defaults().solve(noisy(truth, 24, 0.01), 1, motions);
      errors.add(fit.coefficients().minus(truth.w()).norm() / truth.w().norm());
      assertTrue(
          missed(noisy(truth, 24, 0.01), fit.coefficients())
              <= missed(noisy(truth, 24, 0.01), truth.w()),
          "the truth fits no better than the least");
    }
    errors.sort(Double::compare);
    assertTrue(errors.get(7) <= 0.012, errors.toString());
  }

  @Test
  void itIsAMinimumAmongTheModelsThatMotionsReachAndThatTheKeptCandidatesAnnihilate() {
    Family family = Family.linearTurned(5, 2);
    PlantedTruth truth = family.draw(3);
    InterpolationProblem problem = noisy(truth, 20, 0.05);
    Motions motions = family.motions();
    RankRegressionFit fit = RankRegression.defaults().solve(problem, 5, motions);
    Vec w = fit.coefficients();
    Vec rest = problem.values().minus(problem.data().apply(w));
    Matrix theta = problem.data().toMatrix();
    for (int k = 0; k < fit.basis().cols(); k++) {
      Vec seen = theta.apply(fit.basis().col(k));
      assertEquals(0, seen.dot(rest), 1e-8 * seen.norm() * rest.norm());
      Matrix broken = problem.map().apply(fit.basis().col(k)).times(fit.kept());
      assertEquals(0, broken.norm(), 1e-9 * fit.basis().col(k).norm());
    }
    for (int g = 0; g < motions.count(); g++) {
      double[] unit = new double[motions.count()];
      unit[g] = 1;
      Vec seen = theta.apply(motions.velocity(Vec.of(unit), w));
      assertEquals(0, seen.dot(rest), 1e-4 * theta.norm() * w.norm() * rest.norm());
    }
    assertEquals(10, fit.kept().cols());
    assertEquals(family.freedom(), fit.freedom());
  }

  @Test
  void withoutMotionsTheSameMinimumIsFound() {
    for (PlantedTruth truth : SMALL.draws(20, 3)) {
      InterpolationProblem problem = noisy(truth, 16, 0.01);
      RankRegressionFit with = RankRegression.defaults().solve(problem, 1, SMALL.motions());
      RankRegressionFit without = RankRegression.defaults().withStarts(15).solve(problem, 1);
      double size = with.coefficients().norm();
      assertEquals(0, with.coefficients().minus(without.coefficients()).norm(), 1e-4 * size);
      assertEquals(with.residual(), without.residual(), 1e-6);
      assertEquals(with.freedom(), without.freedom());
    }
  }

  @Test
  void exactDataGiveTheTruth() {
    PlantedTruth truth = SMALL.draw(1);
    RankRegressionFit fit = RankRegression.defaults().solve(truth.problem(14), 1, SMALL.motions());
    assertEquals(0, truth.error(fit.coefficients()), 1e-7);
    assertTrue(fit.residual() < 1e-7);
  }

  @Test
  void manyRowsAreFoldedWithoutChangingTheAnswer() {
    PlantedTruth truth = SMALL.draw(2);
    InterpolationProblem few = noisy(truth, 22, 0.02);
    InterpolationProblem more = noisy(truth, 400, 0.02);
    for (InterpolationProblem problem : List.of(few, more)) {
      RankRegressionFit fit = RankRegression.defaults().solve(problem, 1, SMALL.motions());
      Vec rest = problem.values().minus(problem.data().apply(fit.coefficients()));
      Vec pull = problem.data().applyTranspose(rest);
      assertEquals(0, fit.basis().applyTranspose(pull).norm(), 1e-7);
      assertTrue(rest.norm() <= missed(problem, truth.w()));
    }
  }

  @Test
  void theSecondBestMinimumIsReportedAndNothingIsCertified() {
    PlantedTruth truth = LINE.draw(9);
    RankRegressionFit fit =
        RankRegression.defaults().solve(noisy(truth, 15, 0.01), 1, LINE.motions());
    assertTrue(fit.runnerUp().orElseThrow() > 1, fit.text());
    assertFalse(fit.uniqueness().isCertified());
    assertEquals(Reason.SAMPLING, assertInstanceOf(Refused.class, fit.uniqueness()).reason());
    assertTrue(fit.text().contains("the data carry noise"), fit.text());
    assertTrue(fit.text().contains("second-best minimum"), fit.text());
  }

  @Test
  void rowsThatWereHeldOutChooseTheRank() {
    Family family = Family.linear(5, 2, 2);
    Motions motions = family.motions();
    for (PlantedTruth truth : family.draws(40, 3)) {
      InterpolationProblem training = noisy(truth, 40, 0.01);
      Matrix others = truth.values(30, 4321);
      InterpolationProblem heldOut =
          InterpolationProblem.of(truth.map(), others, others.apply(truth.w()));
      RankRegressionFit fit = RankRegression.defaults().choose(training, heldOut, 1, 4, motions);
      assertEquals(2, fit.rank());
    }
  }

  @Test
  void outputsThatShareTheirSymmetriesAreFittedTogether() {
    PlantedTruth a = SMALL.draw(31);
    // The second is −3 F + 2, a function of the same linear form.
    int p = a.w().size();
    SparseMatrix entries = a.map().matrix();
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int output = 0; output < 2; output++) {
      for (int k = 0; k < entries.rows(); k++) {
        SortedMap<Integer, Double> row = new TreeMap<>();
        int shift = output * p;
        entries.row(k).forEach((j, value) -> row.put(shift + j, value));
        rows.add(row);
      }
    }
    SparseMatrixMap map =
        new SparseMatrixMap(2 * a.map().rows(), a.map().cols(), SparseMatrix.ofRows(2 * p, rows));
    Matrix theta = a.values(14, 5);
    Vec second = a.w().map(x -> -3 * x);
    Matrix y =
        Matrix.ofColumns(
            theta.apply(a.w()).toArray(), theta.apply(second).map(value -> value + 2).toArray());
    RankRegressionFit fit =
        RankRegression.defaults()
            .withStarts(10)
            .solve(InterpolationProblem.ofOutputs(map, theta, y), 1);
    assertEquals(0, fit.coefficients().slice(0, p).minus(a.w()).norm(), 1e-5 * a.w().norm());
    assertEquals(2 * 3 + 4, fit.freedom(), "two quadratics of one direction");
  }

  @Test
  void theSameSettingsGiveTheSameBitsOnOneThreadAndMany() {
    PlantedTruth truth = SMALL.draw(8);
    InterpolationProblem problem = noisy(truth, 14, 0.01);
    RankRegression search = RankRegression.defaults().withStarts(6);
    RankRegressionFit first = search.solve(problem, 1, SMALL.motions());
    IntStream.range(0, 3)
        .parallel()
        .mapToObj(k -> search.solve(problem, 1, SMALL.motions()))
        .forEach(again -> assertEquals(first, again));
  }

  @Test
  void aRankThatNoModelHasIsSaidSo() {
    Family family = Family.linearTurned(5, 2);
    InterpolationProblem problem = noisy(family.draw(4), 20, 0.01);
    RankRegressionFit fit =
        RankRegression.defaults().withStarts(3).solve(problem, 2, family.motions());
    assertFalse(fit.isFound());
    assertTrue(fit.text().contains("no model of rank 2 was found"), fit.text());
  }

  @Test
  void settingsAndDemandsThatItCannotMeetAreRefused() {
    InterpolationProblem problem = SMALL.draw(1).problem(10);
    RankRegression usual = RankRegression.defaults();
    assertThrows(BadSetting.class, () -> usual.withStarts(-1));
    assertThrows(BadSetting.class, () -> new RankRegression(1, 0, 1));
    assertThrows(BadSetting.class, () -> usual.solve(problem, 0));
    assertThrows(BadSetting.class, () -> usual.solve(problem, 7));
    assertThrows(
        BadSetting.class,
        () -> usual.choose(problem, problem, 3, 2, Motions.none(problem.map().unknowns())));
    double[] first = new double[problem.map().unknowns()];
    first[0] = 1;
    InterpolationProblem demanding =
        new InterpolationProblem(
            problem.map(),
            problem.data(),
            problem.values(),
            new Constraint(Matrix.ofRows(first), Vec.of(1), "the constant is 1"));
    assertThrows(Unsupported.class, () -> usual.solve(demanding, 1));
  }
}
