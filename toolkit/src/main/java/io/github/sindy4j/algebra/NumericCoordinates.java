package io.github.sindy4j.algebra;

import io.github.sindy4j.linalg.Eigenvalues;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** In doubles: what is shorter than the threshold counts as zero. Bases are orthonormal. */
final class NumericCoordinates implements LieCoordinates<Vec> {
  private final int dimension;
  private final double[] constants;
  private final double threshold;

  /** The constants cᵢⱼᵏ at (i d + j) d + k are taken over, and must not be changed. */
  NumericCoordinates(int dimension, double[] constants, double threshold) {
    this.dimension = dimension;
    this.constants = constants;
    this.threshold = threshold;
  }

  double get(int i, int j, int k) {
    return constants[(i * dimension + j) * dimension + k];
  }

  double threshold() {
    return threshold;
  }

  /** max |cᵢⱼᵏ|. */
  double largest() {
    return Vec.of(constants).maxAbs();
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public List<Vec> units() {
    return IntStream.range(0, dimension).mapToObj(i -> GramSchmidt.unit(dimension, i)).toList();
  }

  @Override
  public Vec bracket(Vec x, Vec y) {
    double[] sum = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension && x.get(i) != 0; j++) {
        double factor = x.get(i) * y.get(j);
        for (int k = 0; k < dimension && factor != 0; k++) {
          sum[k] += factor * get(i, j, k);
        }
      }
    }
    return Vec.adopt(sum);
  }

  @Override
  public List<Vec> beside(List<Vec> basis, List<Vec> vectors) {
    return GramSchmidt.beside(GramSchmidt.span(basis, threshold), vectors, threshold);
  }

  @Override
  public List<Vec> annihilator(List<Vec> rows) {
    return GramSchmidt.annihilator(dimension, rows, threshold);
  }

  @Override
  public List<Vec> transpose(List<Vec> columns) {
    List<Vec> rows = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      int row = k;
      rows.add(Vec.adopt(columns.stream().mapToDouble(column -> column.get(row)).toArray()));
    }
    return rows;
  }

  @Override
  public Vec killing(Vec x) {
    List<Vec> ad = units().stream().map(unit -> bracket(x, unit)).toList();
    double[] row = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      for (int k = 0; k < dimension; k++) {
        for (int l = 0; l < dimension; l++) {
          row[j] += ad.get(k).get(l) * get(j, l, k);
        }
      }
    }
    return Vec.adopt(row);
  }

  @Override
  public Signature signature() {
    Matrix form =
        Matrix.ofRows(
            units().stream().map(unit -> killing(unit).toArray()).toArray(double[][]::new));
    Vec eigenvalues = Eigenvalues.symmetric(form);
    double zero = threshold * Math.max(1, eigenvalues.maxAbs());
    int positive = 0;
    int negative = 0;
    for (int i = 0; i < dimension; i++) {
      positive += eigenvalues.get(i) > zero ? 1 : 0;
      negative += eigenvalues.get(i) < -zero ? 1 : 0;
    }
    return new Signature(positive, negative, dimension - positive - negative);
  }

  @Override
  public boolean isTraceless() {
    for (int i = 0; i < dimension; i++) {
      double trace = 0;
      for (int j = 0; j < dimension; j++) {
        trace += get(i, j, j);
      }
      if (Math.abs(trace) > dimension * threshold) {
        return false;
      }
    }
    return true;
  }

  @Override
  public NumericCoordinates section(List<Vec> basis, List<Vec> modulo) {
    int d = basis.size();
    double[] c = new double[d * d * d];
    // ⟨dual basis, bracket⟩: the part in `modulo` drops out, whatever its angle to the basis.
    List<Vec> dual = dual(basis, modulo);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        Vec bracket = bracket(basis.get(i), basis.get(j));
        for (int k = 0; k < d; k++) {
          c[(i * d + j) * d + k] = dual.get(k).dot(bracket);
        }
      }
    }
    return new NumericCoordinates(d, c, threshold);
  }

  /** Vectors of the span of both with ⟨dualₖ, basisₗ⟩ = δₖₗ and ⟨dualₖ, moduloₗ⟩ = 0. */
  private List<Vec> dual(List<Vec> basis, List<Vec> modulo) {
    List<Vec> dual = new ArrayList<>();
    for (int k = 0; k < basis.size(); k++) {
      List<Vec> others = new ArrayList<>(modulo);
      others.addAll(basis);
      others.remove(modulo.size() + k);
      Vec direction =
          GramSchmidt.beside(GramSchmidt.span(others, threshold), List.of(basis.get(k)), threshold)
              .get(0);
      dual.add(direction.times(1 / direction.dot(basis.get(k))));
    }
    return dual;
  }

  @Override
  public NumericCoordinates numeric() {
    return this;
  }
}
