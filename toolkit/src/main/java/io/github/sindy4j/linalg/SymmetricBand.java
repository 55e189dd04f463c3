package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * A = Aᵀ ∈ R^(n×n) with Aᵢⱼ = 0 wherever |i − j| &gt; w; immutable.
 *
 * <p>Only the lower half is kept, column by column: A_{j+k, j} stands at j (w + 1) + k, for k = 0 …
 * w. What stands beyond the last row is never read.
 */
public final class SymmetricBand implements LinearMap, BandColumns {
  private final int size;
  private final int width;
  private final double[] lower;

  private SymmetricBand(int size, int width, double[] lower) {
    if (size < 0 || width < 0 || lower.length != Math.multiplyExact(size, width + 1)) {
      throw new IllegalArgumentException(
          "SymmetricBand of size "
              + size
              + " and width "
              + width
              + ": not "
              + lower.length
              + " entries");
    }
    this.size = size;
    this.width = width;
    this.lower = lower;
  }

  /**
   * The matrix that takes over this array of the lower half: the caller must not touch it again.
   */
  public static SymmetricBand adopt(int size, int width, double[] lower) {
    return new SymmetricBand(size, width, lower);
  }

  /** n. */
  @Override
  public int size() {
    return size;
  }

  /** w, the number of diagonals below the main one. */
  @Override
  public int width() {
    return width;
  }

  @Override
  public int group() {
    return 1;
  }

  @Override
  public BandVisitor writer() {
    return BandPart.whole(size, width, lower)::addTo;
  }

  @Override
  public int rows() {
    return size;
  }

  @Override
  public int cols() {
    return size;
  }

  /** Aᵢⱼ, counted from 0; zero outside the band. */
  public double get(int i, int j) {
    int row = Math.max(i, j);
    int col = Math.min(i, j);
    return row - col > width ? 0 : lower[col * (width + 1) + row - col];
  }

  /** Aᵢᵢ. */
  public Vec diagonal() {
    double[] diagonal = new double[size];
    for (int i = 0; i < size; i++) {
      diagonal[i] = lower[i * (width + 1)];
    }
    return Vec.adopt(diagonal);
  }

  /** The lower half, column by column, copied. */
  public double[] toArray() {
    return lower.clone();
  }

  @Override
  public Vec apply(Vec x) {
    Shape.requireEqual("SymmetricBand.apply: size of x", size, x.size());
    double[] product = new double[size];
    for (int j = 0; j < size; j++) {
      int at = j * (width + 1);
      int reach = Math.min(width, size - 1 - j);
      double sum = lower[at] * x.get(j);
      for (int k = 1; k <= reach; k++) {
        sum += lower[at + k] * x.get(j + k);
        product[j + k] += lower[at + k] * x.get(j);
      }
      product[j] += sum;
    }
    return Vec.adopt(product);
  }

  @Override
  public Vec applyTranspose(Vec y) {
    return apply(y);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof SymmetricBand that) || size != that.size || width != that.width) {
      return false;
    }
    for (int j = 0; j < size; j++) {
      int from = j * (width + 1);
      int to = from + Math.min(width, size - 1 - j) + 1;
      if (!Arrays.equals(lower, from, to, that.lower, from, to)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * size + width) + diagonal().hashCode();
  }
}
