package io.github.sindy4j.datasets.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The monomials xᵅ of m variables of degree at most D, graded as in a polynomial library: 1, x₀, …,
 * x₀², x₀ x₁, …; each but the first is an earlier one times its last variable. Immutable.
 */
final class Monomials {
  private final int variables;
  private final int degree;

  /** Where each degree begins, and the end of the last. */
  private final int[] starts;

  private final int[] last;
  private final int[] parents;
  private final int[][] exponents;

  /** The places of xᵅ xⱼ, for degrees below D. */
  private final int[][] products;

  /** The places of xᵅ / xⱼ; −1 where there is none. */
  private final int[][] quotients;

  Monomials(int variables, int degree) {
    this.variables = variables;
    this.degree = degree;
    this.starts = new int[degree + 2];
    List<int[]> found = new ArrayList<>();
    found.add(new int[] {-1, 0});
    starts[1] = 1;
    for (int total = 1; total <= degree; total++) {
      for (int parent = starts[total - 1]; parent < starts[total]; parent++) {
        for (int j = found.get(parent)[1]; j < variables; j++) {
          found.add(new int[] {parent, j});
        }
      }
      starts[total + 1] = found.size();
    }
    parents = found.stream().mapToInt(pair -> pair[0]).toArray();
    last = found.stream().mapToInt(pair -> pair[1]).toArray();
    exponents = exponents();
    products = products();
    quotients = new int[found.size()][variables];
    for (int[] row : quotients) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < starts[degree]; i++) {
      for (int j = 0; j < variables; j++) {
        quotients[products[i][j]][j] = i;
      }
    }
  }

  private int[][] exponents() {
    int[][] all = new int[parents.length][];
    all[0] = new int[variables];
    for (int i = 1; i < all.length; i++) {
      all[i] = all[parents[i]].clone();
      all[i][last[i]]++;
    }
    return all;
  }

  private int[][] products() {
    int[][] all = new int[starts[degree]][variables];
    for (int child = 1; child < parents.length; child++) {
      all[parents[child]][last[child]] = child;
    }
    for (int i = 1; i < all.length; i++) {
      for (int j = 0; j < last[i]; j++) {
        // The last variable of (parent · xⱼ) is not beyond that of i, so its child is known.
        all[i][j] = all[all[parents[i]][j]][last[i]];
      }
    }
    return all;
  }

  int variables() {
    return variables;
  }

  int degree() {
    return degree;
  }

  int size() {
    return parents.length;
  }

  /** How many have at most this degree: the first so many. */
  int upTo(int total) {
    return starts[total + 1];
  }

  /** αⱼ. */
  int exponent(int i, int j) {
    return exponents[i][j];
  }

  /** The place of the monomial without its last variable. */
  int parent(int i) {
    return parents[i];
  }

  /** The last variable of a monomial. */
  int last(int i) {
    return last[i];
  }

  /** The place of xᵅ xⱼ, which must not exceed the degree. */
  int times(int i, int j) {
    return products[i][j];
  }

  /** The place of xᵅ / xⱼ, where αⱼ &gt; 0. */
  int over(int i, int j) {
    return quotients[i][j];
  }

  /** The values at x, into a row that begins at an offset. */
  void evaluate(double[] x, int from, double[] target, int offset) {
    target[offset] = 1;
    for (int i = 1; i < parents.length; i++) {
      target[offset + i] = target[offset + parents[i]] * x[from + last[i]];
    }
  }
}
