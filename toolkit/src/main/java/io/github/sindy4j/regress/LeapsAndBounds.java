package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The k terms of least ‖r‖² by branch and bound.
 *
 * <p>A node is a set S of terms that are still allowed, of which some are inside for good. Leaving
 * out term j costs cⱼ = wⱼ²/‖fⱼ‖² (as in {@link Elimination}), and leaving out more costs no less.
 * So with m terms still to choose among the n that are open,
 *
 * <pre> ‖r‖² ≥ ‖r_S‖² + (the (n − m)-th smallest cⱼ), </pre>
 *
 * since n − m of them go; and a term whose loss alone makes the residual larger than the best one
 * known is inside for good. The best one known is at first what forward selection, backward
 * elimination and exchanges of single terms find. The open term of largest cost is decided first:
 * inside, then out. Residuals below 10⁻²⁶ ‖y‖² are rounding. For one thread.
 */
final class LeapsAndBounds {
  private static final double ROUNDING = 1e-26;
  private static final int MOST_EXCHANGES = 200;

  private final OneEquation equation;
  private final int k;
  private final long limit;
  private final double[][] columns;
  private final double floor;
  private List<Integer> best;
  private double least;
  private double open = Double.POSITIVE_INFINITY;
  private long nodes;

  /** Chooses k of the equation's candidates with at most {@code limit} nodes. */
  LeapsAndBounds(OneEquation equation, int k, long limit) {
    this.equation = equation;
    this.k = k;
    this.limit = limit;
    this.columns = equation.withResponse();
    this.floor = ROUNDING * DotProduct.of(equation.response(), equation.response());
    this.best = IntStream.range(0, k).boxed().toList();
    this.least = equation.squaredError(best);
  }

  BestSubset.Subset best() {
    Node root = Node.of(equation);
    if (k < equation.size()) {
      offer(exchanged(backward()));
      List<Integer> forward = ForwardSelection.order(equation, ForwardSelection.Rule.FROLS, k);
      if (forward.size() == k) {
        offer(exchanged(forward));
      }
      visit(root);
    }
    double bound = open < least - floor ? Math.max(0, open) : least;
    return new BestSubset.Subset(equation.terms(best), least, bound, nodes);
  }

  private List<Integer> backward() {
    Node root = Node.of(equation);
    Elimination elimination =
        new Elimination(Arrays.stream(root.terms).boxed().toList(), root.w, Matrix.ofRows(root.f));
    for (int left = equation.size(); left > k; left--) {
      int cheapest =
          IntStream.range(0, elimination.size())
              .filter(elimination::isActive)
              .boxed()
              .min(Comparator.comparingDouble(elimination::cost))
              .orElseThrow();
      elimination.remove(cheapest);
    }
    return IntStream.range(0, elimination.size()).filter(elimination::isActive).boxed().toList();
  }

  /** The set after exchanges of single terms, the best one each time, until none is better. */
  private List<Integer> exchanged(List<Integer> start) {
    List<Integer> now = new ArrayList<>(start);
    for (int step = 0; step < MOST_EXCHANGES; step++) {
      Neighbours neighbours = new Neighbours(columns, now);
      double change = -floor;
      int leaving = -1;
      int joining = -1;
      for (int j = 0; j < equation.size(); j++) {
        if (!now.contains(j)) {
          Neighbours.Outside outside = neighbours.outside(j);
          for (int i = 0; i < now.size(); i++) {
            double replaced = outside.replacing(i);
            if (replaced < change) {
              change = replaced;
              leaving = i;
              joining = j;
            }
          }
        }
      }
      if (leaving < 0) {
        break;
      }
      now.set(leaving, joining);
    }
    return now;
  }

  private void offer(List<Integer> candidates) {
    double error = equation.squaredError(candidates);
    if (error < least) {
      least = error;
      best = List.copyOf(candidates);
    }
  }

  private void visit(Node node) {
    Node kept = node.keeping(node.costs(), least - floor);
    int missing = k - kept.fixed;
    if (missing < 0) {
      return;
    }
    if (kept.size() == k || missing == 0) {
      offer(kept.leading(k));
      return;
    }
    double[] costs = kept.openCosts();
    double bound = kept.error + smallest(costs, costs.length - missing);
    if (bound >= least - floor) {
      return;
    }
    if (nodes >= limit) {
      open = Math.min(open, bound);
      return;
    }
    nodes++;
    if (missing == 1) {
      complete(kept);
      return;
    }
    int largest = 0;
    for (int j = 1; j < costs.length; j++) {
      largest = costs[j] > costs[largest] ? j : largest;
    }
    visit(kept.fixing(kept.fixed + largest));
    visit(kept.without(kept.fixed + largest));
  }

