package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Source: the definition L_ξ F = DF·v − S F, written out for monomials.
 */
final class MonomialRows {
  private final int variables;
  private final List<List<Integer>> exponents;
  private final int degree;

  /** Of these monomials x^α. */
  MonomialRows(int variables, List<List<Integer>> exponents) {
    this.variables = variables;
    this.exponents = exponents;
    this.degree =
        exponents.stream()
            .mapToInt(alpha -> alpha.stream().mapToInt(Integer::intValue).sum())
            .max()
            .orElse(0);
  }

  /** Of a library whose terms are monomials. */
  static MonomialRows of(Library library) {
    List<String> others =
        library.terms().stream().filter(term -> !term.isMonomial()).map(Term::name).toList();
    if (!others.isEmpty()) {
      throw new Unsupported(
          "not-polynomial",
          "LieDerivative.exact",
          "these terms are no monomials: " + String.join(", ", others),
          "Take LieDerivative.sampled");
    }
    return new MonomialRows(
        library.variables().size(), library.terms().stream().map(Term::exponents).toList());
  }

  /**
   * A sparse rational operator.
   *
   * @param images numbers the monomials of the image
   * @param outputs n
   * @param rows by k · images.size() + monomial, from column to entry; rows of zeros are absent
   */
  record Operator(
      MonomialIndex images, int outputs, SortedMap<Integer, SortedMap<Integer, Rational>> rows) {}

  /** Takes the entries of an operator, by rising column; those of one place add up. */
  @FunctionalInterface
  interface Sink {
    void add(int output, int monomial, int column, Rational value);
  }

  int columns(int outputs) {
    return outputs * exponents.size();
  }

  /** Numbers the monomials that images may have when the degree rises by so much. */
  MonomialIndex images(int rise) {
    return new MonomialIndex(variables, degree + rise);
  }

  /** vec(W) ↦ F_W. */
  Operator identity(int outputs) {
    Assembly assembly = new Assembly(outputs, images(0));
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < exponents.size(); j++) {
        int monomial = assembly.images.of(exponents.get(j));
        assembly.add(i, monomial, i * exponents.size() + j, Rational.ONE);
      }
    }
    return assembly.operator();
  }

  /** vec(W) ↦ L_ξ F_W. */
  Operator along(PolynomialAction xi) {
    Assembly assembly = new Assembly(xi.s().size(), images(xi.rise()));
    along(xi, assembly.images, assembly);
    return assembly.operator();
  }

  /** The entries of vec(W) ↦ L_ξ F_W. */
  void along(PolynomialAction xi, MonomialIndex images, Sink sink) {
    int n = xi.s().size();
    List<Part> motion = parts(xi.v());
    int[] image = new int[variables];
    for (int i = 0; i < n; i++) {
      int output = i;
      List<Part> fibre = parts(xi.s().stream().map(row -> row.get(output)).toList());
      for (int j = 0; j < exponents.size(); j++) {
        List<Integer> alpha = exponents.get(j);
        int column = i * exponents.size() + j;
        for (Part part : motion) {
          int power = alpha.get(part.component());
          if (power > 0) {
            add(alpha, part.exponents(), image);
            image[part.component()]--;
            sink.add(i, images.of(image), column, part.value().times(Rational.of(power)));
          }
        }
        for (Part part : fibre) {
          add(alpha, part.exponents(), image);
          sink.add(part.component(), images.of(image), column, part.value().negate());
        }
      }
    }
  }

  /** value · x^exponents in one of several polynomials. */
  private record Part(int component, List<Integer> exponents, Rational value) {}

  private static List<Part> parts(List<Polynomial> polynomials) {
    List<Part> parts = new ArrayList<>();
    for (int l = 0; l < polynomials.size(); l++) {
      int component = l;
      polynomials
          .get(l)
          .coefficients()
          .forEach((alpha, c) -> parts.add(new Part(component, alpha, c)));
    }
    return parts;
  }

  /** vec(W) ↦ F_W∘A − B F_W, which vanishes where K_h F = F. */
  Operator along(GroupElement h) {
    int n = h.fibre().rows();
    List<Polynomial> images = PolynomialAction.images(h);
    Map<List<Integer>, Polynomial> known = new HashMap<>();
    List<Polynomial> moved = exponents.stream().map(x -> substituted(x, images, known)).toList();
    Assembly assembly = new Assembly(n, images(0));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < exponents.size(); j++) {
        int column = i * exponents.size() + j;
        for (Part part : parts(List.of(moved.get(j)))) {
          assembly.add(i, assembly.images.of(part.exponents()), column, part.value());
        }
        int same = assembly.images.of(exponents.get(j));
        for (int k = 0; k < n; k++) {
          assembly.add(k, same, column, Rational.simplest(-h.fibre().get(k, i)));
        }
      }
    }
    return assembly.operator();
  }

  /** (Ax)^α, from one degree below. */
  private Polynomial substituted(
      List<Integer> alpha, List<Polynomial> images, Map<List<Integer>, Polynomial> known) {
    Polynomial before = known.get(alpha);
    if (before != null) {
      return before;
    }
    Polynomial image = Polynomial.constant(variables, Rational.ONE);
    for (int j = 0; j < variables; j++) {
      if (alpha.get(j) > 0) {
        List<Integer> lower = new ArrayList<>(alpha);
        lower.set(j, alpha.get(j) - 1);
        image = substituted(lower, images, known).times(images.get(j));
        break;
      }
    }
    known.put(alpha, image);
    return image;
  }

  private static void add(List<Integer> alpha, List<Integer> beta, int[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] = alpha.get(k) + beta.get(k);
    }
  }

  private static final class Assembly implements Sink {
    private final int outputs;
    private final MonomialIndex images;
    private final TreeMap<Integer, SortedMap<Integer, Rational>> rows = new TreeMap<>();

    Assembly(int outputs, MonomialIndex images) {
      this.outputs = outputs;
      this.images = images;
    }

    @Override
    public void add(int output, int monomial, int column, Rational value) {
      if (!value.isZero()) {
        int row = output * images.size() + monomial;
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
