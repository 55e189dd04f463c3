package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Lie derivative in the monomial basis, over the rationals:
 *
 * <pre> L_ξ (x^α eᵢ) = Σⱼ αⱼ Σ_β v_{j,β} x^{α−eⱼ+β} eᵢ − Σₖ Σ_γ S_{ki,γ} x^{α+γ} eₖ. </pre>
 *
 * <p>Rows are numbered (k, monomial of the image), columns (i, term): position i p + j in vec(W).
 * Source: {@code design} of this project; derived from the definition.
 */
final class MonomialRows {
  private final int variables;
  private final List<List<Integer>> exponents;
  private final int degree;

  MonomialRows(Library library) {
    this.variables = library.variables().size();
    List<String> others =
        library.terms().stream().filter(term -> !term.isMonomial()).map(Term::name).toList();
    if (!others.isEmpty()) {
      throw new Unsupported(
          "not-polynomial",
          "LieDerivative.exact",
          "these terms are no monomials: " + String.join(", ", others),
          "Take LieDerivative.sampled");
    }
    this.exponents = library.terms().stream().map(Term::exponents).toList();
    this.degree =
        exponents.stream()
            .mapToInt(alpha -> alpha.stream().mapToInt(Integer::intValue).sum())
            .max()
            .orElse(0);
  }

  /**
   * A sparse rational operator.
   *
   * @param images numbers the monomials of the image
   * @param rows by k · images.size() + monomial, from column to entry; rows of zeros are absent
   */
  record Operator(
      MonomialIndex images, int outputs, SortedMap<Integer, SortedMap<Integer, Rational>> rows) {}

  int columns(int outputs) {
    return outputs * exponents.size();
  }

