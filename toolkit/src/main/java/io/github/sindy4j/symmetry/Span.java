package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an affine transformation makes of the terms of any library, by values at points: Dθ·v = K θ
 * or θ∘A = K θ wherever the span of the library is closed.
 *
 * <p>The points are enough: the terms have the same rank on half of them.
 */
final class Span {
  /** How far an entry of K may lie from the short fraction it is taken for, beside its size. */
  private static final double REACH = 1e-9;

  private static final int MOST_DOUBLINGS = 5;

  private final Samples samples;
  private final Matrix points;
  private final Matrix theta;
  private final List<Integer> kept;

  private Span(Samples samples, Matrix points, Matrix theta, List<Integer> kept) {
    this.samples = samples;
    this.points = points;
    this.theta = theta;
    this.kept = kept;
  }

  /** Over points of the box that may be moved by these matrices. */
  static Span of(Library library, Region region, List<Matrix> motions) {
    Samples samples = new Samples(library);
    int half = 2 * library.size() + 10;
    for (int doubling = 0; doubling <= MOST_DOUBLINGS; doubling++) {
      Matrix points = samples.points(region, 2 * half, motions);
      Matrix theta = samples.values(points);
      List<Integer> all = ColumnBasis.of(theta, Tolerance.RANK).kept();
      if (all.equals(ColumnBasis.of(theta.rowSlice(0, half), Tolerance.RANK).kept())) {
        return new Span(samples, points, theta, all);
      }
      half *= 2;
    }
    throw new BadSetting(
        "library-rank-undecided",
        "library",
        "how many of its terms are independent where the data lie depends on the points taken",
        "Leave out terms that nearly coincide there");
  }

  /**
   * A function in the span of the library, and what is left of it beside.
   *
   * @param entries its coefficients, by position of the term
   * @param residual ‖what is left‖ relative to the size of the function before anything cancelled
   * @param exact whether the coefficients are short fractions
   */
  record Image(SortedMap<Integer, Rational> entries, double residual, boolean exact) {
    boolean isInside() {
      return residual <= Tolerance.RANK.relative();
    }
  }

  /** The terms themselves, in independent terms. */
  List<Image> identity() {
    return express(theta, norms(theta));
  }

  /** Dθ·v for v(x) = A x + a, given as [A | a]. */
  List<Image> along(Matrix affine) {
    int m = points.cols();
    double[] sum = new double[theta.rows() * theta.cols()];
    double[] parts = new double[theta.cols()];
    for (int l = 0; l < m; l++) {
      Matrix derivative = samples.derivative(points, l);
      for (int i = 0; i < theta.rows(); i++) {
        double v = affine.get(l, m);
        for (int k = 0; k < m; k++) {
          v += affine.get(l, k) * points.get(i, k);
        }
        for (int j = 0; j < theta.cols(); j++) {
          double part = derivative.get(i, j) * v;
          sum[i * theta.cols() + j] += part;
          parts[j] += part * part;
        }
      }
    }
    return express(Matrix.adopt(theta.rows(), theta.cols(), sum), Vec.adopt(parts).map(Math::sqrt));
  }

  /** θ∘A. */
  List<Image> moved(Matrix a) {
    Matrix moved = samples.values(points.times(a.transpose()));
    return express(moved, norms(moved));
  }

  /** Least squares in the independent terms; {@code sizes} are what residuals are relative to. */
  private List<Image> express(Matrix functions, Vec sizes) {
    int r = kept.size();
    int columns = r + functions.cols();
    Block rows = new Block(points.rows(), columns);
    rows.setRows(points.rows());
    for (int j = 0; j < columns; j++) {
      Matrix source = j < r ? theta : functions;
      source.copyColumn(
          j < r ? kept.get(j) : j - r, 0, points.rows(), rows.values(), rows.offset(j));
    }
    TriangularFold fold = new TriangularFold(columns);
    fold.fold(rows);
    Matrix triangle = fold.triangle();
    List<Image> images = new ArrayList<>();
    for (int j = 0; j < functions.cols(); j++) {
      Vec column = triangle.col(r + j);
      Vec solution = Triangle.solve(triangle, column.slice(0, r), r);
      double left = column.slice(r, columns).norm();
      images.add(image(functions.col(j), solution, sizes.get(j), left));
    }
    return images;
  }

  private Image image(Vec function, Vec solution, double size, double left) {
    SortedMap<Integer, Rational> fractions = new TreeMap<>();
    SortedMap<Integer, Rational> plain = new TreeMap<>();
    for (int k = 0; k < kept.size() && size > 0; k++) {
      int term = kept.get(k);
      double unit = size / theta.col(term).norm();
      Rational fraction = Rational.simplest(solution.get(k), REACH * unit);
      if (!fraction.isZero()) {
        fractions.put(term, fraction);
        plain.put(term, Rational.simplest(solution.get(k)));
      }
    }
    double residual = size == 0 ? 0 : left / size;
    boolean exact =
        fractions.values().stream().allMatch(PolynomialAction::isShort)
            && Tolerance.RANK.isZero(without(function, fractions).norm(), size);
    return new Image(exact ? fractions : plain, residual, exact);
  }

  private Vec without(Vec function, SortedMap<Integer, Rational> entries) {
    Vec rest = function;
    for (Map.Entry<Integer, Rational> entry : entries.entrySet()) {
      rest = rest.minus(theta.col(entry.getKey()).times(entry.getValue().doubleValue()));
    }
    return rest;
  }

  private static Vec norms(Matrix functions) {
    double[] norms = new double[functions.cols()];
    for (int j = 0; j < norms.length; j++) {
      norms[j] = functions.col(j).norm();
    }
    return Vec.adopt(norms);
  }
}
