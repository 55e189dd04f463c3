package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Inverse;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Values at N points divided by √N: DF v − S F, from exact directional derivatives. Coordinate k N
 * + l of an image belongs to output k at point l.
 */
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
    this.x = Block.of(points);
  }

  @Override
  public LinearMap along(Generator xi, Fibre fibre) {
    Matrix derivative = terms(derivative(library, values(xi.components())));
    return new SampledOperator(derivative, theta(x), fibreMap(xi, fibre), fibre.outputs());
  }

  @Override
  public LinearMap along(GroupElement h) {
    Matrix moved = points.times(h.domain().transpose());
    return new SampledShift(theta(Block.of(moved)), theta(x), Inverse.of(h.fibre()));
  }

  @Override
  public LinearMap identity(int outputs) {
    Matrix theta = theta(x);
    return new SampledOperator(theta, theta, Matrix.zeros(x.rows(), 0), outputs);
  }

  /** From F and DF at the points, which are the same for all candidates. */
  @Override
  public Matrix of(Matrix w, List<Generator> candidates, Fibre fibre) {
    int n = fibre.outputs();
    Matrix f = theta(x).times(w.transpose());
    List<Matrix> df = new ArrayList<>();
    for (int l = 0; l < x.columns(); l++) {
      df.add(terms(derivative(library, unit(l))).times(w.transpose()));
    }
    double[][] columns = new double[candidates.size()][n * x.rows()];
    for (int a = 0; a < columns.length; a++) {
      Block v = values(candidates.get(a).components());
      Matrix s = fibreMap(candidates.get(a), fibre);
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < x.rows(); i++) {
          double sum = 0;
          for (int l = 0; l < df.size(); l++) {
            sum += df.get(l).get(i, k) * v.get(i, l);
          }
          for (int j = 0; j < n && s.cols() > 0; j++) {
            sum -= s.get(i, k * n + j) * f.get(i, j);
          }
          columns[a][k * x.rows() + i] = sum;
        }
      }
    }
    return columns.length == 0 ? Matrix.zeros(n * x.rows(), 0) : Matrix.ofColumns(columns);
  }

  /** S_ki at point l in row l, column k n + i; no columns where S = 0. */
  private Matrix fibreMap(Generator xi, Fibre fibre) {
    int n = fibre.outputs();
    if (fibre instanceof Fibre.Linear linear) {
      return values(linear.rows().stream().flatMap(List::stream).toList()).toMatrix();
    } else if (fibre instanceof Fibre.Scalar) {
      return Matrix.zeros(x.rows(), 0);
    }
    Block entries = blockOf(n * n);
    for (int k = 0; k < n; k++) {
      if (xi.components().get(k) instanceof Expression.Num) {
        continue;
      }
      Library component = Library.of(library.variables(), List.of(xi.components().get(k)));
      for (int i = 0; i < n; i++) {
        Block column = derivative(component, unit(i));
        System.arraycopy(column.values(), 0, entries.values(), entries.offset(k * n + i), x.rows());
      }
    }
    return entries.toMatrix();
  }

  /** The values of these formulas at the points. */
  private Block values(List<Expression> formulas) {
    Block all = blockOf(formulas.size());
    for (int j = 0; j < formulas.size(); j++) {
      Block one = blockOf(1);
      Library.of(library.variables(), List.of(formulas.get(j))).evaluate(x, one);
      System.arraycopy(one.values(), 0, all.values(), all.offset(j), x.rows());
    }
    return all;
  }

  private Block derivative(Library of, Block direction) {
    Block derivative = blockOf(of.size());
    of.derivative(x, direction, derivative);
    return derivative;
  }

  /** e_i at every point. */
  private Block unit(int i) {
    Block direction = blockOf(x.columns());
    direction.fill(i, 1);
    return direction;
  }

  private Matrix theta(Block at) {
    Block theta = blockOf(library.size());
    library.evaluate(at, theta);
    return terms(theta);
  }

  private Matrix terms(Block block) {
    double scale = 1 / Math.sqrt(x.rows());
    return block.toMatrix().map(v -> scale * v);
  }

  private Block blockOf(int columns) {
    Block block = new Block(x.rows(), columns);
    block.setRows(x.rows());
    return block;
  }
}
