package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final Dataset CLEAN =
      Systems.named("seir").simulation().withSamples(5000).withStep(0.01).dataset();

  @Test
  void noiseOfTheRootMeanSquareIsTheSameInAllStatesOfATrajectory() {
    Dataset noisy = Noise.of(Noise.Size.ROOT_MEAN_SQUARE, 2, 3).addedTo(CLEAN);
    for (int k = 0; k < 2; k++) {
      Matrix x = CLEAN.trajectories().get(k).states();
      Matrix e = noisy.trajectories().get(k).states().minus(x);
      double rms = x.norm() / Math.sqrt(x.rows() * x.cols());
      for (int j = 0; j < 3; j++) {
        assertEquals(0.02 * rms, e.col(j).norm() / Math.sqrt(x.rows()), 0.001 * rms);
      }
    }
  }

  @Test
  void noiseOfTheValueIsAPartOfEachNumber() {
    Dataset noisy = Noise.of(Noise.Size.VALUE, 5, 3).addedTo(CLEAN);
    Vec x = CLEAN.first().states().col(0);
    Vec y = noisy.first().states().col(0);
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      sum += Math.pow(y.get(i) / x.get(i) - 1, 2);
    }
    assertEquals(0.05, Math.sqrt(sum / x.size()), 0.002);
    assertTrue(noisy.notices().get(0).text().contains("5.0 % of each value"));
  }

  @Test
  void noNoiseLeavesTheDataAndLessThanNoneIsRefused() {
    assertSame(CLEAN, Noise.of(Noise.Size.DEVIATION, 0, 1).addedTo(CLEAN));
    assertThrows(BadSetting.class, () -> Noise.of(Noise.Size.VALUE, -1, 1));
  }
}
