package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link MatrixMap} keeps: it is linear, and its transpose is its transpose. */
public interface MatrixMapContract {
  /** The map under test, of at least one row, column and unknown. */
  MatrixMap subject();

  private static Matrix noise(SplittableRandom random, int rows, int cols) {
    return Matrix.adopt(rows, cols, LinearMapContract.noise(random, rows * cols).toArray());
  }

  private static Vec vec(Matrix a) {
    return Vec.adopt(a.toArray());
  }

  @Test
  default void theTransposeMovesToTheOtherSideOfTheInnerProduct() {
    MatrixMap map = subject();
    SplittableRandom random = new SplittableRandom(11);
    for (int draw = 0; draw < 20; draw++) {
      Vec w = LinearMapContract.noise(random, map.unknowns());
      Matrix z = noise(random, map.rows(), map.cols());
      Vec image = vec(map.apply(w));
      Vec back = map.applyTranspose(z);
      assertEquals(
          image.dot(vec(z)),
          w.dot(back),
          1e-12 * (image.norm() * vec(z).norm() + w.norm() * back.norm()));
    }
  }

  @Test
  default void sumsAndMultiplesPassThrough() {
    MatrixMap map = subject();
    SplittableRandom random = new SplittableRandom(12);
    Vec v = LinearMapContract.noise(random, map.unknowns());
    Vec w = LinearMapContract.noise(random, map.unknowns());
    Vec together = vec(map.apply(v.times(3).plus(w.times(-0.5))));
    Vec apart = vec(map.apply(v)).times(3).plus(vec(map.apply(w)).times(-0.5));
    assertEquals(0, together.minus(apart).norm(), 1e-13 * (1 + apart.norm()));
  }

  @Test
  default void imagesHaveTheStatedShape() {
    MatrixMap map = subject();
    Matrix image = map.apply(Vec.zeros(map.unknowns()));
    assertEquals(map.rows(), image.rows());
    assertEquals(map.cols(), image.cols());
    assertEquals(map.unknowns(), map.applyTranspose(image).size());
  }

  @Test
  default void theGramMatrixGivesTheSquaredNormOfTheImage() {
    MatrixMap map = subject();
    Vec w = LinearMapContract.noise(new SplittableRandom(13), map.unknowns());
    double norm = vec(map.apply(w)).norm();
    assertEquals(norm * norm, w.dot(map.gram().apply(w)), 1e-12 * norm * norm);
  }
}
