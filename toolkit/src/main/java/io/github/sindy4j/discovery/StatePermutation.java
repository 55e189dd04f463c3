package io.github.sindy4j.discovery;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
   * What {@link Action#parse} reads back: {@code reflection(-x,-y,z)}; {@code swap(x,u | y,v)} and
   * {@code cyclic(x,y,z)} where no sign changes; else {@code permutation(x->-y, y->x)}; {@code
   * reversal(x,-y)} or {@code reversal(x->y, y->x)} where time is reversed.
   */
  String name(List<String> states) {
    List<String> names = states.stream().map(s -> Expression.symbol(0, s).toString()).toList();
    List<List<Integer>> cycles = cycles();
    if (cycles.isEmpty()) {
      return (reversing ? "reversal(" : moved() == 0 ? "identity(" : "reflection(")
          + signed(names)
          + ")";
    }
    int length = cycles.get(0).size();
    boolean even = cycles.stream().allMatch(cycle -> cycle.size() == length);
    if (!reversing && even && signs.stream().allMatch(s -> s == 1)) {
      return (length == 2 ? "swap(" : "cyclic(") + groups(cycles, length, names) + ")";
    }
    return (reversing ? "reversal(" : "permutation(") + arrows(names) + ")";
  }

  private String signed(List<String> names) {
    return IntStream.range(0, image.size())
        .mapToObj(i -> sign(i) + names.get(i))
        .collect(Collectors.joining(","));
  }

  private String sign(int i) {
    return signs.get(i) < 0 ? "-" : "";
  }

  /** The first of every cycle, then where they go, and so on; a single cycle as one group. */
  private static String groups(List<List<Integer>> cycles, int length, List<String> names) {
    String separator = length > 2 && cycles.size() == 1 ? "," : " | ";
    return IntStream.range(0, length)
        .mapToObj(
            k -> cycles.stream().map(c -> names.get(c.get(k))).collect(Collectors.joining(",")))
        .collect(Collectors.joining(separator));
  }

  /** {@code x->-y, y->x}: where the value of each state goes that does not stay. */
  private String arrows(List<String> names) {
    return IntStream.range(0, image.size())
        .filter(j -> !fixes(image.indexOf(j)))
        .mapToObj(j -> names.get(j) + "->" + sign(image.indexOf(j)) + names.get(image.indexOf(j)))
        .collect(Collectors.joining(", "));
  }

  /** The cycles that are longer than 1: i, where its value goes, where that goes, …. */
  List<List<Integer>> cycles() {
    List<List<Integer>> cycles = new ArrayList<>();
    boolean[] seen = new boolean[image.size()];
    for (int i = 0; i < seen.length; i++) {
      List<Integer> cycle = new ArrayList<>();
      for (int k = i; !seen[k]; k = image.indexOf(k)) {
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
