package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether affine transformations keep the span of a library: Dθⱼ·v and θⱼ∘A lie in it for every
 * term. Where they do not, the symmetric models of the library are not those that the symmetry
 * means.
 *
 * <p>Transformations that are not affine raise the degree, and no finite library is closed.
 */
final class LibraryClosure {
  /** Beside the largest coefficient of an image, smaller ones are left over from rounding. */
  private static final double NOISE = 1e-12;

  private static final int MOST_NAMES = 8;

  /** By degree, then x before y. */
  private static final Comparator<List<Integer>> GRADED =
      Comparator.comparingInt(LibraryClosure::degree)
          .thenComparing((a, b) -> -Arrays.compare(array(a), array(b)));

  private final Library library;
  private final List<Generator> generators;
  private final List<GroupElement> elements;
  private final String statements;

  LibraryClosure(Library library, List<Action> actions) {
    this.library = library;
    this.generators =
        actions.stream().flatMap(a -> a.generators().stream()).filter(Generator::isAffine).toList();
    this.elements =
        actions.stream()
            .flatMap(a -> a.elements().stream())
            .map(h -> new GroupElement(h.name(), h.variables(), h.domain(), Matrix.identity(1)))
            .toList();
    this.statements = actions.stream().map(Action::text).collect(Collectors.joining(", "));
  }

  /** Throws {@link BadSetting} that names the terms that leak, and the smallest closed library. */
  void require(Region region) {
    if (LieDerivative.isExactFor(library)) {
      requireMonomials();
    } else {
      requireSpan(region);
    }
  }

  private void requireMonomials() {
    List<List<Integer>> own = library.terms().stream().map(Term::exponents).toList();
    Set<List<Integer>> closed = new LinkedHashSet<>(own);
    TreeSet<Integer> leaking = new TreeSet<>();
    List<List<Integer>> frontier = own;
    while (!frontier.isEmpty()) {
      Set<List<Integer>> next = new LinkedHashSet<>();
      for (MonomialRows.Operator image : images(frontier)) {
        boolean first = frontier == own;
        image
            .rows()
            .forEach(
                (row, entries) -> {
                  List<Integer> alpha = exponents(image.images(), row);
                  if (!closed.contains(alpha) && !entries.isEmpty()) {
                    next.add(alpha);
                    leaking.addAll(first ? entries.keySet() : Set.of());
                  }
                });
      }
      closed.addAll(next);
      frontier = List.copyOf(next);
    }
    if (closed.size() > own.size()) {
      List<String> names = leaking.stream().map(j -> library.terms().get(j).name()).toList();
      throw error(names, "to terms that the library does not hold", cure(own, closed));
    }
  }

  /** What the transformations make of these monomials, without what rounding left over. */
  private List<MonomialRows.Operator> images(List<List<Integer>> exponents) {
    MonomialRows monomials = new MonomialRows(library.variables().size(), exponents);
    List<MonomialRows.Operator> images = new ArrayList<>();
    for (Generator xi : generators) {
      images.add(monomials.along(PolynomialAction.of(xi, Fibre.scalar(1)).orElseThrow()));
    }
    elements.forEach(h -> images.add(monomials.along(h)));
    for (MonomialRows.Operator image : images) {
      double largest =
          image.rows().values().stream()
              .flatMap(row -> row.values().stream())
              .mapToDouble(c -> Math.abs(c.doubleValue()))
              .max()
              .orElse(0);
      for (SortedMap<Integer, Rational> row : image.rows().values()) {
        row.values().removeIf(c -> Math.abs(c.doubleValue()) <= NOISE * largest);
      }
    }
    return images;
  }

  private static List<Integer> exponents(MonomialIndex index, int monomial) {
    return Arrays.stream(index.exponents(monomial)).boxed().toList();
  }

  /** How the smallest closed library is written. */
  private String cure(List<List<Integer>> own, Set<List<Integer>> closed) {
    int degree = closed.stream().mapToInt(LibraryClosure::degree).max().orElse(0);
    PolynomialLibrary all = PolynomialLibrary.ofDegree(degree);
    long size = all.size(library.variables().size());
    boolean constant = closed.stream().anyMatch(alpha -> degree(alpha) == 0);
    if (closed.size() == (constant ? size : size - 1)) {
      LibrarySpec whole = constant ? all : all.withoutConstant();
      return "The smallest library that is closed is " + whole.text();
    }
    List<String> missing =
        closed.stream()
            .filter(alpha -> !own.contains(alpha))
            .sorted(GRADED)
            .map(this::name)
            .toList();
    return "The smallest library that is closed has these terms more: + expr("
        + String.join(", ", missing)
        + ")";
  }

  private String name(List<Integer> alpha) {
    return Polynomials.expression(Polynomial.monomial(alpha), library.variables()).toString();
  }

  private static int[] array(List<Integer> alpha) {
    return alpha.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int degree(List<Integer> alpha) {
    return alpha.stream().mapToInt(Integer::intValue).sum();
  }

  private void requireSpan(Region region) {
    TreeMap<Integer, Double> leaking = new TreeMap<>();
    if (!generators.isEmpty()) {
      LibrarySpan span = LibrarySpan.of(library, region, List.of());
      for (Generator xi : generators) {
        note(span.along(xi.matrix().orElseThrow()), leaking);
      }
    }
    for (GroupElement h : elements) {
      note(LibrarySpan.of(library, region, List.of(h.domain())).moved(h.domain()), leaking);
    }
    if (!leaking.isEmpty()) {
      List<String> names = new ArrayList<>();
      leaking.forEach(
          (j, residual) ->
              names.add(
                  String.format(
                      Locale.ROOT,
                      "%s (%.0f %% outside)",
                      library.terms().get(j).name(),
                      100 * residual)));
      throw error(
          names,
          "out of the span of the library",
          "Add what the symmetry makes of them, such as y/r beside x/r, or leave them out");
    }
  }

  private static void note(List<LibrarySpan.Image> images, SortedMap<Integer, Double> leaking) {
    for (int j = 0; j < images.size(); j++) {
      if (!images.get(j).isInside()) {
        leaking.merge(j, images.get(j).residual(), Math::max);
      }
    }
  }

  private BadSetting error(List<String> names, String what, String cure) {
    int more = names.size() - MOST_NAMES;
    return new BadSetting(
        "library-not-closed",
        statements,
        String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + (more > 0 ? " and " + more + " more" : "")
            + (names.size() == 1 ? " leads " : " lead ")
            + what,
        cure);
  }
}
