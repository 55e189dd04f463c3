package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The derivatives v_g · ∇xᵅ of all monomials along all candidates. First the rotations (xⱼ ∂ᵢ − xᵢ
 * ∂ⱼ)/√2, i &lt; j, if there are any, then the translations ∂ᵢ.
 */
final class DerivativeTable {
  /** Takes one part of a derivative. */
  private interface Sink {
    /** v_g · ∇x^(α of f) has the coefficient {@code value} at the p-th function. */
    void add(int p, int g, int f, double value);
  }

  private final Monomials monomials;
  private final boolean rotations;
  private final int candidates;
  private final int image;

  DerivativeTable(Monomials monomials, boolean rotations) {
    int m = monomials.variables();
    this.monomials = monomials;
    this.rotations = rotations;
    this.candidates = rotations ? m * (m + 1) / 2 : m;
    this.image = monomials.upTo(rotations ? monomials.degree() : monomials.degree() - 1);
  }

  /** How many monomials the derivatives consist of: the first so many. */
  int image() {
    return image;
  }

  /** w ↦ the coefficients of the derivatives in monomials. */
  SparseMatrixMap inMonomials() {
    List<SortedMap<Integer, Double>> rows = rows();
    each((p, g, f, value) -> put(rows, p * candidates + g, f, value));
    return map(rows);
  }

  /**
   * w ↦ the coefficients of the derivatives in products of Legendre polynomials of mean square 1 on
   * the box, so that ‖·‖_F² is the mean of squares over it.
   */
  SparseMatrixMap inLegendre() {
    int[][] functions = new int[image][];
    double[][] weights = new double[image][];
    for (int p = 0; p < image; p++) {
      expand(p, functions, weights);
    }
    List<SortedMap<Integer, Double>> rows = rows();
    each(
        (p, g, f, value) -> {
          for (int k = 0; k < functions[p].length; k++) {
            put(rows, functions[p][k] * candidates + g, f, value * weights[p][k]);
          }
        });
    return map(rows);
  }

  private void each(Sink sink) {
    int m = monomials.variables();
    int turns = candidates - m;
    double half = Math.sqrt(0.5);
    for (int f = 0; f < monomials.size(); f++) {
      for (int i = 0; i < m; i++) {
        int power = monomials.exponent(f, i);
        if (power == 0) {
          continue;
        }
        int lowered = monomials.over(f, i);
        sink.add(lowered, turns + i, f, power);
        for (int j = 0; rotations && j < m; j++) {
          if (j != i) {
            int turn = i < j ? pair(i, j) : pair(j, i);
            sink.add(monomials.times(lowered, j), turn, f, i < j ? half * power : -half * power);
          }
        }
      }
    }
  }

  /** Counts (0, 1), (0, 2), …, (1, 2), … */
  private int pair(int i, int j) {
    return i * (2 * monomials.variables() - i - 1) / 2 + j - i - 1;
  }

  /** xᵅ by its parent: x Pₙ = aₙ₊₁ Pₙ₊₁ + aₙ Pₙ₋₁ in the last variable, aₙ = n/√(4n² − 1). */
  private void expand(int p, int[][] functions, double[][] weights) {
    if (p == 0) {
      functions[0] = new int[] {0};
      weights[0] = new double[] {1};
      return;
    }
    int j = monomials.last(p);
    SortedMap<Integer, Double> sum = new TreeMap<>();
    int[] before = functions[monomials.parent(p)];
    for (int k = 0; k < before.length; k++) {
      double weight = weights[monomials.parent(p)][k];
      int n = monomials.exponent(before[k], j);
      sum.merge(monomials.times(before[k], j), weight * raise(n + 1), Double::sum);
      if (n > 0) {
        sum.merge(monomials.over(before[k], j), weight * raise(n), Double::sum);
      }
    }
    functions[p] = sum.keySet().stream().mapToInt(Integer::intValue).toArray();
    weights[p] = sum.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double raise(int n) {
    return n / Math.sqrt(4.0 * n * n - 1);
  }

  private List<SortedMap<Integer, Double>> rows() {
    return new ArrayList<>(
        Collections.nCopies(image * candidates, Collections.<Integer, Double>emptySortedMap()));
  }

  private static void put(List<SortedMap<Integer, Double>> rows, int row, int f, double value) {
    if (rows.get(row).isEmpty()) {
      rows.set(row, new TreeMap<>());
    }
    rows.get(row).merge(f, value, Double::sum);
  }

  private SparseMatrixMap map(List<SortedMap<Integer, Double>> rows) {
    return new SparseMatrixMap(image, candidates, SparseMatrix.ofRows(monomials.size(), rows));
  }
}
