package io.github.sindy4j.conservation;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * xᵢ → λ^(wᵢ) xᵢ, t → λ^(−c) t maps solutions to solutions: v = diag(w) x has [v, F] = c F.
 *
 * @param states the names of the n states
 * @param weights w
 * @param factor c; time keeps its pace when it is 0
 */
public record Scaling(List<String> states, Vec weights, double factor) {
  /** diag(w) x. */
  public Generator generator() {
    int n = weights.size();
    double[] diagonal = new double[n * n];
    for (int i = 0; i < n; i++) {
      diagonal[i * n + i] = weights.get(i);
    }
    return Generator.linear("scaling", states, Matrix.adopt(n, n, diagonal));
  }

  /** Whether it changes the pace of time. */
  public boolean rescalesTime() {
    return factor != 0;
  }

  /** {@code x → λ^2 x, vx → λ^-1 vx, t → λ^3 t}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < states.size(); i++) {
      append(text, states.get(i), weights.get(i));
    }
    append(text, "t", -factor);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, double exponent) {
    if (exponent != 0) {
      String power = exponent == Math.rint(exponent) ? "" + (long) exponent : "" + exponent;
      text.append(text.isEmpty() ? "" : ", ")
          .append("%s → λ%s %s".formatted(name, exponent == 1 ? "" : "^" + power, name));
    }
  }
}
