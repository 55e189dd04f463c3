package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Parametrisation;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A few long steps, over which no quadrature is good, do not spoil the short ones. */
class UnevenStepsTest {
  private static final Library PLANE = PolynomialLibrary.ofDegree(3).over(List.of("x", "y"));
  private static final int SAMPLES = 600;

  /** Steps of 0.05; every so many of them is one of 0.7. */
  private static SmootherFit fit(int every) {
    double[] times = new double[SAMPLES];
    for (int k = 1; k < SAMPLES; k++) {
      times[k] = times[k - 1] + (k % every == 0 ? 0.7 : 0.05);
    }
    Vec grid = Vec.adopt(times);
    Random random = new Random(4);
    double[] values = Orbits.states(Orbits::vanDerPol, grid, 0.5, 0).toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] += 0.02 * random.nextGaussian();
    }
    List<String> names = IntStream.range(0, 2 * PLANE.size()).mapToObj(k -> "w" + k).toList();
    return Smoother.defaults()
        .fit(
            Dataset.of(grid, Matrix.adopt(SAMPLES, 2, values), "x", "y"),
            PLANE,
            Parametrisation.of(List.of(), names),
            Progress.NONE);
  }

  private static double error(SmootherFit fit) {
    List<String> terms = PLANE.termNames();
    double[] truth = new double[2 * PLANE.size()];
    truth[terms.indexOf("y")] = 1;
    truth[PLANE.size() + terms.indexOf("x")] = -1;
    truth[PLANE.size() + terms.indexOf("y")] = 1;
    truth[PLANE.size() + terms.indexOf("x^2 y")] = -1;
    Matrix expected = Matrix.adopt(2, PLANE.size(), truth);
    for (int k = 0; k < truth.length; k++) {
      assertEquals(truth[k] != 0, fit.coefficients().toArray()[k] != 0, "coefficient " + k);
    }
    return fit.coefficients().minus(expected).norm() / expected.norm();
  }

  @Test
  void theDefectIsThatOfMostSteps() {
    SmootherFit even = fit(SAMPLES);
    SmootherFit uneven = fit(20);
    for (int i = 0; i < 2; i++) {
      assertTrue(uneven.defect().get(i) < 0.002, uneven.defect() + " after " + even.defect());
      assertEquals(0.02, uneven.noise().get(i), 0.002);
    }
    // One variance for all rows makes it 0.04.
    assertTrue(error(uneven) < 0.01, error(uneven) + " after " + error(even));
  }
}
