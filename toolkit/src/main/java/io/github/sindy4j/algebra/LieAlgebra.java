package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Lie algebra of polynomial vector fields, by a basis: independent, and closed under [v, w] =
 * Dw·v − Dv·w. Both are demanded, exactly.
 *
 * <p>The rotation of the plane of x and y is −y ∂/∂x + x ∂/∂y. Variables of the named ones are x,
 * y, z, or x1 … xn where there are more; {@link #over} gives others.
 *
 * @param name such as {@code so(3)}
 * @param variables what the generators act on
 * @param generators the basis
 */
public record LieAlgebra(String name, List<String> variables, List<Generator> generators) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.']*");

  /**
   * Throws {@link BadSetting} when a generator depends on others or a bracket leaves the span; the
   * message offers the closure.
   */
  public LieAlgebra {
    variables = List.copyOf(variables);
    generators = List.copyOf(generators);
    for (Generator v : generators) {
      requireVariables(variables, v);
    }
    StructureConstants.exact(generators);
  }

  private static void requireVariables(List<String> variables, Generator v) {
    if (!v.variables().equals(variables)) {
      throw new BadSetting(
          "other-variables",
          "Lie algebra",
          "the generator " + v + " acts on " + v.variables() + ", not on " + variables,
          "Write all generators over the same variables");
    }
  }

  /** The one that these generators span; at least one. */
  public static LieAlgebra of(String name, List<Generator> generators) {
    BadSetting.require(
        !generators.isEmpty(), name, "there are no generators", "Take LieAlgebra.trivial(n)");
    return new LieAlgebra(name, generators.get(0).variables(), generators);
  }

  /**
   * The smallest one that holds these generators: brackets are added. Throws {@link BadSetting}
   * when generators that are not affine span more than 60 dimensions.
   */
  public static LieAlgebra closure(String name, List<Generator> generators) {
    return of(name, BracketClosure.generators(generators));
  }

  /** {0}. */
  public static LieAlgebra trivial(int n) {
    return new LieAlgebra("trivial", names(n), List.of());
  }

  /** The translations of Rⁿ. */
  public static LieAlgebra t(int n) {
    return named("t(" + n + ")", n, AffineFields.t(n));
  }

  /** The rotations of Rⁿ, of each pair of axes i &lt; j in lexicographic order: Aᵀ + A = 0. */
  public static LieAlgebra so(int n) {
    return named("so(" + n + ")", n, AffineFields.so(n));
  }

  /** Aᵀ J + J A = 0 for J = diag(1, … 1, −1, … −1) with p positive and q negative signs. */
  public static LieAlgebra so(int p, int q) {
    return named("so(" + p + "," + q + ")", p + q, AffineFields.so(p, q));
  }

  /** Rotations, then translations of Rⁿ. */
  public static LieAlgebra se(int n) {
    return named("se(" + n + ")", n, AffineFields.se(n));
  }

  /** All n×n matrices: xⱼ ∂/∂xᵢ, row by row. */
  public static LieAlgebra gl(int n) {
    return named("gl(" + n + ")", n, AffineFields.gl(n));
  }

  /** The n×n matrices of trace 0. */
  public static LieAlgebra sl(int n) {
    return named("sl(" + n + ")", n, AffineFields.sl(n));
  }

  /** gl(n), then t(n). */
  public static LieAlgebra aff(int n) {
    return named("aff(" + n + ")", n, AffineFields.aff(n));
  }

  /**
   * Aᵀ J + J A = 0 for J = [[0, I], [−I, 0]]: the flows of quadratic Hamiltonians of (q, p), half
   * of the {@code dimension} coordinates each.
   */
  public static LieAlgebra sp(int dimension) {
    BadSetting.require(
        dimension % 2 == 0,
        "sp(" + dimension + ")",
        "the coordinates must come in pairs (q, p)",
        "Take an even number");
    int n = dimension / 2;
    List<Generator> generators = AffineFields.sp(n).on(pairNames(n));
    return new LieAlgebra("sp(" + dimension + ")", pairNames(n), generators);
  }

  /** Σ wᵢ xᵢ ∂/∂xᵢ. */
  public static LieAlgebra scaling(List<Rational> weights) {
    List<Generator> generators = AffineFields.scaling(weights).on(names(weights.size()));
    return new LieAlgebra(generators.get(0).name(), names(weights.size()), generators);
  }

  /** The direct product: both act, each on its own variables, which must differ. */
  public LieAlgebra times(LieAlgebra other) {
    for (String variable : other.variables) {
      BadSetting.require(
          !variables.contains(variable),
          name + " × " + other.name,
          "both act on '" + variable + "'",
          "Give one of them other variables by 'over'");
    }
    List<String> both = new ArrayList<>(variables);
    both.addAll(other.variables);
    List<Generator> all = new ArrayList<>();
    generators.forEach(v -> all.add(moved(v, both, 0)));
    other.generators.forEach(v -> all.add(moved(v, both, variables.size())));
    return new LieAlgebra(name + " × " + other.name, both, all);
  }

  /** The same on other variables; generators are renamed along. */
  public LieAlgebra over(List<String> newVariables) {
    BadSetting.require(
        newVariables.size() == variables.size(),
        name,
        "it acts on " + variables.size() + " variables, not on " + newVariables.size(),
        "Name " + variables.size());
    List<Generator> renamed = new ArrayList<>();
    for (Generator v : generators) {
      renamed.add(moved(v, newVariables, 0).named(renamed(v.name(), newVariables)));
    }
    return new LieAlgebra(name, newVariables, renamed);
  }

  /** Replaces the variables behind the first parenthesis. */
  private String renamed(String generator, List<String> newVariables) {
    int open = generator.indexOf('(') + 1;
    return generator.substring(0, open)
        + NAME.matcher(generator.substring(open))
            .replaceAll(
                word -> {
                  int i = variables.indexOf(word.group());
                  return Matcher.quoteReplacement(i < 0 ? word.group() : newVariables.get(i));
                });
  }

  /** v on the variables from a position on; the others stay. */
  private static Generator moved(Generator v, List<String> variables, int from) {
    int m = variables.size();
    List<Polynomial> components = new ArrayList<>();
    List<Polynomial> old = LieBracket.polynomials(v);
    for (int i = 0; i < m; i++) {
      int own = i - from;
      components.add(
          own < 0 || own >= old.size()
              ? Polynomial.zero(m)
              : new Polynomial(m, widened(old.get(own), m, from)));
    }
    return Generator.of(v.name(), variables, components);
  }

  private static Map<List<Integer>, Rational> widened(Polynomial p, int m, int from) {
    Map<List<Integer>, Rational> wide = new LinkedHashMap<>();
    p.coefficients()
        .forEach(
            (alpha, c) -> {
              List<Integer> exponents = new ArrayList<>();
              for (int i = 0; i < m; i++) {
                boolean own = i >= from && i - from < alpha.size();
                exponents.add(own ? alpha.get(i - from) : 0);
              }
              wide.put(exponents, c);
            });
    return wide;
  }

  /** The number of generators. */
  public int dimension() {
    return generators.size();
  }

  /** c with [vᵢ, vⱼ] = Σₖ cᵢⱼᵏ vₖ, exact. */
  public StructureConstants structure() {
    return StructureConstants.exact(generators);
  }

  /** Which algebra it is. */
  public AlgebraType type() {
    return AlgebraType.of(structure());
  }

  private static LieAlgebra named(String name, int n, AffineFields fields) {
    BadSetting.require(n >= 1, name, "it acts on " + n + " variables", "Take at least 1");
    return new LieAlgebra(name, names(n), fields.on(names(n)));
  }

  private static List<String> names(int n) {
    return n <= 3
        ? List.of("x", "y", "z").subList(0, n)
        : IntStream.rangeClosed(1, n).mapToObj(i -> "x" + i).toList();
  }

  private static List<String> pairNames(int n) {
    return Stream.of("q", "p")
        .flatMap(z -> IntStream.rangeClosed(1, n).mapToObj(i -> n == 1 ? z : z + i))
        .toList();
  }
}
