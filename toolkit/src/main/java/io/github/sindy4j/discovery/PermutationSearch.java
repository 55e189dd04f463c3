package io.github.sindy4j.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * All signed permutations h of n states whose defect is within a limit, the identity among them;
 * for one thread.
 *
 * <p>Up to n = 6 every one of the 2ⁿ n! (46 080) is looked at. Above, π and s are fixed state by
 * state, and a branch is left as soon as the coefficients that are decided by then differ: those of
 * a term x^α of equation i and of its image, by more than {@code 4 limit} of the larger. That can
 * miss an h that only nearly holds, and the search is cut off after a number of steps.
 */
final class PermutationSearch {
  /** Up to this many states every signed permutation is looked at. */
  static final int COMPLETE = 6;

  private static final int MOST_STEPS = 2_000_000;
  private static final int MOST_FOUND = 50_000;

  private final PermutationDefect test;
  private final int states;
  private final boolean reversing;
  private final double limit;
  private final List<Found> found = new ArrayList<>();
  private int steps;

  /** One that is within the limit. */
  record Found(StatePermutation element, double defect, boolean exact) {}

  /** Limit 0 asks for equality of all coefficients. */
  PermutationSearch(PermutationDefect test, int states, boolean reversing, double limit) {
    this.test = test;
    this.states = states;
    this.reversing = reversing;
    this.limit = limit;
  }

  /** Every one of them; at most {@link #COMPLETE} states. */
  List<Found> complete() {
    permute(new int[states], 0, 0);
    return List.copyOf(found);
  }

  private void permute(int[] image, int k, int used) {
    if (k == states) {
      test.arrange(image);
      for (long bits = 0; bits < 1L << states; bits++) {
        consider(image, bits, 1);
        if (reversing) {
          consider(image, bits, -1);
        }
      }
      return;
    }
    for (int j = 0; j < states; j++) {
      if (((used >> j) & 1) == 0) {
        image[k] = j;
        permute(image, k + 1, used | (1 << j));
      }
    }
  }

  private void consider(int[] image, long bits, int direction) {
    boolean exact = test.isExact(bits, direction);
    if (limit == 0 && !exact) {
      return;
    }
    double defect = exact ? 0 : test.defect(bits, direction, limit);
    if (defect <= limit) {
      StatePermutation element = StatePermutation.of(image, bits, direction < 0);
      found.add(new Found(element, defect, exact));
    }
  }

  /** Those that the coefficients lead to. */
  List<Found> pruned(FieldCoefficients coefficients) {
    Branch branch = new Branch(coefficients, 1);
    branch.extend(0);
    if (reversing) {
      new Branch(coefficients, -1).extend(0);
    }
    return List.copyOf(found);
  }

  /** Whether the search was cut off. */
  boolean isCutOff() {
    return steps >= MOST_STEPS || found.size() >= MOST_FOUND;
  }

  /** A permutation as far as it is fixed. */
  private final class Branch {
    private final FieldCoefficients coefficients;
    private final int direction;
    private final int[] image = new int[states];
    private final boolean[] taken = new boolean[states];
    private long bits;

    Branch(FieldCoefficients coefficients, int direction) {
      this.coefficients = coefficients;
      this.direction = direction;
    }

    void extend(int k) {
      if (k == states) {
        test.arrange(image);
        consider(image, bits, direction);
        return;
      }
      for (int j = 0; j < states; j++) {
        for (int sign = 0; sign < 2 && !taken[j] && !isCutOff(); sign++) {
          steps++;
          image[k] = j;
          taken[j] = true;
          bits = (bits & ~(1L << k)) | ((long) sign << k);
          if (coefficients.agree(image, bits, direction, k, 4 * limit)) {
            extend(k + 1);
          }
          taken[j] = false;
        }
      }
      bits &= ~(1L << k);
    }
  }
}
