package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rational operator in the monomial basis, then the change to an orthonormal basis. */
final class ExactLieDerivative implements LieDerivative {
  private final Library library;
  private final MonomialRows monomials;
  private final Region region;

  ExactLieDerivative(Library library, Region region) {
    if (region.dimension() != library.variables().size()) {
      throw new IllegalArgumentException(
          "LieDerivative: a region of dimension "
              + region.dimension()
              + " for "
              + library.variables().size()
              + " variables");
    }
    this.library = library;
    this.monomials = new MonomialRows(library);
    this.region = region;
  }

  @Override
  public LinearMap along(Generator xi, Fibre fibre) {
    return orthonormal(monomials.along(xi, fibre), Matrix.identity(fibre.outputs()));
  }

  @Override
  public LinearMap along(GroupElement h) {
    return orthonormal(monomials.along(h), inverse(h.fibre()));
  }

  @Override
  public Matrix of(Matrix w, List<Generator> candidates, Fibre fibre) {
    if (fibre instanceof Fibre.Linear) {
      return LieDerivative.super.of(w, candidates, fibre);
    }
    return new FixedField(library, w)
        .images(
            candidates.stream().map(MonomialRows::polynomials).toList(),
            fibre instanceof Fibre.Pushforward,
            region);
  }

  @Override
  public LinearMap identity(int outputs) {
    return orthonormal(monomials.identity(outputs), Matrix.identity(outputs));
  }

  private LinearMap orthonormal(MonomialRows.Operator operator, Matrix mixing) {
    MonomialIndex images = operator.images();
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int r = 0; r < operator.outputs() * images.size(); r++) {
      rows.add(new TreeMap<>());
    }
    operator
        .rows()
        .forEach(
            (r, row) ->
                row.forEach((Integer c, Rational v) -> rows.get(r).put(c, v.doubleValue())));
    SparseMatrix inner = SparseMatrix.ofRows(monomials.columns(operator.outputs()), rows);
    return new Orthonormal(inner, Legendre.orthonormal(images, region), mixing);
  }

  private static Matrix inverse(Matrix b) {
    int n = b.rows();
    double[][] columns = new double[n][];
    for (int j = 0; j < n; j++) {
      Vec unit = Matrix.identity(n).col(j);
      columns[j] =
          NullSpace.of(b, unit, io.github.sindy4j.linalg.Tolerance.RANK).particular().toArray();
    }
    return Matrix.ofColumns(columns);
  }

  /** (M ⊗ T) C: C gives monomial coefficients, T the orthonormal ones, M mixes the outputs. */
  private record Orthonormal(SparseMatrix c, SparseMatrix t, Matrix mixing) implements LinearMap {
    @Override
    public int rows() {
      return c.rows();
    }

    @Override
    public int cols() {
      return c.cols();
    }

    @Override
    public Vec apply(Vec x) {
      Vec image = c.apply(x);
      int size = t.rows();
      double[] product = new double[rows()];
      for (int k = 0; k < mixing.cols(); k++) {
        Vec block = t.apply(image.slice(k * size, (k + 1) * size));
        for (int i = 0; i < mixing.rows(); i++) {
          add(product, i * size, mixing.get(i, k), block);
        }
      }
      return Vec.adopt(product);
    }

    @Override
    public Vec applyTranspose(Vec y) {
      int size = t.rows();
      double[] image = new double[rows()];
      for (int i = 0; i < mixing.rows(); i++) {
        Vec block = t.applyTranspose(y.slice(i * size, (i + 1) * size));
        for (int k = 0; k < mixing.cols(); k++) {
          add(image, k * size, mixing.get(i, k), block);
        }
      }
      return c.applyTranspose(Vec.adopt(image));
    }

    private static void add(double[] target, int offset, double factor, Vec block) {
      for (int r = 0; r < block.size() && factor != 0; r++) {
        target[offset + r] += factor * block.get(r);
      }
    }
  }
}
