package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KuramotoTest {
  private static final double[] OMEGA = {1, 1.4, 0.7, 1.9, 0.4};

  /** θᵢ' = ωᵢ + K r sin(ψ − θᵢ) with the mean field r e^{iψ} = Σⱼ e^{iθⱼ} / N: another way. */
  @Test
  void everyOscillatorFollowsTheMeanField() {
    KnownSystem system = Systems.named("kuramoto");
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 20; trial++) {
      double[] theta = new double[5];
      double re = 0;
      double im = 0;
      for (int i = 0; i < 5; i++) {
        theta[i] = random.nextDouble(-7, 7);
        re += Math.cos(theta[i]) / 5;
        im += Math.sin(theta[i]) / 5;
      }
      double[] rates = new double[5];
      system.field().evaluator().rates(0, theta, rates);
      for (int i = 0; i < 5; i++) {
        double expected =
            OMEGA[i] + 0.5 * Math.hypot(re, im) * Math.sin(Math.atan2(im, re) - theta[i]);
        assertEquals(expected, rates[i], 1e-14, "at " + Vec.of(theta));
      }
    }
  }

  /** The constant, and the sine and cosine of ten differences: 21 terms, of which 25 enter. */
  @Test
  void theLibraryHoldsTheSineAndCosineOfEveryPair() {
    KnownSystem system = Systems.named("kuramoto");

    assertEquals(21, system.model().library().size());
    assertEquals(25, system.coefficients().size());
    assertEquals("cos(theta4 - theta5)", system.model().library().termNames().get(20));
  }
}
