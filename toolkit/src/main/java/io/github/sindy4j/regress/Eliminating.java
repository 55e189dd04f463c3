package io.github.sindy4j.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Backward elimination of a fit with coefficients c and C = (ΘᵀΘ)⁻¹: the term whose loss costs
 * least, cⱼ²/Cⱼⱼ, leaves,
 *
 * <pre> c ← c − C_{·j} cⱼ/Cⱼⱼ,   C ← C − C_{·j} C_{j·}/Cⱼⱼ, </pre>
 *
 * one by one, at a cost of k² for each; the fit is made anew whenever a fifth of the terms has
 * left, so that rounding errors stay small. For one thread.
 */
final class Eliminating {
  private static final double ANEW = 0.8;

  /** Where terms are forced in, what costs more than so many penalties is not made redundant. */
  private static final double REDUNDANT = 4;

  private final double penalty;
  private List<Integer> terms;
  private double[] c;
  private double[] inverse;
  private int size;
  private double squaredError;

  Eliminating(Subset fit, double penalty) {
    this.penalty = penalty;
    this.terms = List.of();
    this.c = new double[0];
    this.inverse = new double[0];
    start(fit);
  }

  private void start(Subset fit) {
    terms = new ArrayList<>(fit.terms());
    size = terms.size();
    c = fit.coefficients().toArray();
    inverse = fit.factor().timesTranspose(fit.factor()).toArray();
    squaredError = fit.squaredError();
  }

  /**
   * The terms for which ‖r‖² + penalty · k was least on the way down; {@code forced} ones never
   * leave, and the way then ends where the next loss is no redundancy.
   *
   * @param forced some of the terms
   */
  List<Integer> best(Function<List<Integer>, Subset> fit, List<Integer> forced) {
    List<Integer> best = List.copyOf(terms);
    double least = squaredError + penalty * size;
    int anew = (int) (ANEW * size);
    while (size > forced.size()) {
      int j = cheapest(forced);
      if (!forced.isEmpty() && cost(j) > REDUNDANT * penalty) {
        return best;
      }
      remove(j);
      if (size <= anew) {
        start(fit.apply(List.copyOf(terms)));
        anew = (int) (ANEW * size);
      }
      if (squaredError + penalty * size < least) {
        least = squaredError + penalty * size;
        best = List.copyOf(terms);
      }
    }
    return best;
  }

  /** The terms that are left after each removal, all of them first. */
  List<List<Integer>> way(Function<List<Integer>, Subset> fit) {
    List<List<Integer>> way = new ArrayList<>();
    way.add(List.copyOf(terms));
    int anew = (int) (ANEW * size);
    while (size > 0) {
      remove(cheapest(List.of()));
      if (size <= anew) {
        start(fit.apply(List.copyOf(terms)));
        anew = (int) (ANEW * size);
      }
      way.add(List.copyOf(terms));
    }
    return way;
  }

  private double cost(int j) {
    return c[j] * c[j] / Math.max(inverse[j * size + j], Double.MIN_NORMAL);
  }

  private int cheapest(List<Integer> forced) {
    int best = -1;
    for (int j = 0; j < size; j++) {
      if (!forced.contains(terms.get(j)) && (best < 0 || cost(j) < cost(best))) {
        best = j;
      }
    }
    return best;
  }

  private void remove(int j) {
    double pivot = Math.max(inverse[j * size + j], Double.MIN_NORMAL);
    squaredError += cost(j);
    double[] row = Arrays.copyOfRange(inverse, j * size, (j + 1) * size);
    double pull = c[j] / pivot;
    double[] left = new double[(size - 1) * (size - 1)];
    double[] kept = new double[size - 1];
    for (int a = 0, i = 0; i < size; i++) {
      if (i != j) {
        kept[a] = c[i] - row[i] * pull;
        double weight = row[i] / pivot;
        for (int b = 0, k = 0; k < size; k++) {
          if (k != j) {
            left[a * (size - 1) + b++] = inverse[i * size + k] - weight * row[k];
          }
        }
        a++;
      }
    }
    terms.remove(j);
    c = kept;
    inverse = left;
    size--;
  }
}
