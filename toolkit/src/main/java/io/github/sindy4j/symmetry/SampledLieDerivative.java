package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** Values at N points divided by √N: DF v − S F, from exact directional derivatives. */
final class SampledLieDerivative implements LieDerivative {
  private final Library library;
  private final Matrix points;
  private final Block x;

  SampledLieDerivative(Library library, Matrix points) {
    if (points.cols() != library.variables().size() || points.rows() == 0) {
      throw new IllegalArgumentException(
          "LieDerivative: points are %d×%d for %d variables"
              .formatted(points.rows(), points.cols(), library.variables().size()));
    }
    this.library = library;
    this.points = points;
    this.x = block(points);
  }

  @Override
  public LinearMap along(Generator xi, Fibre fibre) {
    Block v = values(Library.of(library.variables(), List.of()), xi.components());
    Block derivative = new Block(x.rows(), Math.max(1, library.size()));
    library.derivative(x, v, derivative);
    return new Operator(terms(derivative), terms(theta(x)), fibreMap(xi, fibre), fibre.outputs());
  }

  @Override
  public LinearMap along(GroupElement h) {
    int n = h.fibre().rows();
    Matrix moved = points.times(h.domain().transpose());
    Matrix after = terms(theta(block(moved)));
    Matrix before = terms(theta(x));
    Matrix inverse = inverse(h.fibre());
    return new Moved(after, before, inverse, n);
  }

  @Override
  public LinearMap identity(int outputs) {
    Matrix theta = terms(theta(x));
    return new Operator(theta, Matrix.zeros(theta.rows(), theta.cols()), List.of(), outputs);
  }

  private Block theta(Block at) {
    Block theta = new Block(at.rows(), Math.max(1, library.size()));
    library.evaluate(at, theta);
    return theta;
  }

  /** Expressions at the points; two that read the same are evaluated once. */
  private Block values(Library unused, List<Expression> expressions) {
    Library distinct = Library.of(library.variables(), expressions);
    Block once = new Block(x.rows(), distinct.size());
    distinct.evaluate(x, once);
    return spread(distinct, once, expressions);
  }

  private static Block spread(Library distinct, Block once, List<Expression> expressions) {
    List<String> names = distinct.termNames();
    Block all = new Block(once.rows(), expressions.size());
    all.setRows(once.rows());
    for (int j = 0; j < expressions.size(); j++) {
      int source = names.indexOf(expressions.get(j).toString());
      for (int i = 0; i < once.rows(); i++) {
        all.set(i, j, once.get(i, source));
      }
    }
    return all;
  }

