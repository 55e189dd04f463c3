package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * The part of vectors that the columns of A cannot make, in m − rank coordinates: Eᵀ x with E an
 * orthonormal basis of the complement of the column space of A.
 */
public final class Complement {
  private final int size;
  private final Reflections reflections;

  private Complement(int size, Reflections reflections) {
    this.size = size;
    this.reflections = reflections;
  }

  /** Of A, m×k; columns that are zero beside the longest, in the tolerance, add nothing. */
  public static Complement of(Matrix a, Tolerance tolerance) {
    double[][] columns = new double[a.cols()][];
    Arrays.setAll(columns, j -> a.col(j).toArray());
    return new Complement(a.rows(), Reflections.of(columns, a.rows(), tolerance));
  }

  /** The rank of A. */
  public int rank() {
    return reflections.rank();
  }

  /** Eᵀ B. */
  public Matrix of(Matrix b) {
    Shape.requireEqual("Complement: rows of B", size, b.rows());
    double[] rotated = b.toArray();
    reflections.rotateBack(rotated, b.cols());
    return Matrix.adopt(
        size - rank(), b.cols(), Arrays.copyOfRange(rotated, rank() * b.cols(), rotated.length));
  }

  /** Eᵀ b. */
  public Vec of(Vec b) {
    return Vec.adopt(of(b.asMatrix(b.size(), 1)).toArray());
  }
}
