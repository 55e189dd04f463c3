package io.github.sindy4j.discovery;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Legendre;
import io.github.sindy4j.symmetry.Region;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * For polynomials: K_h F = F means w_{i,α} s^α = sᵢ w_{π(i),α'} with α'_{π(k)} = αₖ.
 *
 * <p>The norm is that of L2 over the smallest box around the region that h maps to itself: one
 * interval for all states of a cycle of π, symmetric about 0 where a sign of the cycle is −1. In
 * coordinates in which this box is [−1, 1]^m, h permutes the orthonormal functions, so that ‖K_h F‖
 * = ‖F‖.
 */
final class PolynomialPermutationDefect implements PermutationDefect {
  private final Region region;
  private final MonomialIndex index;
  private final int variables;
  private final int states;
  private final double[][] weights;
  private final int[][] below;
  private final long[] odd;
  private final SparseMatrix orthonormal;
  private final int[] image;
  private final int[] moved;
  private final int[] cycle;
  private final Map<Long, Local> locals = new HashMap<>();

  /** F in the coordinates of one box, the norm of every component, and of all. */
  private record Local(Weights weights, Vec norms, double norm) {}

  /** Coefficients by state and monomial. */
  private static final class Weights {
    private final double[][] values;

    Weights(double[][] values) {
      this.values = values;
    }
  }

  PolynomialPermutationDefect(Subject subject) {
    Library library = subject.library();
    this.region = subject.region();
    this.variables = library.variables().size();
    this.states = subject.outputs();
    int degree = 0;
    for (var term : library.terms()) {
      degree = Math.max(degree, term.exponents().stream().mapToInt(Integer::intValue).sum());
    }
    this.index = new MonomialIndex(variables, degree);
    this.weights = new double[states][index.size()];
    for (int j = 0; j < library.size(); j++) {
      int at = index.of(library.terms().get(j).exponents());
      for (int i = 0; i < states; i++) {
        weights[i][at] = subject.coefficients().get(i, j);
      }
    }
    this.orthonormal = Legendre.orthonormal(index, Region.unit(variables));
    this.below = new int[variables][index.size()];
    this.odd = new long[index.size()];
    for (int t = 0; t < index.size(); t++) {
      int[] alpha = exponents(t);
      for (int k = 0; k < variables; k++) {
        odd[t] |= (alpha[k] & 1L) << k;
        if (alpha[k] > 0) {
          alpha[k]--;
          below[k][t] = index.of(alpha);
          alpha[k]++;
        }
      }
    }
    this.image = new int[states];
    this.moved = new int[index.size()];
    this.cycle = new int[states];
  }

  private int[] exponents(int t) {
    int[] alpha = new int[variables];
    for (int k = 0; k < variables; k++) {
      alpha[k] = index.exponent(t, k);
    }
    return alpha;
  }

  @Override
  public void arrange(int[] newImage) {
    System.arraycopy(newImage, 0, image, 0, states);
    locals.clear();
    for (int t = 0; t < moved.length; t++) {
      int[] alpha = exponents(t);
      int[] target = alpha.clone();
      for (int k = 0; k < states; k++) {
        target[image[k]] = alpha[k];
      }
      moved[t] = index.of(target);
    }
    Arrays.fill(cycle, -1);
    for (int i = 0; i < states; i++) {
      for (int k = i; cycle[k] < 0; k = image[k]) {
        cycle[k] = i;
      }
    }
  }

  @Override
  public boolean isExact(long bits, int direction) {
    for (int i = 0; i < states; i++) {
      int factor = direction * sign(bits, i);
      for (int t = 0; t < moved.length; t++) {
        double before = parity(bits, t) * weights[i][t];
        if (before != factor * weights[image[i]][moved[t]]) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public double defect(long bits, int direction, double limit) {
    Local local = locals.computeIfAbsent(flipped(bits), this::local);
    if (local.norm == 0) {
      return 0;
    }
    double whole = Math.sqrt(2) * local.norm;
    double most = limit * whole * limit * whole * (1 + 1e-9);
    double least = leastSquares(local.norms);
    if (least > most) {
      return Math.sqrt(least) / whole;
    }
    double sum = 0;
    for (int i = 0; i < states && sum <= most; i++) {
      double[] difference = new double[moved.length];
      double[] own = local.weights.values[i];
      double[] other = local.weights.values[image[i]];
      int factor = direction * sign(bits, i);
      for (int t = 0; t < moved.length; t++) {
        int to = moved[t];
        difference[to] = parity(bits, t) * own[t] - factor * other[to];
      }
      double norm = orthonormal.apply(Vec.adopt(difference)).norm();
      sum += norm * norm;
    }
    return Math.sqrt(sum) / whole;
  }

  /** Σᵢ (‖Fᵢ‖ − ‖F_{π(i)}‖)², below the square of any difference between F and K_h F. */
  private double leastSquares(Vec norms) {
    double sum = 0;
    for (int i = 0; i < states; i++) {
      double difference = norms.get(i) - norms.get(image[i]);
      sum += difference * difference;
    }
    return sum;
  }

  private static int sign(long bits, int i) {
    return ((bits >> i) & 1) == 0 ? 1 : -1;
  }

  private int parity(long bits, int t) {
    return (Long.bitCount(bits & odd[t]) & 1) == 0 ? 1 : -1;
  }

  /** The cycles with a sign −1, by their first state. */
  private long flipped(long bits) {
    long cycles = 0;
    for (int i = 0; i < states; i++) {
      cycles |= ((bits >> i) & 1) << cycle[i];
    }
    return cycles;
  }

  private Local local(long flippedCycles) {
    double[] centre = new double[variables];
    double[] half = new double[variables];
    for (int k = 0; k < variables; k++) {
      double low = region.lower().get(k);
      double high = region.upper().get(k);
      for (int j = 0; j < states && k < states; j++) {
        if (cycle[j] == cycle[k]) {
          low = Math.min(low, region.lower().get(j));
          high = Math.max(high, region.upper().get(j));
        }
      }
      if (k < states && ((flippedCycles >> cycle[k]) & 1) != 0) {
        high = Math.max(Math.abs(low), Math.abs(high));
        low = -high;
      }
      centre[k] = low / 2 + high / 2;
      half[k] = high / 2 - low / 2;
    }
    double[][] placed = new double[states][];
    double[] norms = new double[states];
    for (int i = 0; i < states; i++) {
      placed[i] = substituted(weights[i], centre, half);
      double unit = 1 / half[i];
      for (int t = 0; t < placed[i].length; t++) {
        placed[i][t] *= unit;
      }
      norms[i] = orthonormal.apply(Vec.of(placed[i])).norm();
    }
    Vec all = Vec.adopt(norms);
    return new Local(new Weights(placed), all, all.norm());
  }

  /** p(c + h z) in monomials of z, one variable after the other. */
  private double[] substituted(double[] p, double[] centre, double[] half) {
    double[] current = p;
    for (int k = 0; k < variables; k++) {
      double[] centrePowers = powers(centre[k]);
      double[] halfPowers = powers(half[k]);
      double[] next = new double[current.length];
      for (int t = 0; t < current.length; t++) {
        int e = index.exponent(t, k);
        int last = centre[k] == 0 ? e : 0;
        double binomial = current[t];
        int at = t;
        for (int j = e; j >= last; j--) {
          next[at] += binomial * centrePowers[e - j] * halfPowers[j];
          binomial = binomial * j / (e - j + 1);
          at = j > 0 ? below[k][at] : at;
        }
      }
      current = next;
    }
    return current;
  }

  private double[] powers(double base) {
    double[] powers = new double[index.degree() + 1];
    powers[0] = 1;
    for (int e = 1; e < powers.length; e++) {
      powers[e] = powers[e - 1] * base;
    }
    return powers;
  }
}
