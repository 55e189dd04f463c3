package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.formulation.Reweighting;
import io.github.sindy4j.formulation.WeakForm;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.Stlsq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Oracle: the systems' own coefficients. The published results are those of D. A. Messenger and D.
 * M. Bortz, Multiscale Model. Simul. 19 (2021) 1474–1497, and of Bull. Math. Biol. 85 (2023) 110.
 */
class WeakFormOnSystemsTest {
  private static final LibrarySpec CUBIC = PolynomialLibrary.ofDegree(3);

  private static Library library(KnownSystem system) {
    return CUBIC.over(system.schema().stateNames());
  }

  private static double error(Matrix model, KnownSystem system) {
    Matrix truth = system.model(CUBIC).coefficients();
    return model.minus(truth).norm() / truth.norm();
  }

  private static Matrix selected(Dataset data, KnownSystem system) {
    RowSource rows = WeakForm.automatic().rows(data, library(system)).source();
    RegressionProblem problem = RegressionProblem.of(Folding.fold(rows, Progress.NONE));
    return Stlsq.defaults().solve(problem).coefficients();
  }

  /** TP/(TP + FP + FN). */
  private static double ratio(Matrix model, KnownSystem system) {
    Matrix truth = system.model(CUBIC).coefficients();
    int both = 0;
    int either = 0;
    for (int k = 0; k < truth.vec().size(); k++) {
      boolean found = model.vec().get(k) != 0;
      boolean there = truth.vec().get(k) != 0;
      both += found && there ? 1 : 0;
      either += found || there ? 1 : 0;
    }
    return (double) both / either;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lorenz63", "van-der-pol", "lotka-volterra"})
  void withoutNoiseAllCoefficientsOfTheLibraryAreRightToTenDigits(String name) {
    KnownSystem system = Systems.named(name);
    Dataset data = system.simulation().dataset();
    RowSource rows = WeakForm.automatic().rows(data, library(system)).source();
    FoldedData folded = Folding.fold(rows, Progress.NONE);
    Matrix full = new LeastSquares().solve(RegressionProblem.of(folded)).coefficients();
    assertEquals(0, error(full, system), 1e-9, "all terms");
    Matrix sparse = selected(data, system);
    assertEquals(1, ratio(sparse, system));
    assertEquals(0, error(sparse, system), 1e-10);
  }

  @ParameterizedTest
  @CsvSource({"lorenz63, 0.005", "van-der-pol, 0.02", "lotka-volterra, 0.004"})
  void reweightedCoefficientsAtTenPercentNoise(String name, double most) {
    KnownSystem system = Systems.named(name);
    double reweighted = 0;
    double first = 0;
    double variance = 0;
    int seeds = 6;
    Matrix truth = system.model(CUBIC).coefficients();
    for (int seed = 0; seed < seeds; seed++) {
      Dataset data = system.simulation().withNoisePercent(10).withSeed(300 + seed).dataset();
      Reweighting.Result result =
          Reweighting.by(WeakForm.automatic()).fit(data, library(system), truth.map(Math::signum));
      reweighted += error(result.coefficients(), system) / seeds;
      first += error(selected(data, system), system) / seeds;
      variance += result.residualVariance() / seeds;
    }
    assertEquals(1, variance, 0.15);
    assertTrue(reweighted < most, name + ": " + reweighted);
    assertTrue(reweighted < first, reweighted + " against " + first);
  }

  @Test
  void thresholdingFindsMostTermsOfNoisyLorenzInTheFirstRound() {
    KnownSystem lorenz = Systems.named("lorenz63");
    double sum = 0;
    for (int seed = 0; seed < 6; seed++) {
      Dataset data = lorenz.simulation().withNoisePercent(10).withSeed(500 + seed).dataset();
      Matrix model = selected(data, lorenz);
      sum += ratio(model, lorenz) / 6;
    }
    assertTrue(sum > 0.7, "mean ratio " + sum);
  }
}
