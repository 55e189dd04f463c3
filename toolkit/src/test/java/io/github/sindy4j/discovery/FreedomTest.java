package io.github.sindy4j.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a fit leaves open is what the verdicts say. */
class FreedomTest {
  private static final List<String> XY = List.of("x", "y");

  private static double[] hopf(double t, double[] x) {
    double square = x[0] * x[0] + x[1] * x[1];
    return new double[] {x[0] / 2 - x[1] - square * x[0], x[0] + x[1] / 2 - square * x[1]};
  }

  private static Subject fitted(Dataset data, int degree) {
    SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(degree)).fit(data);
    FoldedData folded = Folding.fold(fit.rows().source(), Progress.NONE);
    Matrix full = new LeastSquares().solve(RegressionProblem.of(folded)).coefficients();
    Vec effective = Residuals.effectiveSamples(fit.rows().source(), full);
    Freedom freedom =
        Freedom.of(folded.withEffectiveSamples(effective), fit.model().coefficients());
    Matrix x = data.trajectories().get(0).states();
    double[] lower = new double[x.cols()];
    double[] upper = new double[x.cols()];
    for (int i = 0; i < x.cols(); i++) {
      lower[i] = Arrays.stream(x.col(i).toArray()).min().orElseThrow();
      upper[i] = Arrays.stream(x.col(i).toArray()).max().orElseThrow();
    }
    return Subject.field(
            fit.model().library(),
            fit.model().coefficients(),
            new Region(Vec.adopt(lower), Vec.adopt(upper)))
        .withFreedom(freedom);
  }

  private static Dataset hopfData(double radius, double noise) {
    Vec times = Orbits.grid(2000, 0.01);
    Matrix states = Orbits.states(FreedomTest::hopf, times, radius, 0);
    return Dataset.of(times, Orbits.noisy(states, noise, new SplittableRandom(4)), "x", "y");
  }

  @Test
  void transientsDecideTheRotation() {
    for (double noise : new double[] {0, 0.001, 0.01}) {
      Subject subject = fitted(hopfData(0.05, noise), 3);
      SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.affine(XY));
      assertEquals(1, spectrum.dimension(), spectrum.toString());
      Finding rotation = spectrum.generators().get(0);
      assertEquals("-y ∂/∂x + x ∂/∂y", rotation.generator().text(), "noise " + noise);
      assertTrue(rotation.defect() <= rotation.uncertainty(), rotation.toString());
      assertEquals(0, spectrum.undecidable());
      assertEquals(6, spectrum.each().stream().filter(f -> f.verdict() == Verdict.BROKEN).count());
    }
  }

  /** On r² = 1/2 the fields (r² − 1/2) eᵢ vanish: rows without noise leave them free altogether. */
  @Test
  void oneClosedOrbitDecidesNothing() {
    for (double noise : new double[] {0, 0.01}) {
      Subject subject = fitted(hopfData(Math.sqrt(0.5), noise), 3);
      SymmetrySpectrum spectrum =
          Discovery.defaults().withDiscrete().of(subject, Fields.euclidean(XY));
      Finding rotation = spectrum.each().get(0);
      assertEquals(Verdict.UNDECIDABLE, rotation.verdict(), "noise " + noise);
      assertTrue(rotation.defect() < 0.01);
      assertTrue(rotation.uncertainty() > 1);
      assertEquals(noise == 0, Double.isInfinite(rotation.uncertainty()));
      assertEquals(0, spectrum.dimension());
      assertEquals(3, spectrum.undecidable());
      assertEquals(1, spectrum.discrete().orElseThrow().order());
      assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("undecidable")));
    }
  }

  /** With a library that has nothing to confuse on the circle, the circle decides. */
  @Test
  void aLinearLibraryIsDecidedByOneOrbit() {
    Subject subject = fitted(hopfData(Math.sqrt(0.5), 0), 1);
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, Fields.euclidean(XY));
    assertEquals(Verdict.HELD, spectrum.each().get(0).verdict());
    assertTrue(spectrum.generators().get(0).trivial());
  }

  @Test
  void anEllipsoidOfOneTermHasTheWidthThatTheResidualAllows() {
    // y = w x + e with x = ±1 and e orthogonal to x: ε² = κ ‖e‖²/(N − 1), Δw = ε/√N.
    int samples = 400;

    double[][] rows = new double[samples][];
    for (int t = 0; t < samples; t++) {
      double x = t % 2 == 0 ? 1 : -1;
      double e = t % 4 < 2 ? 0.1 : -0.1;
      rows[t] = new double[] {x, 3 * x + e};
    }

    FoldedData data =
        FoldedData.of(
            new RegressionSummary(
                1, TriangularFold.triangle(Matrix.ofRows(rows)), Vec.zeros(2), samples));
    Freedom freedom = Freedom.of(data, Matrix.ofRows(new double[] {3}));
    double kappa = 1 + 2 * Math.sqrt(3) + 6;
    double expected = Math.sqrt(kappa * 0.01 * samples / (samples - 1) / samples);
    assertEquals(expected, freedom.largest(Matrix.identity(1), Vec.of(1)), 1e-12);
    assertEquals(0, freedom.unbounded().cols());
  }
}
