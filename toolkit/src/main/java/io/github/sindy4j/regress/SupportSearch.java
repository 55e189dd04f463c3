package io.github.sindy4j.regress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The terms of one equation that minimise ‖r‖²/s² + k · penalty, as far as adding, dropping and
 * swapping single terms can find them: from where backward elimination ended, and from nothing by
 * forward selection. Elimination alone cannot bring back a term that others stood in for. For one
 * thread.
 */
final class SupportSearch {
  private static final int MOST_MOVES = 200;

  private final OneEquation own;
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
    this.own = OneEquation.of(summary, equation, candidates);
    this.candidates = candidates;
    this.noise = noise;
    this.penalty = penalty;
  }

  /** The best terms found, in order; {@code start} where nothing is better. */
  List<Integer> improve(List<Integer> start) {
    List<Integer> backward = descend(places(start));
    List<Integer> forward = descend(List.of());
    return own.terms(error(forward) < error(backward) ? forward : backward);
  }

  /** ‖r‖²/s² + k · penalty of the least-squares fit on these terms. */
  double criterion(List<Integer> terms) {
    return error(places(terms));
  }

  private List<Integer> places(List<Integer> terms) {
    return terms.stream().map(candidates::indexOf).sorted().toList();
  }

  private double error(List<Integer> places) {
    return known.computeIfAbsent(places, own::squaredError) / noise + places.size() * penalty;
  }

  private List<Integer> descend(List<Integer> start) {
    List<Integer> best = start;
    for (int move = 0; move < MOST_MOVES; move++) {
      List<Integer> next = bestNeighbour(best);
      if (!(error(next) < error(best))) {
        return best;
      }
      best = next;
    }
    return best;
  }

  /** The terms with one more, one less or one other for which ‖r‖²/s² + k · penalty is least. */
  private List<Integer> bestNeighbour(List<Integer> places) {
    List<Integer> all = IntStream.range(0, own.size()).boxed().toList();
    double least = Double.POSITIVE_INFINITY;
    List<Integer> best = places;
    for (Move move : new Neighbours(own.withResponse(), places).moves(all)) {
      if (move.cost(noise, penalty) < least) {
        least = move.cost(noise, penalty);
        best = move.from(places);
      }
    }
    return best;
  }
}
