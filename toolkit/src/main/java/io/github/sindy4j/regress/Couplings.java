package io.github.sindy4j.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which of the items 0 … count−1 hang together. Mutable; for one thread. */
final class Couplings {
  private final int[] parent;

  Couplings(int count) {
    parent = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
    }
  }

  /** From now on these two hang together. */
  void join(int a, int b) {
    int first = Math.min(root(a), root(b));
    int second = Math.max(root(a), root(b));
    parent[second] = first;
  }

  boolean areJoined(int a, int b) {
    return root(a) == root(b);
  }

  /** The parts, each in rising order, in the order of their first items. */
  List<List<Integer>> parts() {
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      parts.computeIfAbsent(root(i), r -> new ArrayList<>()).add(i);
    }
    return List.copyOf(parts.values());
  }

  private int root(int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    int step = i;
    while (parent[step] != root) {
      int next = parent[step];
      parent[step] = root;
      step = next;
    }
    return root;
  }
}
