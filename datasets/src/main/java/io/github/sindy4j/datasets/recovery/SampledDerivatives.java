package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * w ↦ R C(w): the derivatives C(w) in monomials, RᵀR the mean products of the monomials over a
 * sample of points. All singular values are those of the values at the points, over √N.
 *
 * @param root R
 * @param coefficients C
 */
record SampledDerivatives(Matrix root, SparseMatrixMap coefficients) implements MatrixMap {
  /** At points, one a row. */
  static SampledDerivatives at(double[] points, Monomials monomials, DerivativeTable table) {
    int m = monomials.variables();
    int n = points.length / m;
    int p = table.image();
    double[] row = new double[monomials.size()];
    double[] values = new double[n * p];
    double scale = 1 / Math.sqrt(n);
    for (int i = 0; i < n; i++) {
      monomials.evaluate(points, i * m, row, 0);
      for (int k = 0; k < p; k++) {
        values[i * p + k] = scale * row[k];
      }
    }
    return new SampledDerivatives(
        TriangularFold.triangle(Matrix.adopt(n, p, values)), table.inMonomials());
  }

  @Override
  public int rows() {
    return root.rows();
  }

  @Override
  public int cols() {
    return coefficients.cols();
  }

  @Override
  public int unknowns() {
    return coefficients.unknowns();
  }

  @Override
  public Matrix apply(Vec w) {
    return root.times(coefficients.apply(w));
  }

  @Override
  public Vec applyTranspose(Matrix z) {
    return coefficients.applyTranspose(root.transposeTimes(z));
  }

  /** Σ_g C_gᵀ RᵀR C_g over the candidates g. */
  @Override
  public Matrix gram() {
    double[] products = root.gram().toArray();
    int p = rows();
    int f = unknowns();
    double[] gram = new double[f * f];
    for (List<Entry> column : byCandidate()) {
      for (Entry left : column) {
        for (Entry right : column) {
          gram[left.unknown() * f + right.unknown()] +=
              left.value() * right.value() * products[left.row() * p + right.row()];
        }
      }
    }
    return Matrix.adopt(f, f, gram);
  }

  /** One entry of C_g. */
  private record Entry(int row, int unknown, double value) {}

  private List<List<Entry>> byCandidate() {
    List<List<Entry>> columns = new ArrayList<>();
    for (int g = 0; g < cols(); g++) {
      columns.add(new ArrayList<>());
    }
    SparseMatrix matrix = coefficients.matrix();
    for (int place = 0; place < matrix.rows(); place++) {
      int row = place / cols();
      List<Entry> column = columns.get(place % cols());
      matrix.row(place).forEach((f, value) -> column.add(new Entry(row, f, value)));
    }
    return columns;
  }
}
