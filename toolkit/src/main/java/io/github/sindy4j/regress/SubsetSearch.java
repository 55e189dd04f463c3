package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Staircase;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * min over S of ‖y − Θ_S w‖² + penalty · |S|, as far as local search finds it: backward elimination
 * from all terms, then single additions, removals and exchanges until none helps, then kicks – one
 * term outside is forced in, and what it makes redundant is eliminated – until none helps. The same
 * from nothing, and from supports that are given. For one thread, which shares kicks with others
 * without a change of bits.
 *
 * <p>Works on the triangle of [Θ | y] with columns scaled to length 1; fits are made from its
 * columns anew, so errors do not add up along the search.
 */
public final class SubsetSearch {
  private static final int MOST_MOVES = 200;
  private static final int MOST_KICKS = 30;

  /** From larger libraries only those terms come in pairs that gain most alone. */
  private static final int MOST_IN_PAIRS = 120;

  /**
   * A column of which less than this part is left, once the earlier ones are taken out, depends.
   */
  private static final double DEPENDENT = 1e-12;

  /** What a kick must gain at least. */
  private static final double GAIN = 1e-3;

  private final double[][] columns;

  /** The same as a triangle. */
  private final Matrix scaled;

  private final double[] lengths;
  private final List<Integer> independent;
  private final double penalty;
  private final Map<List<Integer>, Subset> known;

  private SubsetSearch(SubsetSearch other, double penalty) {
    this.columns = other.columns;
    this.scaled = other.scaled;
    this.lengths = other.lengths;
    this.independent = other.independent;
    this.known = other.known;
    this.penalty = penalty;
  }

  /** Searches among the first columns of a triangle whose last column is y. */
  public SubsetSearch(Matrix triangle, double penalty) {
    int k = triangle.cols() - 1;
    this.penalty = penalty;
    this.known = new ConcurrentHashMap<>();
    this.columns = new double[k + 1][];
    this.lengths = new double[k + 1];
    this.independent = new ArrayList<>();
    for (int j = 0; j <= k; j++) {
      Vec column = triangle.col(j);
      double length = column.norm();
      lengths[j] = length > 0 && j < k ? length : 1;
      columns[j] = column.times(1 / lengths[j]).toArray();
      if (j < k && length > 0 && Math.abs(columns[j][j]) > DEPENDENT) {
        independent.add(j);
      }
    }
    this.scaled = Matrix.ofColumns(columns);
  }

  /** The same for another price of a term; fits that are known to one are known to both. */
  public SubsetSearch withPenalty(double newPenalty) {
    return new SubsetSearch(this, newPenalty);
  }

  /** The columns that do not depend on earlier ones; only they are chosen from. */
  public List<Integer> independent() {
    return List.copyOf(independent);
  }

  /** ‖r‖² of the fit on all independent columns. */
  public double leastSquaredError() {
    return scaledFit(independent).squaredError();
  }

  /** The best subset found, also from these starts. */
  public Subset select(List<List<Integer>> starts) {
    List<Supplier<List<Integer>>> all = new ArrayList<>();
    all.add(this::eliminate);
    for (List<Integer> start : withNothing(starts)) {
      all.add(() -> start.stream().filter(independent::contains).sorted().toList());
    }
    Subset best =
        Team.map(all.size(), k -> descend(all.get(k).get())).stream()
            .reduce((a, b) -> b.criterion(penalty) < a.criterion(penalty) ? b : a)
            .orElseThrow();
    return unscaled(best);
  }

  /** The least-squares fit on these terms. */
  public Subset fit(List<Integer> terms) {
    return unscaled(scaledFit(terms.stream().sorted().toList()));
  }

  /**
   * A fit that forcing two terms in at once leads to, where that is better; the same otherwise.
   * Terms that stand in for two others are found out by no single change.
   *
   * @param group of each column; pairs are taken from one group
   */
  public Subset deepened(Subset fit, IntUnaryOperator group) {
    Subset best = scaledFit(fit.terms());
    for (int kick = 0; kick < MOST_KICKS; kick++) {
      List<Integer> next = pairKicked(best, group);
      if (next.equals(best.terms())) {
        break;
      }
      best = descend(next);
    }
    return unscaled(best);
  }

  private List<Integer> pairKicked(Subset from, IntUnaryOperator group) {
    List<Integer> outside = outsideByGain(from.terms());
    int most = Math.min(outside.size(), MOST_IN_PAIRS);
    List<List<Integer>> pairs =
        IntStream.range(0, most * most)
            .filter(ab -> ab / most < ab % most)
            .mapToObj(ab -> List.of(outside.get(ab / most), outside.get(ab % most)))
            .filter(pair -> group.applyAsInt(pair.get(0)) == group.applyAsInt(pair.get(1)))
            .toList();
    return firstBetter(from, pairs);
  }

  /** What is left of a fit once terms are forced in and others eliminated. */
  private List<Integer> forced(Subset from, List<Integer> terms) {
    List<Integer> all = from.terms();
    for (int term : terms) {
      all = with(all, term);
    }
    return new Eliminating(solve(all), penalty).best(this::solve, terms);
  }

