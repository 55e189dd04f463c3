package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Inverse;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rational operator in the monomial basis, then the change to an orthonormal basis.
 *
 * <p>Coordinate r n + k of an image belongs to the orthonormal function r of output k; since these
 * are numbered by degree, an image of lower degree continues with zeros.
 */
final class ExactLieDerivative implements LieDerivative {
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
    this.monomials = MonomialRows.of(library);
    this.region = region;
  }

  @Override
  public LinearMap along(Generator xi, Fibre fibre) {
    return orthonormal(monomials.along(polynomial(xi, fibre)), Matrix.identity(fibre.outputs()));
  }

  @Override
  public LinearMap along(GroupElement h) {
    return orthonormal(monomials.along(h), Inverse.of(h.fibre()));
  }

  @Override
  public LinearMap identity(int outputs) {
    return orthonormal(monomials.identity(outputs), Matrix.identity(outputs));
  }

  /** Without the operators: the image of this one W, candidate by candidate. */
  @Override
  public Matrix of(Matrix w, List<Generator> candidates, Fibre fibre) {
    double[] weights = w.toArray();
    int n = fibre.outputs();
    List<PolynomialAction> actions = candidates.stream().map(xi -> polynomial(xi, fibre)).toList();
    int rise = actions.stream().mapToInt(PolynomialAction::rise).max().orElse(0);
    MonomialIndex images = monomials.images(rise);
    SparseMatrix legendre = Legendre.orthonormal(images, region);
    double[][] columns = new double[actions.size()][];
    for (int a = 0; a < columns.length; a++) {
      double[] image = new double[n * images.size()];
      monomials.along(
          actions.get(a),
          images,
          (output, monomial, column, value) -> {
            if (weights[column] != 0) {
              image[output * images.size() + monomial] += value.doubleValue() * weights[column];
            }
          });
      double[] coordinates = new double[image.length];
      for (int k = 0; k < n; k++) {
        Vec block = Vec.adopt(image).slice(k * images.size(), (k + 1) * images.size());
        OrthonormalImages.add(coordinates, k, n, 1, legendre.apply(block));
      }
      columns[a] = coordinates;
    }
    return columns.length == 0 ? Matrix.zeros(n * images.size(), 0) : Matrix.ofColumns(columns);
  }

  private static PolynomialAction polynomial(Generator xi, Fibre fibre) {
    return PolynomialAction.of(xi, fibre)
        .orElseThrow(
            () ->
                new Unsupported(
                    "not-polynomial",
                    "LieDerivative.exact",
                    "the generator " + xi + " or its fibre map is not polynomial",
                    "Take LieDerivative.sampled"));
  }

  private LinearMap orthonormal(MonomialRows.Operator operator, Matrix mixing) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int r = 0; r < operator.outputs() * operator.images().size(); r++) {
      rows.add(new TreeMap<>());
    }
    operator
        .rows()
        .forEach(
            (r, row) ->
                row.forEach((Integer c, Rational v) -> rows.get(r).put(c, v.doubleValue())));
    SparseMatrix inner = SparseMatrix.ofRows(monomials.columns(operator.outputs()), rows);
    return new OrthonormalImages(inner, Legendre.orthonormal(operator.images(), region), mixing);
  }

  /** (T ⊗ M) C: C gives monomial coefficients, T the orthonormal ones, M mixes the outputs. */
  private record OrthonormalImages(SparseMatrix c, SparseMatrix t, Matrix mixing)
      implements LinearMap {
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
      int n = mixing.rows();
      double[] product = new double[rows()];
      for (int k = 0; k < n; k++) {
        Vec block = t.apply(image.slice(k * t.rows(), (k + 1) * t.rows()));
        for (int i = 0; i < n; i++) {
          add(product, i, n, mixing.get(i, k), block);
        }
      }
      return Vec.adopt(product);
    }

    @Override
    public Vec applyTranspose(Vec y) {
      int n = mixing.rows();
      double[] image = new double[rows()];
      for (int i = 0; i < n; i++) {
        double[] own = new double[t.rows()];
        for (int r = 0; r < own.length; r++) {
          own[r] = y.get(r * n + i);
        }
        Vec block = t.applyTranspose(Vec.adopt(own));
        for (int k = 0; k < n; k++) {
          add(image, k * t.rows(), 1, mixing.get(i, k), block);
        }
      }
      return c.applyTranspose(Vec.adopt(image));
    }

    static void add(double[] target, int offset, int stride, double factor, Vec block) {
      for (int r = 0; r < block.size() && factor != 0; r++) {
        target[offset + r * stride] += factor * block.get(r);
      }
    }
  }
}
