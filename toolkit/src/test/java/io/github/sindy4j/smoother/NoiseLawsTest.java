package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Parametrisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether noise is in proportion to a state is told from the data. */
class NoiseLawsTest {
  private static final int SAMPLES = 100;
  private static final Library TERMS = PolynomialLibrary.ofDegree(2).over(List.of("x", "y"));

  /** x and y² in x', y in y'. */
  private static final List<Integer> TRUE = List.of(1, 5, 8);

  /** x' = y²/10 − 3 x/10, y' = y from (1/2, 3/5), solved by hand. */
  private static Matrix growth(Vec times) {
    double[] states = new double[2 * times.size()];
    for (int k = 0; k < times.size(); k++) {
      double t = times.get(k);
      // Particular solution 0.036/2.3 e^{2t}, and what is left decays.
      double forced = 0.036 / 2.3;
      states[2 * k] = forced * Math.exp(2 * t) + (0.5 - forced) * Math.exp(-0.3 * t);
      states[2 * k + 1] = 0.6 * Math.exp(t);
    }
    return Matrix.adopt(times.size(), 2, states);
  }

  /** With noise of 5 % of the state, or of its root mean square. */
  private static SmootherFit drawn(long seed, boolean proportional, List<Demand> demands) {
    Vec times = Orbits.grid(SAMPLES, 0.02);
    double[] values = growth(times).toArray();
    double[] clean = values.clone();
    Random random = new Random(seed);
    for (int k = 0; k < values.length; k++) {
      double size = proportional ? clean[k] : Math.sqrt(squares(clean, k % 2));
      values[k] += 0.05 * size * random.nextGaussian();
    }
    List<String> names = IntStream.range(0, 2 * TERMS.size()).mapToObj(k -> "w" + k).toList();
    return Smoother.defaults()
        .fit(
            Dataset.of(times, Matrix.adopt(SAMPLES, 2, values), "x", "y"),
            TERMS,
            Parametrisation.of(demands, names),
            Progress.NONE);
  }

  private static double squares(double[] states, int column) {
    double sum = 0;
    for (int k = column; k < states.length; k += 2) {
      sum += states[k] * states[k];
    }
    return sum * 2 / states.length;
  }

  @Test
  void noiseInProportionToAStateIsSeenWithItsSize() {
    for (long seed = 0; seed < 10; seed++) {
      SmootherFit fit = drawn(seed, true, List.of());
      assertEquals(NoiseLaw.PROPORTIONAL, fit.laws().get(1), "seed " + seed);
      assertEquals(0.05, fit.shares().get(1), 0.012, "seed " + seed);
    }
  }

  @Test
  void constantNoiseIsNotTakenForAnythingElse() {
    for (long seed = 0; seed < 20; seed++) {
      SmootherFit fit = drawn(seed, false, List.of());
      assertEquals(List.of(NoiseLaw.CONSTANT, NoiseLaw.CONSTANT), fit.laws(), "seed " + seed);
    }
  }

  /** The noise hides whether x decays or is pushed about at random, which is one number more. */
  @Test
  void equationsThatHoldExactlyArePreferredToRandomForcesOfTheSameLikelihood() {
    List<Demand.Row> zeros = new ArrayList<>();
    for (int k = 0; k < 2 * TERMS.size(); k++) {
      if (!TRUE.contains(k)) {
        TreeMap<Integer, Rational> entry = new TreeMap<>(Map.of(k, Rational.ONE));
        zeros.add(new Demand.Row(entry, Rational.ZERO));
      }
    }
    Demand scaling = new Demand("scaling(x:2,y:1)", Demand.Relation.EQUAL, zeros, true);
    for (long seed = 0; seed < 40; seed++) {
      Matrix w = drawn(seed, true, List.of(scaling)).coefficients();
      for (int k : TRUE) {
        assertTrue(w.get(k / TERMS.size(), k % TERMS.size()) != 0, "seed " + seed + "\n" + w);
      }
    }
  }

  @Test
  void weightsAreSquaresOfTheStateBesideItsMeanSquareAndHaveAFloor() {
    Vec times = Orbits.grid(4, 1);
    double[] x = {0, 3, 1, -3, 2, 3, 5, 3};
    Piece piece = Pieces.of(times.toArray(), x);
    NoiseLaws constant = NoiseLaws.constant(List.of(piece), 2);
    double[] weights = constant.proportional(List.of(0)).weights(x);
    double square = (0 + 1 + 4 + 25) / 4.0;
    for (int k = 0; k < 4; k++) {
      assertEquals(x[2 * k] * x[2 * k] / square + 1e-4, weights[2 * k], 1e-12);
      assertEquals(1, weights[2 * k + 1]);
    }
    assertEquals(0.1, constant.shares(Vec.of(0.01 * square, 9)).get(0), 1e-12);
    assertTrue(constant.isConstant());
  }
}
