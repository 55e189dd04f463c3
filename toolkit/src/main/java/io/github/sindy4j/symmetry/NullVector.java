package io.github.sindy4j.symmetry;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * z with C z = 0, 1 at its first column.
 *
 * @param entries those that are not zero, by column
 * @param exact whether all are short fractions; otherwise they carry rounding errors
 */
record NullVector(SortedMap<Integer, Rational> entries, boolean exact) {
  /** How far an entry may lie from the short fraction it is taken for, relative to its size. */
  private static final double REACH = 1e-9;

  /**
   * Short fractions where they keep ‖C z‖ ≤ 1e-10 Σ ‖cₖ zₖ‖, else the numbers as they are.
   *
   * @param z a null vector of the block, 1 at its last entry that is not zero
   * @param block C with every column divided by its scale
   * @param places the columns' numbers
   * @param scales by the columns' numbers
   */
  static NullVector of(Vec z, Matrix block, List<Integer> places, Vec scales) {
    int free = z.size() - 1;
    while (z.get(free) == 0) {
      free--;
    }
    double[] snapped = new double[z.size()];
    SortedMap<Integer, Rational> fractions = new TreeMap<>();
    SortedMap<Integer, Rational> plain = new TreeMap<>();
    double own = block.col(free).norm();
    double size = 0;
    for (int k = 0; k <= free; k++) {
      if (z.get(k) != 0) {
        double unit = scales.get(places.get(free)) / scales.get(places.get(k));
        double norm = block.col(k).norm();
        double reach = k == free ? 0 : REACH * own / norm;
        Rational fraction = Rational.simplest(z.get(k) * unit, reach * unit);
        if (!fraction.isZero()) {
          fractions.put(places.get(k), fraction);
        }
        plain.put(places.get(k), Rational.simplest(z.get(k) * unit));
        snapped[k] = fraction.doubleValue() / unit;
        size += Math.abs(z.get(k)) * norm;
      }
    }
    boolean exact =
        fractions.values().stream().allMatch(PolynomialAction::isShort)
            && Tolerance.RANK.isZero(block.apply(Vec.adopt(snapped)).norm(), size);
    return new NullVector(exact ? fractions : plain, exact);
  }
}
