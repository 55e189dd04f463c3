package io.github.sindy4j.symmetry;

import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** (A x)ᵢ = signᵢ x_{sourceᵢ}, under construction: every variable stays until it is moved. */
final class SignedPermutation {
  private final List<String> variables;
  private final int[] source;
  private final double[] sign;

  SignedPermutation(List<String> variables) {
    this.variables = variables;
    this.source = IntStream.range(0, variables.size()).toArray();
    this.sign = new double[variables.size()];
    Arrays.fill(sign, 1);
  }

  /** The new value of {@code to} is the old one of {@code from}, with this sign. */
  void move(int from, int to, double factor) {
    source[to] = from;
    sign[to] = factor;
  }

  boolean isIdentity() {
    return IntStream.range(0, source.length).allMatch(i -> source[i] == i && sign[i] == 1);
  }

  /**
   * F(A x) = ±B F(x), B the part of A on the first {@code states} variables; minus for a reversal
   * of time.
   */
  GroupElement element(String name, int states, boolean reversal) {
    int m = variables.size();
    double[] domain = new double[m * m];
    double[] fibre = new double[states * states];
    for (int i = 0; i < m; i++) {
      domain[i * m + source[i]] = sign[i];
      if (i < states && source[i] < states) {
        fibre[i * states + source[i]] = reversal ? -sign[i] : sign[i];
      }
    }
    return new GroupElement(
        name, variables, Matrix.adopt(m, m, domain), Matrix.adopt(states, states, fibre));
  }
}
