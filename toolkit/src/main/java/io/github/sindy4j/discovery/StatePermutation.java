package io.github.sindy4j.discovery;

import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.List;

/**
 * h: (A x)ᵢ = sᵢ x_{π(i)}, sᵢ = ±1, for n states, followed by controls that stay; with F∘h = h F,
 * or −h F where it reverses time.
 *
 * @param image π
 * @param signs s
 * @param reversing whether time runs backwards
 */
record StatePermutation(List<Integer> image, List<Integer> signs, boolean reversing) {
  StatePermutation {
    image = List.copyOf(image);
    signs = List.copyOf(signs);
  }

  /** The one with sᵢ = −1 where bit i is set. */
  static StatePermutation of(int[] image, long bits, boolean reversing) {
    List<Integer> places = new ArrayList<>();
    List<Integer> signs = new ArrayList<>();
    for (int i = 0; i < image.length; i++) {
      places.add(image[i]);
      signs.add(((bits >> i) & 1) == 0 ? 1 : -1);
    }
    return new StatePermutation(places, signs, reversing);
  }

  static StatePermutation identity(int n) {
    int[] image = new int[n];
    for (int i = 0; i < n; i++) {
      image[i] = i;
    }
    return of(image, 0, false);
  }

  /** this after {@code first}. */
  StatePermutation after(StatePermutation first) {
    List<Integer> places = new ArrayList<>();
    List<Integer> products = new ArrayList<>();
    for (int i = 0; i < image.size(); i++) {
      int j = image.get(i);
      places.add(first.image.get(j));
      products.add(signs.get(i) * first.signs.get(j));
    }
    return new StatePermutation(places, products, reversing != first.reversing);
  }

  /** Whether state i stays where it is. */
  boolean fixes(int i) {
    return image.get(i) == i && signs.get(i) == 1;
  }

  boolean isIdentity() {
    return !reversing && moved() == 0;
  }

  /** How many states do not stay where they are. */
  int moved() {
    int moved = 0;
    for (int i = 0; i < image.size(); i++) {
      moved += fixes(i) ? 0 : 1;
    }
    return moved;
  }

  /** As a pair of matrices on these variables, the first of which are the states. */
  GroupElement on(List<String> variables) {
    int n = image.size();
    List<Integer> places = new ArrayList<>(image);
    List<Integer> factors = new ArrayList<>(signs);
    for (int i = n; i < variables.size(); i++) {
      places.add(i);
      factors.add(1);
    }
    String name = name(variables.subList(0, n));
    return GroupElement.permutation(name, variables, places, factors, n, reversing);
  }

  /**
   * {@code reflection(-x,-y,z)} tells what becomes of the states; {@code cyclic(x,y,z)} is one
   * cycle and {@code swap(x,u|y,v)} exchanges x with y and u with v; anything else is {@code
   * permutation(…)} with what becomes of the states; {@code reversal(…)} where time is reversed.
   */
  String name(List<String> states) {
    if (reversing) {
      return "reversal(" + images(states) + ")";
    }
    boolean positive = signs.stream().allMatch(s -> s == 1);
    List<List<Integer>> cycles = cycles();
    if (cycles.isEmpty()) {
      return (positive ? "identity(" : "reflection(") + images(states) + ")";
    }
    if (positive && cycles.size() == 1 && cycles.get(0).size() > 2) {
      return "cyclic(" + String.join(",", cycles.get(0).stream().map(states::get).toList()) + ")";
    }
    if (positive && cycles.stream().allMatch(c -> c.size() == 2)) {
      return "swap("
          + String.join(",", cycles.stream().map(c -> states.get(c.get(0))).toList())
          + "|"
          + String.join(",", cycles.stream().map(c -> states.get(c.get(1))).toList())
          + ")";
    }
    return "permutation(" + images(states) + ")";
  }

  private String images(List<String> states) {
    List<String> images = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      images.add((signs.get(i) < 0 ? "-" : "") + states.get(image.get(i)));
    }
    return String.join(",", images);
  }

  /** The cycles of π that are longer than 1: i, π(i), π(π(i)), …. */
  List<List<Integer>> cycles() {
    List<List<Integer>> cycles = new ArrayList<>();
    boolean[] seen = new boolean[image.size()];
    for (int i = 0; i < seen.length; i++) {
      List<Integer> cycle = new ArrayList<>();
      for (int k = i; !seen[k]; k = image.get(k)) {
        seen[k] = true;
        cycle.add(k);
      }
      if (cycle.size() > 1) {
        cycles.add(cycle);
      }
    }
    return cycles;
  }
}
