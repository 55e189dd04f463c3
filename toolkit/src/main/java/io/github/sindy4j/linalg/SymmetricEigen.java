package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.Comparator;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * A = V diag(λ) Vᵀ for a symmetric A.
 *
 * @param values λ₁ ≥ … ≥ λₙ
 * @param vectors V, orthonormal, one eigenvector a column
 */
public record SymmetricEigen(Vec values, Matrix vectors) {
  /** Of a matrix whose upper and lower half agree. */
  public static SymmetricEigen of(Matrix a) {
    Shape.requireEqual("SymmetricEigen: columns", a.rows(), a.cols());
    int n = a.rows();
    if (n == 0) {
      return new SymmetricEigen(Vec.zeros(0), Matrix.zeros(0, 0));
    }
    Eigenvalue<Double> decomposed = Eigenvalue.R064.make(n, true);
    decomposed.decompose(R064Store.wrap(a.toArray(), n));
    MatrixStore<Double> v = decomposed.getV();
    MatrixStore<Double> d = decomposed.getD();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, Comparator.comparingDouble(k -> -d.doubleValue(k, k)));
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int k = 0; k < n; k++) {
      values[k] = d.doubleValue(order[k], order[k]);
      for (int i = 0; i < n; i++) {
        vectors[i * n + k] = v.doubleValue(i, order[k]);
      }
    }
    return new SymmetricEigen(Vec.adopt(values), Matrix.adopt(n, n, vectors));
  }

  /** The eigenvectors of the k largest eigenvalues. */
  public Matrix leading(int k) {
    int[] first = new int[k];
    Arrays.setAll(first, i -> i);
    return vectors.columns(first);
  }
}