  /**
   * The fits on the way of backward elimination, most terms first, from those of at most {@code
   * most} terms on.
   */
  public List<Subset> path(int most) {
    return new Eliminating(scaledFit(independent), penalty)
        .way(this::scaledFit).stream()
            .filter(terms -> terms.size() <= most)
            .map(this::fit)
            .toList();
  }

  /**
   * The subsets one addition, removal or exchange away whose criterion is at most {@code excess}
   * above that of a fit, best first.
   */
  public List<Subset> neighbours(Subset fit, double excess) {
    double most = fit.criterion(penalty) + excess;
    return new Neighbours(columns, fit.terms())
        .moves(independent).stream()
            .filter(move -> move.cost(1, penalty) <= excess)
            .map(move -> fit(move.from(fit.terms())))
            .filter(other -> other.criterion(penalty) <= most)
            .sorted(Comparator.comparingDouble(other -> other.criterion(penalty)))
            .toList();
  }

  private static List<List<Integer>> withNothing(List<List<Integer>> starts) {
    List<List<Integer>> all = new ArrayList<>();
    all.add(List.of());
    all.addAll(starts);
    return all;
  }

  private Subset descend(List<Integer> start) {
    Subset best = moved(start);
    for (int kick = 0; kick < MOST_KICKS; kick++) {
      List<Integer> next = kicked(best);
      if (next.equals(best.terms())) {
        return best;
      }
      best = moved(next);
    }
    return best;
  }

  /** To a subset that no single addition, removal or exchange betters. */
  private Subset moved(List<Integer> start) {
    Subset best = scaledFit(start);
    for (int move = 0; move < MOST_MOVES; move++) {
      Subset next = scaledFit(bestNeighbour(best.terms()));
      if (!(next.criterion(penalty) < best.criterion(penalty))) {
        return best;
      }
      best = next;
    }
    return best;
  }

  private List<Integer> bestNeighbour(List<Integer> terms) {
    double least = 0;
    List<Integer> best = terms;
    for (Move move : new Neighbours(columns, terms).moves(independent)) {
      if (move.cost(1, penalty) < least) {
        least = move.cost(1, penalty);
        best = move.from(terms);
      }
    }
    return best;
  }

  private static List<Integer> with(List<Integer> terms, int term) {
    return new Move(-1, term, 0).from(terms);
  }

  /** The best subset on the way from all independent columns to none, one by one. */
  private List<Integer> eliminate() {
    return new Eliminating(scaledFit(independent), penalty).best(this::scaledFit, List.of());
  }

  /** The first subset that forcing one term in leads to and that is better; the same otherwise. */
  private List<Integer> kicked(Subset from) {
    return firstBetter(from, outsideByGain(from.terms()).stream().map(List::of).toList());
  }

  /** What is left where the first of some sets is forced in that leads to a better fit. */
  private List<Integer> firstBetter(Subset from, List<List<Integer>> sets) {
    double criterion = from.criterion(penalty);
    return Team.first(
            sets.size(),
            k ->
                Optional.of(forced(from, sets.get(k)))
                    .filter(found -> scaledFit(found).criterion(penalty) < criterion - GAIN))
        .orElse(from.terms());
  }

  private List<Integer> outsideByGain(List<Integer> terms) {
    Neighbours neighbours = new Neighbours(columns, terms);
    Map<Integer, Double> gains = new HashMap<>();
    for (int j : independent) {
      if (!terms.contains(j)) {
        gains.put(j, neighbours.outside(j).joining());
      }
    }
    return gains.keySet().stream()
        .sorted(Comparator.<Integer>comparingDouble(gains::get).thenComparing(j -> j))
        .toList();
  }

  private Subset scaledFit(List<Integer> terms) {
    return known.computeIfAbsent(terms, this::solve);
  }

  private Subset solve(List<Integer> terms) {
    int k = terms.size();
    int last = columns.length - 1;
    int[] picked = IntStream.range(0, k + 1).map(c -> c < k ? terms.get(c) : last).toArray();
    Matrix r = Staircase.triangle(scaled, picked);
    double[] factor = inverse(r, k);
    double[] c = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        c[i] += factor[i * k + j] * r.get(j, k);
      }
    }
    return new Subset(terms, Vec.adopt(c), r.get(k, k) * r.get(k, k), Matrix.adopt(k, k, factor));
  }

  /** The inverse of the leading k×k part of an upper triangle, row-major. */
  private static double[] inverse(Matrix r, int k) {
    double[] inverse = new double[k * k];
    for (int j = 0; j < k; j++) {
      inverse[j * k + j] = 1 / r.get(j, j);
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int b = i + 1; b <= j; b++) {
          sum += r.get(i, b) * inverse[b * k + j];
        }
        inverse[i * k + j] = -sum / r.get(i, i);
      }
    }
    return inverse;
  }

  private Subset unscaled(Subset fit) {
    int k = fit.terms().size();
    double[] coefficients = fit.coefficients().toArray();
    double[] factor = fit.factor().toArray();
    for (int i = 0; i < k; i++) {
      double length = lengths[fit.terms().get(i)];
      coefficients[i] /= length;
      for (int j = 0; j < k; j++) {
        factor[i * k + j] /= length;
      }
    }
    return new Subset(
        fit.terms(), Vec.adopt(coefficients), fit.squaredError(), Matrix.adopt(k, k, factor));
  }
}
