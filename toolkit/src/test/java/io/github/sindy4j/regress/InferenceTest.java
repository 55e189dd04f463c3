package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.ExpressionLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: planted coefficients, and how often the intervals of many noisy draws hold them. */
class InferenceTest {
  private static final ExpressionLibrary TERMS = ExpressionLibrary.of("x", "y", "x^2*y");
  private static final Matrix TRUTH =
      Matrix.ofRows(new double[] {0, 1, 0}, new double[] {-1, 1, -1});

  /** How many of the coefficients lie within their half widths. */
  private static int covered(Matrix w, Matrix halfWidths) {
    int count = 0;
    for (int k = 0; k < 6; k++) {
      double error = Math.abs(w.toArray()[k] - TRUTH.toArray()[k]);
      count += error <= halfWidths.toArray()[k] ? 1 : 0;
    }
    return count;
  }

  private static Matrix orbit(Vec times) {
    return Orbits.states(Orbits::vanDerPol, times, 1, 0.5);
  }

  private static void assertCoverage(int covered, int draws) {
    double coverage = covered / (6.0 * draws);
    assertTrue(coverage >= 0.90 && coverage <= 0.995, "coverage " + coverage);
  }

  @ParameterizedTest(name = "{1} of noise, {0}, step {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "finite-difference:4 | 0.001 | 0.02",
        "finite-difference:4 | 0.01  | 0.02",
        "finite-difference:4 | 0.01  | 0.05",
        "savitzky-golay:11,4 | 0.001 | 0.05",
        "savitzky-golay:11,4 | 0.01  | 0.05",
        "savitzky-golay:15,3 | 0.01  | 0.02",
      })
  void intervalsHoldTheTruthAsOftenAsTheySayWhenStatesAreNoisy(
      String derivative, double level, double step) {
    Vec times = Orbits.grid(1500, step);
    Matrix clean = orbit(times);
    Sindy sindy =
        Sindy.over(TERMS)
            .differentiatedBy(Differentiator.parse(derivative.strip()))
            .solvedBy(new LeastSquares());
    int covered = 0;
    for (int draw = 0; draw < 100; draw++) {
      Matrix noisy = Orbits.noisy(clean, level, new SplittableRandom(1000L + draw));
      SindyFit fit = sindy.fit(Dataset.of(times, noisy, "x", "y"));
      covered += covered(fit.model().coefficients(), fit.halfWidths());
    }
    assertCoverage(covered, 100);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"x: y + y: x = 0", "x: x^2*y = 0", "2 x: y = 2 + x: x + x: x^2*y", "x' = y"})
  void intervalsHoldTheTruthAsOftenAsTheySayWithinDemands(String statement) {
    Vec times = Orbits.grid(1500, 0.02);
    Matrix clean = orbit(times);
    Sindy plain =
        Sindy.over(TERMS)
            .differentiatedBy(Differentiator.parse("savitzky-golay:15,3"))
            .solvedBy(new LeastSquares());
    Sindy sindy =
        statement.contains("'") ? plain.withEquation(statement) : plain.constrainedBy(statement);
    int covered = 0;
    double narrower = 0;
    for (int draw = 0; draw < 100; draw++) {
      Matrix noisy = Orbits.noisy(clean, 0.01, new SplittableRandom(5000L + draw));
      Dataset data = Dataset.of(times, noisy, "x", "y");
      SindyFit fit = sindy.fit(data);
      covered += covered(fit.model().coefficients(), fit.halfWidths());
      narrower +=
          Vec.adopt(fit.halfWidths().toArray()).norm()
              / Vec.adopt(plain.fit(data).halfWidths().toArray()).norm()
              / 100;
    }
    assertCoverage(covered, 100);
    assertTrue(narrower < 1, "what is known narrows the intervals: " + narrower);
  }

  /** Exact rates with AR(1) errors of unit variance times {@code level}. */
  private static Dataset withCorrelatedRates(Vec times, double rho, double level, long seed) {
    Matrix states = orbit(times);
    double[] rates = Orbits.rates(Orbits::vanDerPol, times, states).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2; i++) {
      double error = random.nextGaussian();
      for (int t = 0; t < times.size(); t++) {
        rates[2 * t + i] += level * error;
        error = rho * error + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      }
    }
    Trajectory measured =
        Trajectory.of("1", times, states).withRates(Matrix.adopt(times.size(), 2, rates));
    return new Dataset("measured", Schema.of("x", "y"), List.of(measured), List.of());
  }

  @ParameterizedTest(name = "ρ = {0}")
  @CsvSource({"0.0", "0.5", "0.9"})
  void intervalsHoldTheTruthAsOftenAsTheySayWhenErrorsOfRatesAreCorrelated(double rho) {
    Vec times = Orbits.grid(2000, 0.05);
    int covered = 0;
    int classical = 0;
    for (int draw = 0; draw < 100; draw++) {
      SindyFit fit =
          Sindy.over(TERMS)
              .solvedBy(new LeastSquares())
              .fit(withCorrelatedRates(times, rho, 0.2, 2000L + draw));
      Matrix w = fit.model().coefficients();
      covered += covered(w, fit.halfWidths());
      classical += covered(w, classicalHalfWidths(fit));
    }
    assertCoverage(covered, 100);
    if (rho == 0.9) {
      assertTrue(classical / 600.0 < 0.8, "σ²(ΘᵀΘ)⁻¹ covers " + classical / 600.0);
    }
  }

  /** 1.96 σ √diag (ΘᵀΘ)⁻¹. */
  private static Matrix classicalHalfWidths(SindyFit fit) {
    double[] widths = new double[6];
    RegressionSummary whole = Folding.fold(fit.rows().source(), (stage, done, total) -> {}).whole();
    for (FreeBlock block : fit.regression().freedom()) {
      int equation = block.unknowns().get(0) / 3;
      double error = whole.squaredError(equation, fit.model().coefficients().row(equation));
      double sigma = Math.sqrt(error / (whole.samples() - 3));
      for (int u = 0; u < block.unknowns().size(); u++) {
        widths[block.unknowns().get(u)] = 1.96 * sigma * block.factor().row(u).norm();
      }
    }
    return Matrix.adopt(2, 3, widths);
  }

  @ParameterizedTest(name = "step {0}")
  @CsvSource({"0.01", "0.03", "0.1"})
  void withoutNoiseTheSystematicErrorOfTheRatesIsWithinTheInterval(double step) {
    Vec times = Orbits.grid((int) (30 / step), step);
    SindyFit fit =
        Sindy.over(TERMS)
            .differentiatedBy(Differentiator.parse("finite-difference:2"))
            .solvedBy(new LeastSquares())
            .fit(Dataset.of(times, orbit(times), "x", "y"));
    Matrix w = fit.model().coefficients();
    assertEquals(6, covered(w, fit.halfWidths()), w + " ± " + fit.halfWidths());
    // The interval is of the size of the error, not of anything.
    double largestError = Vec.adopt(w.toArray()).minus(Vec.adopt(TRUTH.toArray())).maxAbs();
    double widest = Vec.adopt(fit.halfWidths().toArray()).maxAbs();
    assertTrue(widest <= 10 * largestError, widest + " for errors of " + largestError);
    Matrix randomOnly = fit.inference().standardErrors().map(s -> s * fit.inference().quantile());
    assertTrue(covered(w, randomOnly) < 6, "the systematic part is what makes it hold");
  }

  @Test
  void quantilesOfStudentsTAreThoseOfTheTables() {
    int[] degrees = {1, 2, 3, 4, 5, 8, 10, 15, 20, 30, 32};
    double[] table = {
      12.7062, 4.30265, 3.18245, 2.77645, 2.57058, 2.30600, 2.22814, 2.13145, 2.08596, 2.04227,
      2.03693
    };
    for (int k = 0; k < degrees.length; k++) {
      assertEquals(table[k], StudentT.quantile975(degrees[k]), 6e-5, "ν = " + degrees[k]);
    }
    // ν = 1 is Cauchy's distribution: P(|T| ≤ t) = 2/π arctan t.
    assertEquals(0.5, StudentT.centralProbability(1, 1), 1e-15);
    assertEquals(1 / Math.sqrt(3), StudentT.centralProbability(1, 2), 1e-15);
  }

  @ParameterizedTest(name = "ρ = {0}")
  @CsvSource({"0.0", "0.5", "-0.5", "0.9"})
  void correlatedResidualsCountAsAutoregressionsTheoryHasIt(double rho) {
    int samples = 20_000;
    SplittableRandom random = new SplittableRandom(7);
    double[] errors = new double[samples];
    double error = random.nextGaussian();
    for (int t = 0; t < samples; t++) {
      errors[t] = error;
      error = rho * error + Math.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    Rows rows =
        new Rows(
            Matrix.zeros(samples, 1).map(zero -> 1),
            Matrix.adopt(samples, 1, errors),
            Matrix.zeros(samples, 1),
            1000,
            5);
    double effective = Residuals.effectiveSamples(rows, Matrix.zeros(1, 1)).get(0);
    // Σ ρ^{2|k|} = (1 + ρ²)/(1 − ρ²).
    double theory = samples * (1 - rho * rho) / (1 + rho * rho);
    assertEquals(theory, effective, 0.15 * theory);
  }
}
