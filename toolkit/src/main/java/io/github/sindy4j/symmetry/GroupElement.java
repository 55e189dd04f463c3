package io.github.sindy4j.symmetry;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Unsupported;
import java.util.Arrays;
import java.util.List;

/**
 * A discrete transformation h: F is equivariant when F(A x) = B F(x), that is (K_h F)(x) = B⁻¹ F(A
 * x) = F(x).
 *
 * <p>For ẋ = F(x), B is the part of A that acts on the states; B = −A for a time reversal.
 *
 * @param name such as {@code reflection(-x,-y,z)}
 * @param variables the m variables of F
 * @param domain A, m×m
 * @param fibre B, n×n
 */
public record GroupElement(String name, List<String> variables, Matrix domain, Matrix fibre) {
  /** Checks the shapes. */
  public GroupElement {
    variables = List.copyOf(variables);
    int m = variables.size();
    if (domain.rows() != m || domain.cols() != m || fibre.rows() != fibre.cols()) {
      throw new IllegalArgumentException(
          "GroupElement: %d variables, domain %d×%d, fibre %d×%d"
              .formatted(m, domain.rows(), domain.cols(), fibre.rows(), fibre.cols()));
    }
  }

  /**
   * h of (A x)ᵢ = sᵢ x_{π(i)}, sᵢ = ±1.
   *
   * @param image π over all variables, of which it keeps the states among the states
   * @param signs s
   * @param states how many variables are states: they come first
   * @param reversing whether time runs backwards, B = −A on the states
   */
  public static GroupElement permutation(
      String name,
      List<String> variables,
      List<Integer> image,
      List<Integer> signs,
      int states,
      boolean reversing) {
    int m = variables.size();
    double[] domain = new double[m * m];
    double[] fibre = new double[states * states];
    for (int i = 0; i < m; i++) {
      domain[i * m + image.get(i)] = signs.get(i);
      if (i < states && image.get(i) < states) {
        fibre[i * states + image.get(i)] = reversing ? -signs.get(i) : signs.get(i);
      }
    }
    return new GroupElement(
        name, variables, Matrix.adopt(m, m, domain), Matrix.adopt(states, states, fibre));
  }

  /** The same on functions of k values that keep them, B = I, where B was A. */
  GroupElement onValues(int k) {
    if (!Arrays.equals(domain.toArray(), fibre.toArray())) {
      throw new Unsupported(
          "acts-on-rates",
          name,
          "it says how rates transform, and a function has none",
          "Name a transformation of the inputs, such as reflection(-x,y)");
    }
    return new GroupElement(name, variables, domain, Matrix.identity(k));
  }
}