  /** S at the points, n×n, one matrix of N values for each entry that may differ from zero. */
  private List<Matrix> fibreMap(Generator xi, Fibre fibre) {
    int n = fibre.outputs();
    if (fibre instanceof Fibre.Scalar) {
      return List.of();
    }
    Block entries = new Block(x.rows(), n * n);
    entries.setRows(x.rows());
    if (fibre instanceof Fibre.Linear linear) {
      List<Expression> flat = new ArrayList<>();
      linear.rows().forEach(flat::addAll);
      entries = values(library, flat);
    } else {
      Library v = Library.of(library.variables(), xi.components());
      for (int i = 0; i < n; i++) {
        Block direction = new Block(x.rows(), library.variables().size());
        direction.setRows(x.rows());
        direction.fill(i, 1);
        Block once = new Block(x.rows(), v.size());
        v.derivative(x, direction, once);
        Block column = spread(v, once, xi.components().subList(0, n));
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < x.rows(); l++) {
            entries.set(l, k * n + i, column.get(l, k));
          }
        }
      }
    }
    List<Matrix> s = new ArrayList<>();
    for (int l = 0; l < x.rows(); l++) {
      double[] at = new double[n * n];
      for (int e = 0; e < at.length; e++) {
        at[e] = entries.get(l, e);
      }
      s.add(Matrix.adopt(n, n, at));
    }
    return s;
  }

  private Matrix terms(Block block) {
    double[] values = new double[block.rows() * library.size()];
    double scale = 1 / Math.sqrt(block.rows());
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < library.size(); j++) {
        values[i * library.size() + j] = scale * block.get(i, j);
      }
    }
    return Matrix.adopt(block.rows(), library.size(), values);
  }

  private static Block block(Matrix points) {
    Block block = new Block(points.rows(), points.cols());
    block.setRows(points.rows());
    for (int j = 0; j < points.cols(); j++) {
      points.copyColumn(j, 0, points.rows(), block.values(), block.offset(j));
    }
    return block;
  }

  private static Matrix inverse(Matrix b) {
    int n = b.rows();
    double[][] columns = new double[n][];
    for (int j = 0; j < n; j++) {
      Vec unit = Matrix.identity(n).col(j);
      columns[j] = NullSpace.of(b, unit, Tolerance.RANK).particular().toArray();
    }
    return Matrix.ofColumns(columns);
  }

  /** Row k N + l: Σⱼ D_lj W_kj − Σᵢ S_l,ki Σⱼ θ_lj W_ij. */
  private record Operator(Matrix d, Matrix theta, List<Matrix> s, int outputs)
      implements LinearMap {
    @Override
    public int rows() {
      return outputs * d.rows();
    }

    @Override
    public int cols() {
      return outputs * d.cols();
    }

    @Override
    public Vec apply(Vec x) {
      int points = d.rows();
      double[] product = new double[rows()];
      for (int i = 0; i < outputs; i++) {
        Vec w = x.slice(i * d.cols(), (i + 1) * d.cols());
        System.arraycopy(d.apply(w).toArray(), 0, product, i * points, points);
      }
      for (int i = 0; i < outputs && !s.isEmpty(); i++) {
        Vec f = theta.apply(x.slice(i * d.cols(), (i + 1) * d.cols()));
        for (int k = 0; k < outputs; k++) {
          for (int l = 0; l < points; l++) {
            product[k * points + l] -= s.get(l).get(k, i) * f.get(l);
          }
        }
      }
      return Vec.adopt(product);
    }

    @Override
    public Vec applyTranspose(Vec y) {
      int points = d.rows();
      double[] product = new double[cols()];
      for (int i = 0; i < outputs; i++) {
        Vec own = d.applyTranspose(y.slice(i * points, (i + 1) * points));
        if (!s.isEmpty()) {
          double[] pulled = new double[points];
          for (int k = 0; k < outputs; k++) {
            for (int l = 0; l < points; l++) {
              pulled[l] += s.get(l).get(k, i) * y.get(k * points + l);
            }
          }
          own = own.minus(theta.applyTranspose(Vec.adopt(pulled)));
        }
        System.arraycopy(own.toArray(), 0, product, i * d.cols(), d.cols());
      }
      return Vec.adopt(product);
    }
  }

  /** Row k N + l: Σᵢ (B⁻¹)_ki Σⱼ θⱼ(A x_l) W_ij − Σⱼ θⱼ(x_l) W_kj. */
  private record Moved(Matrix after, Matrix before, Matrix inverse, int outputs)
      implements LinearMap {
    @Override
    public int rows() {
      return outputs * before.rows();
    }

    @Override
    public int cols() {
      return outputs * before.cols();
    }

    @Override
    public Vec apply(Vec x) {
      int points = before.rows();
      double[] product = new double[rows()];
      for (int i = 0; i < outputs; i++) {
        Vec w = x.slice(i * before.cols(), (i + 1) * before.cols());
        Vec moved = after.apply(w);
        Vec same = before.apply(w);
        for (int l = 0; l < points; l++) {
          product[i * points + l] -= same.get(l);
          for (int k = 0; k < outputs; k++) {
            product[k * points + l] += inverse.get(k, i) * moved.get(l);
          }
        }
      }
      return Vec.adopt(product);
    }

    @Override
    public Vec applyTranspose(Vec y) {
      int points = before.rows();
      double[] product = new double[cols()];
      for (int i = 0; i < outputs; i++) {
        double[] mixed = new double[points];
        for (int k = 0; k < outputs; k++) {
          for (int l = 0; l < points; l++) {
            mixed[l] += inverse.get(k, i) * y.get(k * points + l);
          }
        }
        Vec own =
            after
                .applyTranspose(Vec.adopt(mixed))
                .minus(before.applyTranspose(y.slice(i * points, (i + 1) * points)));
        System.arraycopy(own.toArray(), 0, product, i * before.cols(), before.cols());
      }
      return Vec.adopt(product);
    }
  }
}
