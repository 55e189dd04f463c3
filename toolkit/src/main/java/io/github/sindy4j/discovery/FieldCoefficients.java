package io.github.sindy4j.discovery;

import io.github.sindy4j.basis.Library;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The non-zero coefficients of a polynomial field, for permutations that are fixed in part. */
final class FieldCoefficients {
  private final int states;
  private final List<Map<List<Integer>, Double>> equations = new ArrayList<>();

  FieldCoefficients(Subject subject) {
    this.states = subject.outputs();
    Library library = subject.library();
    for (int i = 0; i < states; i++) {
      Map<List<Integer>, Double> terms = new HashMap<>();
      for (int j = 0; j < library.size(); j++) {
        if (subject.coefficients().get(i, j) != 0) {
          terms.put(library.terms().get(j).exponents(), subject.coefficients().get(i, j));
        }
      }
      equations.add(terms);
    }
  }

  /**
   * Whether those coefficients agree that are decided now that π(0) … π(k) are: of every term of
   * equation i in states up to k, and of every term of equation π(i) in their images, where i or
   * the term involves k.
   */
  boolean agree(int[] image, long bits, int direction, int k, double tolerance) {
    int[] source = new int[states];
    Arrays.fill(source, -1);
    for (int i = 0; i <= k; i++) {
      source[image[i]] = i;
    }
    for (int i = 0; i <= k; i++) {
      Map<List<Integer>, Double> own = equations.get(i);
      Map<List<Integer>, Double> other = equations.get(image[i]);
      for (Map.Entry<List<Integer>, Double> term : own.entrySet()) {
        List<Integer> alpha = term.getKey();
        if (isDecided(alpha, k) && (i == k || alpha.get(k) > 0)) {
          double image2 = other.getOrDefault(image(alpha, image), 0.0);
          double before = parity(alpha, bits) * term.getValue();
          if (!near(before, direction * sign(bits, i) * image2, tolerance)) {
            return false;
          }
        }
      }
      for (List<Integer> beta : other.keySet()) {
        List<Integer> alpha = preimage(beta, source);
        boolean involved = !alpha.isEmpty() && (i == k || alpha.get(k) > 0);
        if (involved && !own.containsKey(alpha)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean near(double a, double b, double tolerance) {
    return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  }

  /** Whether only the states up to k occur, and controls. */
  private boolean isDecided(List<Integer> alpha, int k) {
    return alpha.subList(k + 1, states).stream().allMatch(e -> e == 0);
  }

  private List<Integer> image(List<Integer> alpha, int[] image) {
    List<Integer> moved = new ArrayList<>(alpha);
    for (int k = 0; k < states; k++) {
      moved.set(k, 0);
    }
    for (int k = 0; k < states; k++) {
      if (alpha.get(k) > 0) {
        moved.set(image[k], alpha.get(k));
      }
    }
    return moved;
  }

  /** α whose image β is; empty when that is not decided yet. */
  private List<Integer> preimage(List<Integer> beta, int[] source) {
    List<Integer> alpha = new ArrayList<>(beta);
    for (int k = 0; k < states; k++) {
      alpha.set(k, 0);
    }
    for (int j = 0; j < states; j++) {
      if (beta.get(j) > 0) {
        if (source[j] < 0) {
          return List.of();
        }
        alpha.set(source[j], beta.get(j));
      }
    }
    return alpha;
  }

  private int parity(List<Integer> alpha, long bits) {
    int odd = 0;
    for (int k = 0; k < states; k++) {
      odd += ((bits >> k) & 1) == 1 ? alpha.get(k) : 0;
    }
    return odd % 2 == 0 ? 1 : -1;
  }

  private static int sign(long bits, int i) {
    return ((bits >> i) & 1) == 0 ? 1 : -1;
  }
}
