package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** x″ = x − x³ − 0.2 x′, with white or correlated noise. */
class SmootherNoticesTest {
  private static final Vec TIMES = Orbits.grid(600, 0.05);

  private static Dataset data(double rho) {
    Matrix states =
        Orbits.states(
            (t, x) -> new double[] {x[1], -0.2 * x[1] + x[0] - x[0] * x[0] * x[0]}, TIMES, 1.5, 0);
    Random random = new Random(5);
    double[] y = states.toArray();
    double[] e = {0, 0};
    for (int k = 0; k < y.length; k++) {
      e[k % 2] = rho * e[k % 2] + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      y[k] += 0.02 * e[k % 2];
    }
    return Dataset.of(TIMES, Matrix.adopt(states.rows(), 2, y), "x", "v");
  }

  private static Sindy over(String library) {
    return Sindy.over(LibrarySpec.parse(library));
  }

  private static Optional<Notice> told(SindyFit fit, String code) {
    return fit.notices().stream().filter(notice -> notice.code().equals(code)).findFirst();
  }

  @Test
  void anIncompleteLibraryIsToldWithTheEquationTheDefectAndTheTerm() {
    String text =
        told(over("polynomial:2").fit(data(0)), "library-incomplete").orElseThrow().text();
    assertTrue(text.contains("v' leaves "), text);
    assertTrue(text.contains("with x^3 nothing of it is left"), text);
    assertTrue(text.contains("--library '… + expr(x^3)'"), text);
  }

  @Test
  void theTermIsFoundUnderDemands() {
    SindyFit fit = over("polynomial:2").constrainedBy("x: x = 0").fit(data(0));
    String text = told(fit, "library-incomplete").orElseThrow().text();
    assertTrue(text.contains("with x^3 nothing of it is left"), text);
  }

  @Test
  void theRightLibraryIsNotWarnedOf() {
    SindyFit fit = over("polynomial:3").fit(data(0));
    assertEquals(List.of(), fit.notices().stream().filter(Notice::isWarning).toList());
  }

  @Test
  void correlatedNoiseIsCalledNotWhite() {
    SindyFit fit = over("polynomial:3").fit(data(0.7));
    String text = told(fit, "not-white").orElseThrow().text();
    assertTrue(text.startsWith("the noise is not white: beside white noise "), text);
    assertEquals(Optional.empty(), told(fit, "library-incomplete"));
  }
}
