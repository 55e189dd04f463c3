package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link LinearMap} keeps: it is linear, and its transpose is its transpose. */
public interface LinearMapContract {
  /** The map under test, of at least one row and column. */
  LinearMap subject();

  /** A vector of white noise. */
  static Vec noise(SplittableRandom random, int size) {
    return Vec.zeros(size).map(zero -> random.nextGaussian());
  }

  @Test
  default void theTransposeMovesToTheOtherSideOfTheInnerProduct() {
    LinearMap a = subject();
    SplittableRandom random = new SplittableRandom(11);
    for (int draw = 0; draw < 20; draw++) {
      Vec x = noise(random, a.cols());
      Vec y = noise(random, a.rows());
      Vec ax = a.apply(x);
      assertEquals(
          ax.dot(y),
          x.dot(a.applyTranspose(y)),
          1e-12 * (ax.norm() * y.norm() + x.norm() * a.applyTranspose(y).norm()));
    }
  }

  @Test
  default void sumsAndMultiplesPassThrough() {
    LinearMap a = subject();
    SplittableRandom random = new SplittableRandom(12);
    Vec x = noise(random, a.cols());
    Vec y = noise(random, a.cols());
    Vec together = a.apply(x.times(3).plus(y.times(-0.5)));
    Vec apart = a.apply(x).times(3).plus(a.apply(y).times(-0.5));
    assertEquals(0, together.minus(apart).norm(), 1e-13 * (apart.norm() + a.apply(x).norm()));
  }

  @Test
  default void theMatrixDoesWhatTheMapDoes() {
    LinearMap a = subject();
    Matrix matrix = a.toMatrix();
    Vec x = noise(new SplittableRandom(13), a.cols());
    Vec expected = a.apply(x);
    assertEquals(a.rows(), matrix.rows());
    assertEquals(a.cols(), matrix.cols());
    assertEquals(0, matrix.apply(x).minus(expected).norm(), 1e-12 * expected.norm());
  }
}
