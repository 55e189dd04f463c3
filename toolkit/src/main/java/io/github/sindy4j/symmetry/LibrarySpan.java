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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions that a library spans, by values at points, and what an affine transformation makes
 * of its terms: Dθ·v = K θ or θ∘A = K θ wherever the span is closed.
 *
 * <p>The points are enough: the terms have the same rank on half of them. They lie in the given box
 * or, since such identities hold wherever the terms are defined, in one around it where the terms
 * are told apart better.
 */
final class LibrarySpan {
  /** How far an entry of K may lie from the short fraction it is taken for, beside its size. */
  private static final double REACH = 1e-9;

  /** A term's part beside the span of those before, at least: else its rank is not decided. */
  private static final double LEAST_PART = 1e-8;

  private static final List<Double> ENLARGEMENTS = List.of(1.0, 4.0, 16.0, 64.0);

  private static final int MOST_DOUBLINGS = 4;

  private final LibrarySamples samples;
  private final Region box;
  private final Matrix points;
  private final Matrix theta;
  private final List<Integer> kept;
  private final double leastPart;

  private LibrarySpan(
      LibrarySamples samples, Region box, Matrix points, Matrix theta, List<Integer> kept) {
    this.samples = samples;
    this.box = box;
    this.points = points;
    this.theta = theta;
    this.kept = kept;
    this.leastPart = leastPart(theta.columns(kept.stream().mapToInt(j -> j).toArray()));
  }

  /**
   * Over points of the box that may be moved by these matrices. Throws {@link BadSetting} when the
   * terms have no such points in common, or nearly coincide.
   */
  static LibrarySpan of(Library library, Region region, List<Matrix> maps) {
    LibrarySamples samples = new LibrarySamples(library);
    List<LibrarySpan> spans = new ArrayList<>();
    for (double factor : ENLARGEMENTS) {
      within(samples, library.size(), enlarged(region, factor), maps).ifPresent(spans::add);
    }
    LibrarySpan best =
        spans.stream()
            .reduce((smaller, larger) -> larger.isClearerThan(smaller) ? larger : smaller)
            .orElseThrow(
                () ->
                    new BadSetting(
                        "library-not-finite",
                        "library",
                        "its terms are nearly nowhere finite all together where the data lie",
                        "Leave out the terms that are not defined there"));
    BadSetting.require(
        best.leastPart >= LEAST_PART,
        "library",
        "some of its terms coincide so nearly with others that their symmetry is not decided",
        "Leave out terms that nearly coincide");
    return best;
  }

  private static Optional<LibrarySpan> within(
      LibrarySamples samples, int terms, Region region, List<Matrix> maps) {
    int half = 2 * terms + 10;
    for (int doubling = 0; doubling <= MOST_DOUBLINGS; doubling++) {
      Optional<Matrix> points = samples.points(region, 2 * half, maps);
      if (points.isEmpty()) {
        return Optional.empty();
      }
      Matrix theta = samples.values(points.get());
      List<Integer> all = ColumnBasis.of(theta, Tolerance.RANK).kept();
      if (all.equals(ColumnBasis.of(theta.rowSlice(0, half), Tolerance.RANK).kept())) {
        return Optional.of(new LibrarySpan(samples, region, points.get(), theta, all));
      }
      half *= 2;
    }
    return Optional.empty();
  }

  private static Region enlarged(Region region, double factor) {
    int m = region.dimension();
    double[] lower = new double[m];
    double[] upper = new double[m];
    for (int i = 0; i < m; i++) {
      lower[i] = region.centre(i) - factor * region.halfWidth(i);
      upper[i] = region.centre(i) + factor * region.halfWidth(i);
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }

  private boolean isClearerThan(LibrarySpan other) {
    return kept.size() > other.kept.size()
        || (kept.size() == other.kept.size() && leastPart > 10 * other.leastPart);
  }

  /** The smallest part of a column that is orthogonal to those before it, relative to it. */
  private static double leastPart(Matrix independent) {
    Matrix triangle = TriangularFold.triangle(independent);
    double least = 1;
    for (int j = 0; j < triangle.cols(); j++) {
      least = Math.min(least, Math.abs(triangle.get(j, j)) / triangle.col(j).norm());
    }
    return least;
  }

  /** The root mean square of every term, once for each output. */
  Vec sizes(int outputs) {
    return sizes(theta, outputs);
  }

  /** The root mean squares of these columns, once for each output. */
  static Vec sizes(Matrix theta, int outputs) {
    double[] sizes = new double[outputs * theta.cols()];
    for (int j = 0; j < sizes.length; j++) {
      sizes[j] = theta.col(j % theta.cols()).norm() / Math.sqrt(theta.rows());
    }
    return Vec.adopt(sizes);
  }

  /** The box of the points. */
  Region box() {
    return box;
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
