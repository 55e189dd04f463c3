package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.Vec;

/**
 * w = D v with ‖Θ D eⱼ‖ = 1: the unknowns in units of what their terms contribute to the data, so
 * that neither ranks nor starts depend on the units of the states.
 *
 * @param sizes the diagonal of D; 1 for a term that the data do not see
 * @param problem the same problem in v
 */
public record UnitTerms(Vec sizes, InterpolationProblem problem) {
  /** Of any problem. */
  public static UnitTerms of(InterpolationProblem original) {
    Matrix theta = original.data().toMatrix();
    double[] sizes = new double[theta.cols()];
    for (int j = 0; j < sizes.length; j++) {
      double norm = theta.col(j).norm();
      sizes[j] = norm > 0 ? 1 / norm : 1;
    }
    Vec d = Vec.adopt(sizes);
    Constraint constraint = original.constraint();
    return new UnitTerms(
        d,
        new InterpolationProblem(
            new Scaled(original.map(), d),
            scaled(theta, d),
            original.values(),
            new Constraint(
                scaled(constraint.map().toMatrix(), d), constraint.target(), constraint.reason())));
  }

  /** w from v. */
  public Vec out(Vec v) {
    return product(v, sizes);
  }

  /** w from v, column by column. */
  Matrix outColumns(Matrix v) {
    return scaled(v.transpose(), sizes).transpose();
  }

  /** v from w. */
  Vec in(Vec w) {
    return product(w, sizes.map(size -> 1 / size));
  }

  private static Vec product(Vec a, Vec b) {
    double[] product = a.toArray();
    for (int j = 0; j < product.length; j++) {
      product[j] *= b.get(j);
    }
    return Vec.adopt(product);
  }

  private static Matrix scaled(Matrix a, Vec d) {
    double[] values = a.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] *= d.get(k % d.size());
    }
    return Matrix.adopt(a.rows(), a.cols(), values);
  }

  /** v ↦ L(D v). */
  private record Scaled(MatrixMap map, Vec d) implements MatrixMap {
    @Override
    public int rows() {
      return map.rows();
    }

    @Override
    public int cols() {
      return map.cols();
    }

    @Override
    public int unknowns() {
      return map.unknowns();
    }

    @Override
    public Matrix apply(Vec v) {
      return map.apply(product(v, d));
    }

    @Override
    public Vec applyTranspose(Matrix z) {
      return product(map.applyTranspose(z), d);
    }

    @Override
    public int[] support() {
      return map.support();
    }

    @Override
    public Matrix gram() {
      return scaled(scaled(map.gram(), d).transpose(), d);
    }
  }
}
