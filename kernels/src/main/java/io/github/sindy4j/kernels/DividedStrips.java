package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.STRIP;
import static io.github.sindy4j.kernels.Tiles.WIDTH;

import io.github.sindy4j.linalg.View;
import java.util.Arrays;

/** X = B U⁻¹, strip by strip, for a triangle that is packed once. Immutable. */
final class DividedStrips {
  private final PackedColumns u;
  private final int size;

  DividedStrips(View u) {
    this.u = PackedColumns.triangle(u);
    this.size = u.columns();
  }

  /** The number of columns of X: those of U, and others of zeros that fill the last tile. */
  int columns() {
    return (size + WIDTH - 1) / WIDTH * WIDTH;
  }

  /**
   * X of one strip.
   *
   * @param i the first row of the strip in B; what B has no rows for is divided as zeros
   * @param x where X is written, a whole strip of {@link #columns()}, its first column from {@code
   *     at} on
   */
  void divide(View b, int i, double[] x, int at, int stride) {
    boolean whole = b.rows() - i >= STRIP;
    for (int j = 0; j < size; j += WIDTH) {
      int to = at + j * stride;
      if (whole && j + WIDTH <= size) {
        Tiles.sums(
            x, at, stride, u, j / WIDTH, b.values(), b.offset(j) + i, b.stride(), x, to, stride);
      } else {
        stage(b, i, j, x, to, stride);
        Tiles.sums(x, at, stride, u, j / WIDTH, x, to, stride, x, to, stride);
      }
    }
  }

  /** Copies columns j … j + 3 of a strip, with zeros where there is nothing. */
  private void stage(View b, int i, int j, double[] x, int at, int stride) {
    int rows = Math.min(STRIP, b.rows() - i);
    for (int k = 0; k < WIDTH; k++) {
      int count = j + k < size ? rows : 0;
      int to = at + k * stride;
      if (count > 0) {
        System.arraycopy(b.values(), b.offset(j + k) + i, x, to, count);
      }
      Arrays.fill(x, to + count, to + STRIP, 0);
    }
  }
}
