package io.github.sindy4j.report;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Writes a generator with polynomial components as a matrix over its monomials. */
final class GeneratorEntries {
  private GeneratorEntries() {}

  /** The monomials: the variables, and then the others that occur, from low degrees to high. */
  static List<List<Integer>> columns(List<Polynomial> components) {
    int m = components.size();
    TreeSet<List<Integer>> others =
        new TreeSet<>(
            Comparator.comparingInt(GeneratorEntries::degree)
                .thenComparing(alpha -> alpha.toString(), Comparator.reverseOrder()));
    components.forEach(p -> others.addAll(p.coefficients().keySet()));
    List<List<Integer>> columns = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      List<Integer> alpha = new ArrayList<>(Collections.nCopies(m, 0));
      alpha.set(j, 1);
      columns.add(List.copyOf(alpha));
    }
    others.removeAll(columns);
    columns.addAll(others);
    return columns;
  }

  private static int degree(List<Integer> alpha) {
    return alpha.stream().mapToInt(Integer::intValue).sum();
  }

  /** What the columns are called. */
  static List<String> names(List<List<Integer>> columns, Generator generator) {
    return columns.stream()
        .map(a -> Polynomials.expression(Polynomial.monomial(a), generator.variables()).toString())
        .toList();
  }

  /** A row for each component, a column for each monomial. */
  static Matrix matrix(List<Polynomial> components, List<List<Integer>> columns) {
    double[] entries = new double[components.size() * columns.size()];
    for (int i = 0; i < components.size(); i++) {
      int row = i * columns.size();
      components
          .get(i)
          .coefficients()
          .forEach((alpha, c) -> entries[row + columns.indexOf(alpha)] = c.doubleValue());
    }
    return Matrix.adopt(components.size(), columns.size(), entries);
  }
}
