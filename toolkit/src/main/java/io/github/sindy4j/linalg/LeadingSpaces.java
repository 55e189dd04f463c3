package io.github.sindy4j.linalg;

/**
 * The spaces of the r largest singular values of X: U and V with orthonormal columns, X ≈ U Uᵀ X ≈
 * X V Vᵀ.
 *
 * <p>From the eigenvectors of the smaller of XᵀX and XXᵀ: fast, and as good as the singular value
 * decomposition where σᵣ is well above 1e-8 σ₁. The other side is the image of that one, so that
 * {@link #outside} bounds σᵣ₊₁ to rounding, not to its square root.
 *
 * @param left U, P×r; columns of zeros where X has not so many directions
 * @param right V, q×r; the same
 * @param largest σ₁
 */
public record LeadingSpaces(Matrix left, Matrix right, double largest) {
  /** Of X, with r at most as large as its smaller side. */
  public static LeadingSpaces of(Matrix x, int r) {
    Shape.require(
        r >= 0 && r <= Math.min(x.rows(), x.cols()),
        "LeadingSpaces: " + r + " of a matrix " + x.rows() + "×" + x.cols());
    boolean tall = x.rows() >= x.cols();
    Matrix narrow = tall ? x : x.transpose();
    SymmetricEigen eigen = SymmetricEigen.of(narrow.gram());
    Matrix inner = eigen.leading(r);
    Matrix outer = orthonormal(narrow.times(inner));
    double largest = narrow.cols() == 0 ? 0 : Math.sqrt(Math.max(0, eigen.values().first()));
    return tall
        ? new LeadingSpaces(outer, inner, largest)
        : new LeadingSpaces(inner, outer, largest);
  }

  /** With these V, orthonormal, and U the span of X V: where V is known better than from XᵀX. */
  public static LeadingSpaces withRight(Matrix x, Matrix right) {
    Matrix image = x.times(right);
    double largest = 0;
    for (int k = 0; k < right.cols(); k++) {
      largest = Math.max(largest, image.col(k).norm());
    }
    return new LeadingSpaces(orthonormal(image), right, largest);
  }

  /** The matrix of rank at most r that is nearest to X in the Frobenius norm. */
  public static Matrix nearest(Matrix x, int r) {
    LeadingSpaces spaces = of(x, r);
    return x.rows() >= x.cols()
        ? x.times(spaces.right).timesTranspose(spaces.right)
        : spaces.left.times(spaces.left.transposeTimes(x));
  }

  /** (I − U Uᵀ) Z (I − V Vᵀ): what of Z no first-order change of U and V can make. */
  public Matrix outside(Matrix z) {
    return outsideRight(outsideLeft(z));
  }

  /** (I − U Uᵀ) Z, also where Z has other columns than X. */
  public Matrix outsideLeft(Matrix z) {
    return z.minus(left.times(left.transposeTimes(z)));
  }

  /** Z (I − V Vᵀ), also where Z has other rows than X. */
  public Matrix outsideRight(Matrix z) {
    return z.minus(z.times(right).timesTranspose(right));
  }

  /** The Gram–Schmidt process, twice; what depends on columns before it becomes zero. */
  private static Matrix orthonormal(Matrix a) {
    double[][] columns = new double[a.cols()][];
    for (int k = 0; k < columns.length; k++) {
      Vec column = a.col(k);
      double whole = column.norm();
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < k; j++) {
          Vec done = Vec.of(columns[j]);
          column = column.minus(done.times(done.dot(column)));
        }
      }
      double left = column.norm();
      columns[k] = column.times(left > 1e-14 * whole ? 1 / left : 0).toArray();
    }
    return columns.length == 0 ? Matrix.zeros(a.rows(), 0) : Matrix.ofColumns(columns);
  }
}
