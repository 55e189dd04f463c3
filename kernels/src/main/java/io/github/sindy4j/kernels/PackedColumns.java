package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.WIDTH;

import io.github.sindy4j.linalg.View;

/**
 * Coefficients in the order in which {@link Tiles#sums} reads them: {@value Tiles#WIDTH} columns
 * side by side, row by row, and zeros where there are no more columns.
 *
 * <p>A rectangle s C is read as it is. Of a triangle U, which rows are divided by, the columns j …
 * j + 3 are −U down to row j − 1, and then column by column −uₖⱼ, k ≥ j, and 1 / uⱼⱼ; missing
 * columns are those of the unit matrix.
 */
final class PackedColumns {
  private final double[] values;
  private final int rows;
  private final boolean triangle;

  private PackedColumns(double[] values, int rows, boolean triangle) {
    this.values = values;
    this.rows = rows;
    this.triangle = triangle;
  }

  /** Columns {@code from … to − 1} of s C. */
  static PackedColumns of(double sign, View c, int from, int to) {
    int groups = (to - from + WIDTH - 1) / WIDTH;
    double[] values = new double[groups * WIDTH * c.rows()];
    for (int j = from; j < to; j++) {
      int at = (j - from) / WIDTH * WIDTH * c.rows() + (j - from) % WIDTH;
      for (int k = 0; k < c.rows(); k++) {
        values[at + k * WIDTH] = sign * c.get(k, j);
      }
    }
    return new PackedColumns(values, c.rows(), false);
  }

  /** A triangle. */
  static PackedColumns triangle(View u) {
    int size = u.columns();
    int groups = (size + WIDTH - 1) / WIDTH;
    double[] values = new double[before(groups)];
    for (int j = 0; j < groups * WIDTH; j++) {
      int lane = j % WIDTH;
      int first = j - lane;
      int at = before(j / WIDTH);
      int inTile = at + first * WIDTH + lane * (lane + 1) / 2;
      for (int k = 0; k < j && j < size; k++) {
        values[k < first ? at + k * WIDTH + lane : inTile + k - first] = -u.get(k, j);
      }
      values[inTile + lane] = j < size ? 1 / u.get(j, j) : 1;
    }
    return new PackedColumns(values, size, true);
  }

  /** The size of so many groups of a triangle. */
  private static int before(int group) {
    return WIDTH * WIDTH * group * (group - 1) / 2 + WIDTH * (WIDTH + 1) / 2 * group;
  }

  /** All numbers. */
  double[] values() {
    return values;
  }

  /** Where a group of columns begins. */
  int offset(int group) {
    return triangle ? before(group) : group * WIDTH * rows;
  }

  /** How many rows a group has, apart from those where a triangle ends. */
  int inner(int group) {
    return triangle ? group * WIDTH : rows;
  }

  /** Whether rows are divided by it. */
  boolean isTriangle() {
    return triangle;
  }
}
