package io.github.sindy4j.linalg;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * A = V diag(λ) Vᵀ of a symmetric matrix, the largest eigenvalue first.
 *
 * @param values λ₁ ≥ … ≥ λₙ
 * @param vectors V, orthogonal, one eigenvector a column
 */
public record SymmetricEigen(Vec values, Matrix vectors) {
  /** Of a symmetric matrix; only its symmetric part counts. */
  public static SymmetricEigen of(Matrix a) {
    int n = a.rows();
    Shape.requireEqual("SymmetricEigen: columns", n, a.cols());
    if (n == 0) {
      return new SymmetricEigen(Vec.zeros(0), Matrix.zeros(0, 0));
    }
    R064Store store = R064Store.FACTORY.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        store.set(i, j, (a.get(i, j) + a.get(j, i)) / 2);
      }
    }
    Eigenvalue<Double> decomposed = Eigenvalue.R064.make(n, true);
    decomposed.decompose(store);
    MatrixStore<Double> v = decomposed.getV();
    MatrixStore<Double> d = decomposed.getD();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -d.doubleValue(k, k)))
            .mapToInt(k -> k)
            .toArray();
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

  /** The eigenvectors of the {@code count} largest eigenvalues, one a column. */
  public Matrix leading(int count) {
    int[] first = new int[count];
    for (int k = 0; k < count; k++) {
      first[k] = k;
    }
    return vectors.columns(first);
  }
}