  /** The count-th smallest, counted from 1. */
  private static double smallest(double[] values, int count) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[count - 1];
  }

  /** The best last term. */
  private void complete(Node node) {
    List<Integer> inside = node.leading(k - 1);
    Neighbours neighbours = new Neighbours(columns, inside);
    int last = -1;
    double change = Double.POSITIVE_INFINITY;
    for (int j = node.fixed; j < node.size(); j++) {
      double joined = neighbours.outside(node.terms[j]).joining();
      last = last < 0 || joined < change ? node.terms[j] : last;
      change = Math.min(change, joined);
    }
    List<Integer> all = new ArrayList<>(inside);
    all.add(last);
    offer(all);
  }

  /**
   * The least-squares fit on a set of candidates, the first {@code fixed} of which are inside for
   * good: w, F with F Fᵀ the inverse normal matrix, and ‖r‖². Not to be changed.
   */
  private static final class Node {
    private final int[] terms;
    private final int fixed;
    private final double[] w;
    private final double[][] f;
    private final double error;

    private Node(int[] terms, int fixed, double[] w, double[][] f, double error) {
      this.terms = terms;
      this.fixed = fixed;
      this.w = w;
      this.f = f;
      this.error = error;
    }

    static Node of(OneEquation equation) {
      int p = equation.size();
      int[] all = IntStream.range(0, p).toArray();
      Matrix t = equation.triangle(Arrays.stream(all).boxed().toList());
      Matrix inverse = Triangle.inverse(t.rowSlice(0, p).columns(all));
      double[][] f = new double[p][];
      Arrays.setAll(f, j -> inverse.row(j).toArray());
      double[] w = Triangle.solve(t, t.col(p).slice(0, p), p).toArray();
      return new Node(all, 0, w, f, t.get(p, p) * t.get(p, p));
    }

    int size() {
      return terms.length;
    }

    /** By how much ‖r‖² grows without each of the terms. */
    double[] costs() {
      double[] costs = new double[terms.length];
      Arrays.setAll(costs, j -> w[j] * w[j] / DotProduct.of(f[j], f[j]));
      return costs;
    }

    double[] openCosts() {
      return Arrays.copyOfRange(costs(), fixed, terms.length);
    }

    List<Integer> leading(int count) {
      return Arrays.stream(terms, 0, count).boxed().toList();
    }

    /** With every open term fixed without which ‖r‖² reaches the limit. */
    Node keeping(double[] costs, double most) {
      Node kept = this;
      for (int j = fixed; j < terms.length; j++) {
        if (error + costs[j] >= most) {
          // Terms before j in the open part have been swapped only among themselves.
          kept = kept.fixing(kept.place(terms[j]));
        }
      }
      return kept;
    }

    private int place(int term) {
      int place = 0;
      while (terms[place] != term) {
        place++;
      }
      return place;
    }

    /** With the open term at this place fixed. */
    Node fixing(int place) {
      int[] newTerms = terms.clone();
      double[] newW = w.clone();
      double[][] newF = f.clone();
      newTerms[place] = terms[fixed];
      newTerms[fixed] = terms[place];
      newW[place] = w[fixed];
      newW[fixed] = w[place];
      newF[place] = f[fixed];
      newF[fixed] = f[place];
      return new Node(newTerms, fixed + 1, newW, newF, error);
    }

    /** Without the open term at this place: one reflection from the right, as in Elimination. */
    Node without(int place) {
      int n = terms.length;
      double[] v = f[place].clone();
      double length2 = DotProduct.of(v, v);
      double step = w[place] / length2;
      v[0] += Math.copySign(Math.sqrt(length2), v[0]);
      double scale = 2 / DotProduct.of(v, v);
      int[] newTerms = new int[n - 1];
      double[] newW = new double[n - 1];
      double[][] newF = new double[n - 1][n - 1];
      for (int j = 0, at = 0; j < n; j++) {
        if (j != place) {
          newTerms[at] = terms[j];
          newW[at] = w[j] - step * DotProduct.of(f[j], f[place]);
          double s = scale * DotProduct.of(f[j], v);
          for (int c = 1; c < n; c++) {
            newF[at][c - 1] = f[j][c] - s * v[c];
          }
          at++;
        }
      }
      return new Node(newTerms, fixed, newW, newF, error + w[place] * step);
    }
  }
}
