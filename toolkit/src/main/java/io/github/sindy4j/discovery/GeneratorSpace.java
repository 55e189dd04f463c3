package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.AffineFields;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The linear span of vector fields, candidates for discovery. It need not be closed under brackets:
 * the symmetries in it are, as far as their brackets stay in it.
 *
 * @param name such as {@code affine}
 * @param basis independent generators over the same variables
 */
public record GeneratorSpace(String name, List<Generator> basis) {
  private static final int MOST = 5000;

  /** Checks that polynomial generators are independent. */
  public GeneratorSpace {
    basis = List.copyOf(basis);
    BadSetting.require(!basis.isEmpty(), name, "there are no generators", "Name at least one");
    Generator.requireIndependent(basis);
  }

  /** The generators of an algebra. */
  public static GeneratorSpace of(LieAlgebra algebra) {
    return new GeneratorSpace(algebra.name(), algebra.generators());
  }

  /** v(x) = A x. */
  public static GeneratorSpace linear(List<String> variables) {
    return new GeneratorSpace("linear", AffineFields.gl(variables.size()).on(variables));
  }

  /** v(x) = A x + a. */
  public static GeneratorSpace affine(List<String> variables) {
    return new GeneratorSpace("affine", AffineFields.aff(variables.size()).on(variables));
  }

  /** v(x) = Σ b_α x^α, |α| ≤ degree: the monomials by degree, each for every component. */
  public static GeneratorSpace polynomial(List<String> variables, int degree) {
    int m = variables.size();
    String name = "polynomial:" + degree;
    BadSetting.require(degree >= 0, name, "the degree is negative", "Take 0, 1, 2 …");
    long size = MonomialIndex.size(m, degree);
    BadSetting.require(
        size <= MOST / m,
        name,
        "there are " + size + " monomials of " + m + " variables",
        "Take a lower degree: at most " + MOST + " generators are tried");
    MonomialIndex index = new MonomialIndex(m, degree);
    List<Generator> shifts = AffineFields.t(m).on(variables);
    List<Generator> linear = AffineFields.gl(m).on(variables);
    List<Generator> basis = new ArrayList<>();
    for (int k = 0; k < index.size(); k++) {
      int number = k;
      List<Integer> alpha = IntStream.range(0, m).mapToObj(i -> index.exponent(number, i)).toList();
      int j = alpha.indexOf(1);
      int total = alpha.stream().mapToInt(Integer::intValue).sum();
      for (int i = 0; i < m; i++) {
        basis.add(
            total == 0
                ? shifts.get(i)
                : total == 1 ? linear.get(i * m + j) : monomial(variables, alpha, i));
      }
    }
    return new GeneratorSpace(name, basis);
  }

  private static Generator monomial(List<String> variables, List<Integer> alpha, int component) {
    int m = variables.size();
    List<Polynomial> components = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      components.add(i == component ? Polynomial.monomial(alpha) : Polynomial.zero(m));
    }
    Generator v = Generator.of("", variables, components);
    return v.named(v.text());
  }

  /**
   * Reads {@code affine}, {@code linear}, {@code polynomial:2}, or what {@link Action#parse} reads,
   * of which the generators are taken.
   *
   * @param states the variables that are moved
   */
  public static GeneratorSpace parse(String text, List<String> states) {
    return parse(text, states, List.of(), ActionFiles.NONE);
  }

  /**
   * The same with controls, which stay unless an action names them.
   *
   * @param files reads what ends in {@code .json}
   */
  public static GeneratorSpace parse(
      String text, List<String> states, List<String> controls, ActionFiles files) {
    String spec = text.strip();
    if (spec.equals("affine")) {
      return affine(states).beside(controls);
    } else if (spec.equals("linear")) {
      return linear(states).beside(controls);
    } else if (spec.startsWith("polynomial")) {
      return polynomial(states, degree(spec)).beside(controls);
    }
    Action action = Action.parse(spec, states, controls, files);
    if (action.generators().isEmpty()) {
      throw new BadSetting(
          "no-generators",
          "candidates '" + spec + "'",
          "it has no generators, only discrete transformations",
          "Name a continuous action, or affine, linear, polynomial:2");
    }
    return new GeneratorSpace(spec, action.generators());
  }

  private static int degree(String spec) {
    String digits = spec.substring("polynomial".length()).strip();
    if (!digits.matches(":\\s*\\d{1,3}")) {
      throw new BadSetting(
          "bad-candidates",
          "candidates '" + spec + "'",
          "the degree is missing",
          "Write polynomial:2");
    }
    return Integer.parseInt(digits.substring(1).strip());
  }

  /** The same over more variables, which come after and stay. */
  public GeneratorSpace beside(List<String> controls) {
    return controls.isEmpty()
        ? this
        : new GeneratorSpace(name, basis.stream().map(v -> beside(v, controls)).toList());
  }

  private static Generator beside(Generator v, List<String> controls) {
    List<String> variables = new ArrayList<>(v.variables());
    variables.addAll(controls);
    List<Expression> components = new ArrayList<>(v.components());
    controls.forEach(u -> components.add(Expression.number(0)));
    return new Generator(v.name(), variables, components);
  }

  /** The dimension. */
  public int size() {
    return basis.size();
  }

  /** The variables of the generators. */
  public List<String> variables() {
    return basis.get(0).variables();
  }
}
