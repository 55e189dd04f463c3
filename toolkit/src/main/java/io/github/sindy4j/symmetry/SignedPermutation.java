package io.github.sindy4j.symmetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** (A x)ᵢ = signᵢ x_{sourceᵢ}, under construction: every variable stays until it is moved. */
final class SignedPermutation {
  private final List<String> variables;
  private final List<Integer> source;
  private final List<Integer> signs;

  SignedPermutation(List<String> variables) {
    this.variables = variables;
    this.source = new ArrayList<>(IntStream.range(0, variables.size()).boxed().toList());
    this.signs = new ArrayList<>(Collections.nCopies(variables.size(), 1));
  }

  /** The new value of {@code to} is the old one of {@code from}, with this sign. */
  void move(int from, int to, int sign) {
    source.set(to, from);
    signs.set(to, sign);
  }

  boolean isIdentity() {
    return IntStream.range(0, source.size()).allMatch(i -> source.get(i) == i && signs.get(i) == 1);
  }

  /** The transformation as a whole. */
  GroupElement element(String name, int states, boolean reversing) {
    return GroupElement.permutation(name, variables, source, signs, states, reversing);
  }
}
