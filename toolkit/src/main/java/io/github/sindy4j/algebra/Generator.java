package io.github.sindy4j.algebra;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.basis.Rounding;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An infinitesimal transformation v = Σᵢ vᵢ(x) ∂/∂xᵢ of named variables.
 *
 * @param name such as {@code R(x,y)}; may be empty
 * @param variables the m variables: states, then controls
 * @param components v₁ … v_m
 */
public record Generator(String name, List<String> variables, List<Expression> components) {
  /** Copies the lists. */
  public Generator {
    variables = List.copyOf(variables);
    components = List.copyOf(components);
    if (variables.size() != components.size()) {
      throw new IllegalArgumentException(
          "Generator: " + variables.size() + " variables, " + components.size() + " components");
    }
  }

  /** v with polynomial components. */
  public static Generator of(String name, List<String> variables, List<Polynomial> components) {
    return new Generator(
        name,
        variables,
        components.stream().map(p -> Polynomials.expression(p, variables)).toList());
  }

  /** v(x) = A x + a. */
  public static Generator affine(String name, List<String> variables, Matrix a, Vec offset) {
    int m = variables.size();
    List<Polynomial> components = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      Polynomial p = Polynomial.constant(m, Rational.simplest(offset.get(i)));
      for (int j = 0; j < m; j++) {
        p = p.plus(Polynomial.variable(m, j).times(Rational.simplest(a.get(i, j))));
      }
      components.add(p);
    }
    return of(name, variables, components);
  }

  /** v(x) = A x. */
  public static Generator linear(String name, List<String> variables, Matrix a) {
    return affine(name, variables, a, Vec.zeros(variables.size()));
  }

  /**
   * Throws {@link io.github.sindy4j.notice.BadSetting} when one is a combination of those before
   * it; those that are not polynomial are not looked at.
   */
  public static void requireIndependent(List<Generator> generators) {
    List<Generator> polynomial =
        generators.stream().filter(v -> v.polynomials().isPresent()).toList();
    ExactConstants.span(polynomial, new FieldCoordinates());
  }

  /** The components as polynomials, exactly; empty when one is none. */
  public Optional<List<Polynomial>> polynomials() {
    List<Polynomial> polynomials = new ArrayList<>();
    for (Expression component : components) {
      Optional<Polynomial> polynomial = Polynomials.of(component, variables.size());
      if (polynomial.isEmpty()) {
        return Optional.empty();
      }
      polynomials.add(polynomial.get());
    }
    return Optional.of(polynomials);
  }

  /** Whether v(x) = A x + a. */
  public boolean isAffine() {
    return polynomials().filter(ps -> ps.stream().allMatch(p -> p.degree() <= 1)).isPresent();
  }

  /** [A | a], m×(m+1), of v(x) = A x + a; empty for any other. */
  public Optional<Matrix> matrix() {
    if (!isAffine()) {
      return Optional.empty();
    }
    int m = variables.size();
    double[] entries = new double[m * (m + 1)];
    List<Polynomial> components = polynomials().orElseThrow();
    for (int i = 0; i < m; i++) {
      int row = i * (m + 1);
      components
          .get(i)
          .coefficients()
          .forEach(
              (alpha, c) -> {
                int j = alpha.indexOf(1);
                entries[row + (j < 0 ? m : j)] = c.doubleValue();
              });
    }
    return Optional.of(Matrix.adopt(m, m + 1, entries));
  }

  /** Whether the formula of vᵢ holds xⱼ. */
  public boolean dependsOn(int i, int j) {
    return components.get(i).dependsOn(j);
  }

  /** The same under another name. */
  public Generator named(String newName) {
    return new Generator(newName, variables, components);
  }

  /** The same for people, with so many significant digits. */
  public Generator rounded(int digits) {
    return new Generator(
        name, variables, components.stream().map(e -> Rounding.of(e, digits)).toList());
  }

  /** {@code -y ∂/∂x + x ∂/∂y}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < variables.size(); i++) {
      String part = components.get(i).toString();
      if (part.equals("0")) {
        continue;
      }
      boolean sum = components.get(i) instanceof Expression.Sum;
      boolean negative = !sum && part.startsWith("-");
      String bare = sum ? "(" + part + ")" : negative ? part.substring(1) : part;
      text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ")
          .append(bare.equals("1") ? "" : bare + " ")
          .append("∂/∂")
          .append(variables.get(i));
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "" : name + ": ") + text();
  }
}