  /** vec(W) ↦ F_W. */
  Operator identity(int outputs) {
    Assembly assembly = new Assembly(outputs, degree);
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < exponents.size(); j++) {
        assembly.add(i, exponents.get(j), column(i, j), Rational.ONE);
      }
    }
    return assembly.operator();
  }

  /** vec(W) ↦ L_ξ F_W. */
  Operator along(Generator xi, Fibre fibre) {
    List<Polynomial> v = polynomials(xi);
    List<List<Polynomial>> s = fibreMap(v, fibre);
    int highest = v.stream().mapToInt(Polynomial::degree).max().orElse(0) - 1;
    for (List<Polynomial> row : s) {
      highest = Math.max(highest, row.stream().mapToInt(Polynomial::degree).max().orElse(0));
    }
    Assembly assembly = new Assembly(fibre.outputs(), degree + Math.max(0, highest));
    for (int j = 0; j < exponents.size(); j++) {
      List<Integer> alpha = exponents.get(j);
      Polynomial moved = moved(alpha, v);
      for (int i = 0; i < fibre.outputs(); i++) {
        int column = column(i, j);
        int output = i;
        moved.coefficients().forEach((beta, c) -> assembly.add(output, beta, column, c));
        for (int k = 0; k < fibre.outputs(); k++) {
          int row = k;
          s.get(k)
              .get(i)
              .coefficients()
              .forEach((gamma, c) -> assembly.add(row, sum(alpha, gamma), column, c.negate()));
        }
      }
    }
    return assembly.operator();
  }

  /** vec(W) ↦ F_W∘A − B F_W, which vanishes where K_h F = F. */
  Operator along(GroupElement h) {
    int n = h.fibre().rows();
    List<Polynomial> images = new ArrayList<>();
    for (int i = 0; i < variables; i++) {
      Polynomial image = Polynomial.zero(variables);
      for (int j = 0; j < variables; j++) {
        image =
            image.plus(
                Polynomial.variable(variables, j).times(Rational.simplest(h.domain().get(i, j))));
      }
      images.add(image);
    }
    Assembly assembly = new Assembly(n, degree);
    for (int j = 0; j < exponents.size(); j++) {
      Polynomial moved = substituted(exponents.get(j), images);
      for (int i = 0; i < n; i++) {
        int column = column(i, j);
        int output = i;
        moved.coefficients().forEach((beta, c) -> assembly.add(output, beta, column, c));
        for (int k = 0; k < n; k++) {
          Rational b = Rational.simplest(h.fibre().get(k, i));
          assembly.add(k, exponents.get(j), column, b.negate());
        }
      }
    }
    return assembly.operator();
  }

  private int column(int output, int term) {
    return output * exponents.size() + term;
  }

  static List<Polynomial> polynomials(Generator xi) {
    return xi.polynomials()
        .orElseThrow(
            () ->
                new Unsupported(
                    "not-polynomial",
                    "LieDerivative.exact",
                    "the generator " + xi + " is not polynomial",
                    "Take LieDerivative.sampled"));
  }

  /** (S_{ki}), n×n. */
  private List<List<Polynomial>> fibreMap(List<Polynomial> v, Fibre fibre) {
    int n = fibre.outputs();
    List<List<Polynomial>> s = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      List<Polynomial> row = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        row.add(entry(v, fibre, k, i));
      }
      s.add(row);
    }
    return s;
  }

  private Polynomial entry(List<Polynomial> v, Fibre fibre, int k, int i) {
    if (fibre instanceof Fibre.Pushforward) {
      return v.get(k).derivative(i);
    } else if (fibre instanceof Fibre.Linear linear) {
      return io.github.sindy4j.basis.Polynomials.of(linear.rows().get(k).get(i), variables)
          .orElseThrow(
              () ->
                  new Unsupported(
                      "not-polynomial",
                      "LieDerivative.exact",
                      "the fibre map has the entry " + linear.rows().get(k).get(i),
                      "Take LieDerivative.sampled"));
    }
    return Polynomial.zero(variables);
  }

  /** Σⱼ αⱼ x^{α−eⱼ} vⱼ. */
  private Polynomial moved(List<Integer> alpha, List<Polynomial> v) {
    Map<List<Integer>, Rational> image = new TreeMap<>(MonomialRows::compare);
    for (int j = 0; j < variables; j++) {
      if (alpha.get(j) > 0) {
        Rational factor = Rational.of(alpha.get(j));
        List<Integer> lower = new ArrayList<>(alpha);
        lower.set(j, alpha.get(j) - 1);
        v.get(j)
            .coefficients()
            .forEach((beta, c) -> image.merge(sum(lower, beta), c.times(factor), Rational::plus));
      }
    }
    return new Polynomial(variables, image);
  }

  private Polynomial substituted(List<Integer> alpha, List<Polynomial> images) {
    Polynomial product = Polynomial.constant(variables, Rational.ONE);
    for (int j = 0; j < variables; j++) {
      product = alpha.get(j) == 0 ? product : product.times(images.get(j).power(alpha.get(j)));
    }
    return product;
  }

  private static List<Integer> sum(List<Integer> alpha, List<Integer> beta) {
    List<Integer> sum = new ArrayList<>(alpha.size());
    for (int k = 0; k < alpha.size(); k++) {
      sum.add(alpha.get(k) + beta.get(k));
    }
    return sum;
  }

  private static int compare(List<Integer> alpha, List<Integer> beta) {
    for (int k = 0; k < alpha.size(); k++) {
      int order = Integer.compare(alpha.get(k), beta.get(k));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private final class Assembly {
    private final MonomialIndex images;
    private final int outputs;
    private final TreeMap<Integer, SortedMap<Integer, Rational>> rows = new TreeMap<>();

    Assembly(int outputs, int imageDegree) {
      this.outputs = outputs;
      this.images = new MonomialIndex(variables, imageDegree);
    }

    void add(int output, List<Integer> monomial, int column, Rational value) {
      if (!value.isZero()) {
        int row = output * images.size() + images.of(monomial);
        rows.computeIfAbsent(row, k -> new TreeMap<>()).merge(column, value, Rational::plus);
      }
    }

    Operator operator() {
      rows.values().forEach(row -> row.values().removeIf(Rational::isZero));
      rows.values().removeIf(Map::isEmpty);
      return new Operator(images, outputs, rows);
    }
  }
}
