package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A smoothed fit is replayed beside its smoothed states. */
class SmoothedReplayTest {
  private static final Vec TIMES = Orbits.grid(1200, 0.02);
  private static final Matrix TRUTH = Orbits.states(Orbits::vanDerPol, TIMES, 0.5, 0);

  /** Noise of about half the spread. */
  private static Dataset noisy() {
    Random random = new Random(2);
    double[] values = TRUTH.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] += 0.6 * random.nextGaussian();
    }
    return Dataset.of(TIMES, Matrix.adopt(TRUTH.rows(), 2, values), "x", "y");
  }

  @Test
  void aReplayFollowsTheSmoothedStatesThroughNoiseInWhichNoModelCouldFollowTheMeasuredOnes() {
    Dataset data = noisy();
    SindyFit fit =
        Sindy.over(LibrarySpec.parse("polynomial:3"))
            .formulatedBy(Approach.parse("smoother"))
            .fit(data);
    Replay beside = fit.replay(Orbits::integrate);
    assertEquals(23.98, beside.validTime(), 2, "the whole run");
    Replay measured =
        Replay.from(fit.smoothed(), fit.model(), data, Between.LINEAR, Orbits::integrate);
    assertTrue(measured.validTime() < 1, "valid for " + measured.validTime());
    assertEquals(
        measured.runs().get(0).solution().states(), beside.runs().get(0).solution().states());
  }
}
