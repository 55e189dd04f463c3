package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** L_ξ F for each of several ξ, from the rational rows of the operator, with W put in. */
public final class RationalColumns {
  private RationalColumns() {}

  /** For each candidate its coefficients ≠ 0 by place in the image. */
  public static List<SortedMap<Integer, Rational>> of(
      Library library, Matrix w, List<Generator> candidates, Fibre fibre) {
    MonomialRows rows = MonomialRows.of(library);
    double[] weights = w.toArray();
    List<SortedMap<Integer, Rational>> columns = new ArrayList<>();
    for (Generator xi : candidates) {
      TreeMap<Integer, Rational> column = new TreeMap<>();
      rows.along(PolynomialAction.of(xi, fibre).orElseThrow())
          .rows()
          .forEach(
              (r, row) -> {
                Rational sum = Rational.ZERO;
                for (var entry : row.entrySet()) {
                  Rational value = Rational.simplest(weights[entry.getKey()]);
                  sum = sum.plus(entry.getValue().times(value));
                }
                if (!sum.isZero()) {
                  column.put(r, sum);
                }
              });
      columns.add(column);
    }
    return columns;
  }
}
