package io.github.sindy4j.linalg;

import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;

/**
 * The solutions of A x = d: x = particular + basis z.
 *
 * @param particular the shortest solution, or the shortest least-squares solution when there is
 *     none
 * @param basis an orthonormal basis of null(A), one column a direction, possibly none
 * @param residual ‖A · particular − d‖ relative to ‖d‖ (absolute when d = 0)
 */
public record NullSpace(Vec particular, Matrix basis, double residual) {
  /**
   * By the singular value decomposition; singular values beside the largest are zero in the
   * tolerance.
   */
  public static NullSpace of(Matrix a, Vec d, Tolerance tolerance) {
    int n = a.cols();
    if (a.rows() == 0) {
      return new NullSpace(Vec.zeros(n), Matrix.identity(n), 0);
    }
    if (n == 0) {
      return new NullSpace(Vec.zeros(0), Matrix.zeros(0, 0), d.norm() == 0 ? 0 : 1);
    }
    // Thin: with at least as many rows as columns V is whole; the full form of ojAlgo 57.1 returns
    // left vectors that do not belong to the right ones when the rank is deficient.
    SingularValue<Double> svd = SingularValue.R064.make(false);
    svd.decompose(Store.of(a, n));
    MatrixStore<Double> v = svd.getV();
    MatrixStore<Double> u = svd.getU();
    int rank = 0;
    double largest = svd.getSingularValues().doubleValue(0);
    while (rank < Math.min(a.rows(), n)
        && largest > 0
        && !tolerance.isZero(svd.getSingularValues().doubleValue(rank), largest)) {
      rank++;
    }
    double[] x = new double[n];
    for (int k = 0; k < rank; k++) {
      double projection = 0;
      for (int i = 0; i < a.rows(); i++) {
        projection += u.doubleValue(i, k) * d.get(i);
      }
      for (int j = 0; j < n; j++) {
        x[j] += v.doubleValue(j, k) * projection / svd.getSingularValues().doubleValue(k);
      }
    }
    double[] basis = new double[n * (n - rank)];
    for (int j = 0; j < n; j++) {
      for (int k = rank; k < n; k++) {
        basis[j * (n - rank) + k - rank] = v.doubleValue(j, k);
      }
    }
    Vec particular = Vec.adopt(x);
    double error = a.apply(particular).minus(d).norm();
    return new NullSpace(
        particular, Matrix.adopt(n, n - rank, basis), d.norm() == 0 ? error : error / d.norm());
  }

  /**
   * The same by Householder reflections of the rows, the longest remainder first: much faster. A
   * row whose remainder beside the longest is zero in the tolerance depends on the others and is
   * left out: without a solution, the residual tells by how much it is missed.
   */
  public static NullSpace byReflections(Matrix a, Vec d, Tolerance tolerance) {
    int n = a.cols();
    double[][] rows = new double[a.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = a.row(i).toArray();
    }
    Reflections reflections = Reflections.of(rows, n, tolerance);
    double[] x = new double[n];
    for (int k = 0; k < reflections.rank(); k++) {
      int row = reflections.pivot(k);
      double sum = d.get(row);
      for (int i = 0; i < k; i++) {
        sum -= reflections.coordinate(row, i) * x[i];
      }
      x[k] = sum / reflections.coordinate(row, k);
    }
    reflections.rotate(x);
    Vec particular = Vec.adopt(x);
    double error = a.apply(particular).minus(d).norm();
    return new NullSpace(
        particular, reflections.complement(), d.norm() == 0 ? error : error / d.norm());
  }
}
