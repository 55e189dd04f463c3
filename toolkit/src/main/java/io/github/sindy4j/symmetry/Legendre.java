package io.github.sindy4j.symmetry;

import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.linalg.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Monomials as sums of products of Legendre polynomials, orthonormal in L2 over a box: x^a = (c + s
 * y)^a = Σₖ ℓ_{a,k} √(2k+1) Pₖ(y), y ∈ [−1, 1] with the uniform probability.
 */
public final class Legendre {
  private Legendre() {}

  /**
   * T with ‖T c‖ = ‖Σ c_α x^α‖ in L2 over the region; both its rows and its columns are numbered by
   * the index.
   */
  public static SparseMatrix orthonormal(MonomialIndex index, Region region) {
    int m = index.variables();
    double[][][] expansions = new double[m][][];
    for (int i = 0; i < m; i++) {
      expansions[i] = expansions(index.degree(), region.centre(i), region.halfWidth(i));
    }
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int k = 0; k < index.size(); k++) {
      rows.add(new TreeMap<>());
    }
    for (int column = 0; column < index.size(); column++) {
      spread(index, expansions, column, new int[m], 0, 1, rows);
    }
    return SparseMatrix.ofRows(index.size(), rows);
  }

  private static void spread(
      MonomialIndex index,
      double[][][] expansions,
      int column,
      int[] kappa,
      int variable,
      double factor,
      List<SortedMap<Integer, Double>> rows) {
    if (factor == 0) {
      return;
    }
    if (variable == kappa.length) {
      rows.get(index.of(kappa)).put(column, factor);
      return;
    }
    int exponent = index.exponent(column, variable);
    for (int k = 0; k <= exponent; k++) {
      kappa[variable] = k;
      double next = factor * expansions[variable][exponent][k];
      spread(index, expansions, column, kappa, variable + 1, next, rows);
    }
    kappa[variable] = 0;
  }

  /** ℓ_{a,k} for a, k ≤ degree, by y Pₖ = ((k+1) Pₖ₊₁ + k Pₖ₋₁)/(2k+1). */
  private static double[][] expansions(int degree, double centre, double halfWidth) {
    double[][] l = new double[degree + 1][degree + 1];
    l[0][0] = 1;
    for (int a = 1; a <= degree; a++) {
      for (int k = 0; k < a; k++) {
        double up = (k + 1) / Math.sqrt((2.0 * k + 1) * (2.0 * k + 3));
        l[a][k] += centre * l[a - 1][k];
        l[a][k + 1] += halfWidth * up * l[a - 1][k];
        if (k > 0) {
          l[a][k - 1] += halfWidth * k / Math.sqrt((2.0 * k + 1) * (2.0 * k - 1)) * l[a - 1][k];
        }
      }
    }
    return l;
  }
}
