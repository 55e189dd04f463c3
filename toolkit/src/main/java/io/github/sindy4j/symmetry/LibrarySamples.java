package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A library's functions at points of a box where all of them are finite. */
final class LibrarySamples {
  /** So many points are tried for one that is kept. */
  private static final int PATIENCE = 100;

  /** Beyond this, squares would overflow; NaN is beyond, too. */
  private static final double HUGE = 1e100;

  private final Library library;

  LibrarySamples(Library library) {
    this.library = library;
  }

  /**
   * The first {@code count} points of the box where every term and its derivatives are finite, and
   * stay so when the points are moved by one of these matrices; empty when the box has too few.
   */
  Optional<Matrix> points(Region region, int count, List<Matrix> maps) {
    for (int tried = count; tried <= PATIENCE * count; tried *= 2) {
      Matrix all = region.points(tried);
      boolean[] fine = new boolean[tried];
      Arrays.fill(fine, true);
      for (int l = 0; l < all.cols(); l++) {
        keepFinite(derivative(all, l), fine);
      }
      keepFinite(values(all), fine);
      maps.forEach(a -> keepFinite(values(all.times(a.transpose())), fine));
      int[] kept = IntStream.range(0, tried).filter(i -> fine[i]).limit(count).toArray();
      if (kept.length == count) {
        return Optional.of(all.rowsAt(kept));
      }
    }
    return Optional.empty();
  }

  /** θ, N×p. */
  Matrix values(Matrix points) {
    Block theta = new Block(points.rows(), library.size());
    library.evaluate(Block.of(points), theta);
    return theta.toMatrix();
  }

  /** ∂θ/∂x_l, N×p. */
  Matrix derivative(Matrix points, int l) {
    Block direction = new Block(points.rows(), points.cols());
    direction.setRows(points.rows());
    direction.fill(l, 1);
    Block derivative = new Block(points.rows(), library.size());
    library.derivative(Block.of(points), direction, derivative);
    return derivative.toMatrix();
  }

  private static void keepFinite(Matrix values, boolean[] fine) {
    for (int i = 0; i < fine.length; i++) {
      for (int j = 0; j < values.cols() && fine[i]; j++) {
        fine[i] = Math.abs(values.get(i, j)) <= HUGE;
      }
    }
  }
}
