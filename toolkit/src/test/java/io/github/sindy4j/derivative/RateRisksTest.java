package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateRisksTest {
  private static final Vec NOISE = Vec.of(0.01, 0.02);

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 9, 11, 31})
  void degreesOfOneWindowHaveTogetherTheBitsTheyHaveAlone(int window) {
    requireEqualRisks(window, trajectory(200, 0.05));
    requireEqualRisks(window, trajectory(200, 0));
  }

  private static void requireEqualRisks(int window, Trajectory uneven) {
    int[] degrees =
        window < 7 ? new int[] {2} : window < 9 ? new int[] {2, 4} : new int[] {2, 4, 6};
    RateRisks together = new RateRisks(2, window, degrees);
    together.add(uneven, uneven.segments().get(0), 3);
    for (int d = 0; d < degrees.length; d++) {
      RateRisk alone = new RateRisk(2, window, degrees[d]);
      alone.add(uneven, uneven.segments().get(0), 3);
      assertEquals(alone.of(NOISE), together.of(d).of(NOISE), 0, "degree " + degrees[d]);
    }
  }

  private static Trajectory trajectory(int samples, double spread) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    double[] times = new double[samples];
    double[][] states = new double[samples][];
    double t = 0;
    for (int i = 0; i < samples; i++) {
      t += 0.05 + spread * random.nextDouble();
      times[i] = t;
      states[i] =
          new double[] {
            Math.sin(t) + 0.01 * random.nextGaussian(), Math.exp(-t) + 0.02 * random.nextGaussian()
          };
    }
    return Trajectory.of("uneven", Vec.of(times), Matrix.ofRows(states));
  }
}
