package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TriangularFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The terms of one equation that minimise ‖r‖²/s² + k · penalty, as far as adding, dropping and
 * swapping single terms can find them: from where backward elimination ended, and from nothing by
 * forward selection. Elimination alone cannot bring back a term that others stood in for. For one
 * thread.
 */
final class SupportSearch {
  private static final int MOST_MOVES = 200;

  private final RegressionSummary summary;
  private final int equation;
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
    this.summary = summary;
    this.equation = equation;
    this.candidates = candidates;
    this.noise = noise;
    this.penalty = penalty;
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
      Optional<List<Integer>> next =
          neighbours(best).min(Comparator.comparingDouble(this::criterion));
      if (next.isEmpty() || !(criterion(next.get()) < criterion(best))) {
        return best;
      }
      best = next.get();
    }
    return best;
  }

  private Stream<List<Integer>> neighbours(List<Integer> terms) {
    List<Integer> outside = candidates.stream().filter(j -> !terms.contains(j)).toList();
    Stream<List<Integer>> added = outside.stream().map(j -> changed(terms, -1, j));
    Stream<List<Integer>> dropped = terms.stream().map(j -> changed(terms, j, -1));
    Stream<List<Integer>> swapped =
        terms.stream().flatMap(out -> outside.stream().map(in -> changed(terms, out, in)));
    return Stream.of(added, dropped, swapped).flatMap(s -> s);
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
    int q = summary.triangle().rows();
    int k = terms.size();
    Block rows = new Block(q, k + 1);
    rows.setRows(q);
    for (int c = 0; c <= k; c++) {
      int column = c < k ? terms.get(c) : summary.terms() + equation;
      summary.triangle().copyColumn(column, 0, q, rows.values(), rows.offset(c));
    }
    TriangularFold fold = new TriangularFold(k + 1);
    fold.fold(rows);
    double left = fold.triangle().get(k, k);
    return left * left;
  }
}
