package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows that vanish on vec(W) exactly where one generator or one element leaves F_W as it is.
 *
 * <p>Monomials under polynomial generators: the coefficients of L_ξ F_W. Any library that an affine
 * transformation keeps in its span, Dθ·v = K θ and θ∘A = M θ: the entries of W K − S W and W M − B
 * W. Otherwise the values of L_ξ F_W at points, reduced to independent rows.
 */
final class ActionRows {
  private static final int MOST_DOUBLINGS = 5;

  private final Library library;
  private final Region region;
  private final boolean monomial;

  ActionRows(Library library, Region region) {
    this.library = library;
    this.region = region;
    this.monomial = LieDerivative.isExactFor(library);
  }

  /**
   * Rows on vec(W).
   *
   * @param exact whether they are meant to the last digit
   */
  record Rows(List<SortedMap<Integer, Rational>> rows, boolean exact) {}

  Rows along(Generator xi, Fibre fibre) {
    Optional<PolynomialAction> polynomial = PolynomialAction.of(xi, fibre);
    if (polynomial.isPresent() && monomial) {
      List<SortedMap<Integer, Rational>> rows =
          List.copyOf(MonomialRows.of(library).along(polynomial.get()).rows().values());
      return new Rows(rows, polynomial.get().isShort());
    }
    if (polynomial.isPresent() && polynomial.get().isAffine()) {
      LibrarySpan span = LibrarySpan.of(library, region, List.of());
      List<LibrarySpan.Image> images = span.along(xi.matrix().orElseThrow());
      if (images.stream().allMatch(LibrarySpan.Image::isInside)) {
        boolean isShort = polynomial.get().isShort();
        return difference(span, images, constants(polynomial.get().s()), isShort);
      }
    }
    return sampled(
        fibre.outputs(), formulas(xi, fibre), List.of(), derivative -> derivative.along(xi, fibre));
  }

  Rows along(GroupElement h) {
    boolean isShort = PolynomialAction.isShort(h);
    if (monomial) {
      return new Rows(List.copyOf(MonomialRows.of(library).along(h).rows().values()), isShort);
    }
    LibrarySpan span = LibrarySpan.of(library, region, List.of(h.domain()));
    List<LibrarySpan.Image> images = span.moved(h.domain());
    return images.stream().allMatch(LibrarySpan.Image::isInside)
        ? difference(span, images, h.fibre(), isShort)
        : sampled(
            h.fibre().rows(), List.of(), List.of(h.domain()), derivative -> derivative.along(h));
  }

  /** Entry (k, c) of W K − S W Q, with K and Q in independent terms c. */
  private Rows difference(
      LibrarySpan span, List<LibrarySpan.Image> images, Matrix s, boolean isShort) {
    int n = s.rows();
    int p = library.size();
    List<LibrarySpan.Image> terms = span.identity();
    TreeMap<Integer, SortedMap<Integer, Rational>> rows = new TreeMap<>();
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < p; j++) {
        add(rows, k * p, images.get(j), k * p + j, Rational.ONE);
        for (int i = 0; i < n; i++) {
          add(rows, k * p, terms.get(j), i * p + j, Rational.simplest(-s.get(k, i)));
        }
      }
    }
    boolean exact =
        isShort
            && Stream.concat(images.stream(), terms.stream()).allMatch(LibrarySpan.Image::exact);
    return exact ? new Rows(List.copyOf(rows.values()), true) : reduced(rows, span.sizes(n));
  }

  /** Rows that belong to functions and columns that belong to terms, each in units of its size. */
  private static Rows reduced(SortedMap<Integer, SortedMap<Integer, Rational>> rows, Vec sizes) {
    List<SortedMap<Integer, Double>> inUnits = new ArrayList<>();
    rows.forEach(
        (r, row) -> {
          SortedMap<Integer, Double> values = new TreeMap<>();
          row.forEach((column, v) -> values.put(column, sizes.get(r) * v.doubleValue()));
          inUnits.add(values);
        });
    RowSpace space = RowSpace.rounded(sizes.size(), inUnits, sizes);
    return new Rows(space.rows(), space.exact());
  }

  private static void add(
      SortedMap<Integer, SortedMap<Integer, Rational>> rows,
      int offset,
      LibrarySpan.Image image,
      int column,
      Rational factor) {
    if (!factor.isZero()) {
      image
          .entries()
          .forEach(
              (term, value) ->
                  rows.computeIfAbsent(offset + term, r -> new TreeMap<>())
                      .merge(column, value.times(factor), Rational::plus));
    }
  }

  private static Matrix constants(List<List<Polynomial>> s) {
    double[][] values = new double[s.size()][s.size()];
    for (int k = 0; k < s.size(); k++) {
      for (int i = 0; i < s.size(); i++) {
        for (Rational c : s.get(k).get(i).coefficients().values()) {
          values[k][i] = c.doubleValue();
        }
      }
    }
    return Matrix.ofRows(values);
  }

  private static List<Expression> formulas(Generator xi, Fibre fibre) {
    List<Expression> formulas = new ArrayList<>(xi.components());
    if (fibre instanceof Fibre.Linear linear) {
      linear.rows().forEach(formulas::addAll);
    }
    return formulas;
  }

  /**
   * Twice as many points as one output's images can have dimensions, more while the rank grows; the
   * action's formulas are finite there, too.
   */
  private Rows sampled(
      int outputs,
      List<Expression> formulas,
      List<Matrix> maps,
      Function<LieDerivative, LinearMap> operator) {
    Region box = LibrarySpan.of(library, region, maps).box();
    List<Expression> all = new ArrayList<>(formulas);
    library.terms().forEach(term -> all.add(term.expression()));
    LibrarySamples samples = new LibrarySamples(Library.of(library.variables(), all));
    int half = library.size() * (1 + outputs) + 10;
    for (int doubling = 0; doubling <= MOST_DOUBLINGS; doubling++) {
      Optional<Matrix> points = samples.points(box, 2 * half, maps);
      if (points.isPresent()) {
        RowSpace few = reduced(points.get().rowSlice(0, half), outputs, operator);
        RowSpace many = reduced(points.get(), outputs, operator);
        if (few.form().rank() == many.form().rank()) {
          return new Rows(many.rows(), many.exact());
        }
      }
      half *= 2;
    }
    throw new BadSetting(
        "library-rank-undecided",
        "library",
        "how many independent conditions the symmetry makes depends on the points taken",
        "Leave out terms that nearly coincide where the data lie");
  }

  private RowSpace reduced(
      Matrix points, int outputs, Function<LieDerivative, LinearMap> operator) {
    Matrix values = operator.apply(LieDerivative.sampled(library, points)).toMatrix();
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int i = 0; i < values.rows(); i++) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      for (int j = 0; j < values.cols(); j++) {
        row.put(j, values.get(i, j));
      }
      rows.add(row);
    }
    Vec sizes = LibrarySpan.sizes(new LibrarySamples(library).values(points), outputs);
    return RowSpace.rounded(sizes.size(), rows, sizes);
  }
}
