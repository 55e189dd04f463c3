package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Staircase;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One response and its candidate terms in the coordinates of their own triangle: xⱼ = R θⱼ/‖θⱼ‖ and
 * y, so that ‖y − Σ vⱼ xⱼ‖ is the residual of wⱼ = vⱼ/‖θⱼ‖ over all rows. Not to be changed.
 */
final class OneEquation {
  private final List<Integer> terms;
  private final double[][] columns;
  private final double[] lengths;
  private final double[] y;

  private OneEquation(List<Integer> terms, double[][] columns, double[] lengths, double[] y) {
    this.terms = terms;
    this.columns = columns;
    this.lengths = lengths;
    this.y = y;
  }

  /** An equation with these of the library's terms; each column must be longer than zero. */
  static OneEquation of(RegressionSummary summary, int equation, List<Integer> terms) {
    int c = terms.size();
    int[] picked = new int[c + 1];
    Arrays.setAll(picked, k -> k < c ? terms.get(k) : summary.terms() + equation);
    Matrix own = Staircase.triangle(summary.triangle(), picked);
    double[][] columns = new double[c][];
    double[] lengths = new double[c];
    for (int k = 0; k < c; k++) {
      Vec column = own.col(k);
      lengths[k] = column.norm();
      columns[k] = column.times(1 / lengths[k]).toArray();
    }
    return new OneEquation(List.copyOf(terms), columns, lengths, own.col(c).toArray());
  }

  /** Every equation with the columns that are independent of those before them. */
  static List<OneEquation> all(RegressionSummary summary, List<Integer> terms) {
    List<OneEquation> all = new ArrayList<>();
    for (int i = 0; i < summary.responses(); i++) {
      all.add(of(summary, i, terms));
    }
    return all;
  }

  /** The number of candidates. */
  int size() {
    return columns.length;
  }

  /** xⱼ, of length 1. */
  double[] column(int j) {
    return columns[j];
  }

  /** All xⱼ, then y. */
  double[][] withResponse() {
    double[][] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = y;
    return all;
  }

  /** y. */
  double[] response() {
    return y;
  }

  /** ‖θⱼ‖. */
  double length(int j) {
    return lengths[j];
  }

  /** ‖y‖. */
  double responseLength() {
    return Math.sqrt(DotProduct.of(y, y));
  }

  /** The library's terms of some candidates, rising. */
  List<Integer> terms(List<Integer> candidates) {
    return candidates.stream().map(terms::get).sorted().toList();
  }

  /** The triangle of [X_S | y]. */
  Matrix triangle(List<Integer> subset) {
    int k = subset.size();
    Block rows = new Block(Math.max(1, y.length), k + 1);
    rows.setRows(y.length);
    for (int c = 0; c <= k; c++) {
      double[] column = c < k ? columns[subset.get(c)] : y;
      System.arraycopy(column, 0, rows.values(), rows.offset(c), y.length);
    }
    TriangularFold fold = new TriangularFold(k + 1);
    fold.fold(rows);
    return fold.triangle();
  }

  /** ‖r‖² of the least-squares fit on some candidates. */
  double squaredError(List<Integer> subset) {
    double left = triangle(subset).get(subset.size(), subset.size());
    return left * left;
  }

  /** v of that fit, one entry for each of them. */
  double[] leastSquares(List<Integer> subset) {
    int k = subset.size();
    Matrix triangle = triangle(subset);
    return Triangle.solve(triangle, triangle.col(k).slice(0, k), k).toArray();
  }

  /** y − Σ vⱼ xⱼ. */
  double[] residual(List<Integer> subset, double[] v) {
    double[] r = y.clone();
    for (int k = 0; k < v.length; k++) {
      add(-v[k], columns[subset.get(k)], r);
    }
    return r;
  }

  /** Writes wⱼ = vⱼ/‖θⱼ‖ into a row of W. */
  void write(double[] v, double[] row) {
    for (int j = 0; j < v.length; j++) {
      row[terms.get(j)] = v[j] == 0 ? 0 : v[j] / lengths[j];
    }
  }

  /** target += factor · column. */
  static void add(double factor, double[] column, double[] target) {
    for (int t = 0; t < target.length; t++) {
      target[t] += factor * column[t];
    }
  }
}
