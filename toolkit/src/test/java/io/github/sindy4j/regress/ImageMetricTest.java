package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracles: the isometry itself, the transpose, the count of dimensions. */
class ImageMetricTest {
  private static Vec noise(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    return Vec.zeros(size).map(zero -> random.nextGaussian());
  }

  @Test
  void lengthsOfImagesAreKeptAndTheKernelHasNone() {
    for (RecoveryProblem problem :
        new RecoveryProblem[] {
          RecoveryProblem.translations(4, 3, 0), RecoveryProblem.euclidean(3, 4, 0)
        }) {
      ImageMetric metric = ImageMetric.of(problem.map());
      Vec v = noise(1, metric.dimension());
      assertEquals(v.norm(), problem.map().apply(metric.coefficients(v)).norm(), 1e-10);
      assertEquals(problem.truth().size(), metric.dimension() + metric.kernel().cols());
      assertEquals(1, metric.kernel().cols());
      assertEquals(0, problem.map().apply(metric.kernel().col(0)).norm(), 1e-12);
    }
  }

  @Test
  void pullIsTheTransposeOfImage() {
    ImageMetric metric = ImageMetric.of(RecoveryProblem.euclidean(3, 3, 0).map());
    Vec v = noise(2, metric.dimension());
    Matrix z =
        noise(3, metric.map().rows() * metric.map().cols())
            .asMatrix(metric.map().rows(), metric.map().cols());
    assertEquals(metric.image(v).dot(z), v.dot(metric.pull(z)), 1e-10);
  }

  @Test
  void theMetricOfAnotherMapIsRefused() {
    RecoveryProblem problem = RecoveryProblem.translations(4, 2, 0);
    ImageMetric other = ImageMetric.of(RecoveryProblem.euclidean(4, 2, 0).map());
    assertThrows(
        IllegalArgumentException.class,
        () -> NuclearInterpolation.defaults().solve(problem.with(8), other));
  }
}
