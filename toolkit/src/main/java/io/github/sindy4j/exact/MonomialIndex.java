package io.github.sindy4j.exact;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers the monomials x^α of m variables with |α| ≤ D from 0 to binom(m + D, m) − 1: by degree,
 * within a degree by the exponent of the first variable, falling, and so on: 1, x, y, x^2, x y,
 * y^2.
 *
 * <p>The numbers do not depend on D: what has a number keeps it when the degree is raised.
 */
public final class MonomialIndex {
  private final int variables;
  private final int degree;
  private final int[][] counts;
  private final List<int[]> exponents;

  /** Those of {@code variables} variables up to {@code degree}. */
  public MonomialIndex(int variables, int degree) {
    this.variables = variables;
    this.degree = degree;
    this.counts = new int[variables + 1][degree + 1];
    for (int m = 0; m <= variables; m++) {
      counts[m][0] = 1;
      for (int d = 1; d <= degree; d++) {
        counts[m][d] = m == 0 ? 1 : Math.addExact(counts[m - 1][d], counts[m][d - 1]);
      }
    }
    this.exponents = new ArrayList<>(counts[variables][degree]);
    for (int d = 0; d <= degree; d++) {
      enumerate(new int[variables], 0, d);
    }
  }

  private void enumerate(int[] alpha, int variable, int left) {
    if (variable == variables) {
      if (left == 0) {
        exponents.add(alpha.clone());
      }
      return;
    }
    int least = variable == variables - 1 ? left : 0;
    for (int e = left; e >= least; e--) {
      alpha[variable] = e;
      enumerate(alpha, variable + 1, left - e);
    }
    alpha[variable] = 0;
  }

  /** How many there are for this many variables up to this degree; saturates. */
  public static long size(int variables, int degree) {
    double size = 1;
    for (int k = 1; k <= Math.min(variables, degree); k++) {
      size = size * (Math.max(variables, degree) + k) / k;
    }
    return size < 1e15 ? Math.round(size) : Long.MAX_VALUE;
  }

  /** m. */
  public int variables() {
    return variables;
  }

  /** D. */
  public int degree() {
    return degree;
  }

  /** The number of monomials. */
  public int size() {
    return exponents.size();
  }

  /** The exponent of a variable in the monomial with this number. */
  public int exponent(int index, int variable) {
    return exponents.get(index)[variable];
  }

  /** α of the monomial with this number. */
  public int[] exponents(int index) {
    return exponents.get(index).clone();
  }

  /** |α| of the monomial with this number. */
  public int degreeOf(int index) {
    return sum(exponents.get(index));
  }

  /** The number of x^α, |α| ≤ D. */
  public int of(List<Integer> alpha) {
    return of(alpha.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The number of x^α, |α| ≤ D. */
  public int of(int[] alpha) {
    int left = sum(alpha);
    if (left > degree || alpha.length != variables) {
      throw new IllegalArgumentException(
          "MonomialIndex: degree %d of %d variables, where there are degrees up to %d of %d"
              .formatted(left, alpha.length, degree, variables));
    }
    int index = left == 0 ? 0 : counts[variables][left - 1];
    for (int i = 0; i < variables - 1 && left > 0; i++) {
      if (alpha[i] < left) {
        index += counts[variables - i - 1][left - alpha[i] - 1];
      }
      left -= alpha[i];
    }
    return index;
  }

  private static int sum(int[] alpha) {
    int sum = 0;
    for (int e : alpha) {
      sum += e;
    }
    return sum;
  }
}
