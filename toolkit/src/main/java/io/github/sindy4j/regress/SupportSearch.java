package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of one equation that minimise ‖r‖²/s² + k · penalty, as far as adding, dropping and
 * swapping single terms can find them: from where backward elimination ended, and from nothing by
 * forward selection. Elimination alone cannot bring back a term that others stood in for. For one
 * thread.
 */
final class SupportSearch {
  private static final int MOST_MOVES = 200;

  private final double[][] columns;
  private final List<Integer> candidates;
  private final double noise;
  private final double penalty;
  private final Map<List<Integer>, Double> known = new HashMap<>();

  /** Chooses among the terms {@code candidates}; {@code noise} is s². */
  SupportSearch(
      RegressionSummary summary,
      int equation,
      List<Integer> candidates,
      double noise,
      double penalty) {
    this.candidates = candidates;
    this.columns = columns(summary, equation, candidates);
    this.noise = noise;
    this.penalty = penalty;
  }

  /** The columns of the candidates, then y, in the coordinates of their own triangle. */
  private static double[][] columns(
      RegressionSummary summary, int equation, List<Integer> candidates) {
    int c = candidates.size();
    int[] picked = new int[c + 1];
    Arrays.setAll(picked, k -> k < c ? candidates.get(k) : summary.terms() + equation);
    Matrix all = summary.triangle().columns(picked);
    if (c + 1 < all.rows()) {
      TriangularFold fold = new TriangularFold(c + 1);
      fold.fold(all);
      all = fold.triangle();
    }
    double[][] columns = new double[c + 1][];
    for (int k = 0; k <= c; k++) {
      columns[k] = all.col(k).toArray();
    }
    return columns;
  }

  /** The best terms found, in order; {@code start} where nothing is better. */
  List<Integer> improve(List<Integer> start) {
    List<Integer> backward = descend(start);
    List<Integer> forward = descend(List.of());
    return criterion(forward) < criterion(backward) ? forward : backward;
  }

  /** ‖r‖²/s² + k · penalty of the least-squares fit on these terms. */
  double criterion(List<Integer> terms) {
    return known.computeIfAbsent(terms, this::squaredError) / noise + terms.size() * penalty;
  }

  private List<Integer> descend(List<Integer> start) {
    List<Integer> best = start.stream().sorted().toList();
    for (int move = 0; move < MOST_MOVES; move++) {
      List<Integer> next = bestNeighbour(best);
      if (!(criterion(next) < criterion(best))) {
        return best;
      }
      best = next;
    }
    return best;
  }

  /** The terms with one more, one less or one other for which ‖r‖²/s² + k · penalty is least. */
  private List<Integer> bestNeighbour(List<Integer> terms) {
    List<Integer> inside = terms.stream().map(candidates::indexOf).toList();
    Neighbours neighbours = new Neighbours(columns, inside);
    double least = Double.POSITIVE_INFINITY;
    List<Integer> best = terms;
    for (int i = 0; i < inside.size(); i++) {
      double change = neighbours.leaving(i) / noise - penalty;
      if (change < least) {
        least = change;
        best = changed(terms, terms.get(i), -1);
      }
    }
    for (int j = 0; j < candidates.size(); j++) {
      if (!inside.contains(j)) {
        Neighbours.Outside outside = neighbours.outside(j);
        double joined = outside.joining() / noise + penalty;
        if (joined < least) {
          least = joined;
          best = changed(terms, -1, candidates.get(j));
        }
        for (int i = 0; i < inside.size(); i++) {
          double replaced = outside.replacing(i) / noise;
          if (replaced < least) {
            least = replaced;
            best = changed(terms, terms.get(i), candidates.get(j));
          }
        }
      }
    }
    return best;
  }

  private static List<Integer> changed(List<Integer> terms, int out, int in) {
    List<Integer> changed = new ArrayList<>(terms);
    changed.remove((Integer) out);
    if (in >= 0) {
      changed.add(in);
    }
    changed.sort(Comparator.naturalOrder());
    return List.copyOf(changed);
  }

  /** The last entry of the triangle of [Θ_terms | y], squared. */
  private double squaredError(List<Integer> terms) {
    int k = terms.size();
    int q = columns[0].length;
    Block rows = new Block(q, k + 1);
    rows.setRows(q);
    for (int c = 0; c <= k; c++) {
      double[] column = columns[c < k ? candidates.indexOf(terms.get(c)) : candidates.size()];
      System.arraycopy(column, 0, rows.values(), rows.offset(c), q);
    }
    TriangularFold fold = new TriangularFold(k + 1);
    fold.fold(rows);
    double left = fold.triangle().get(k, k);
    return left * left;
  }
}
