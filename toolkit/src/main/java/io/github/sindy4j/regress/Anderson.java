package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Anderson's acceleration of a fixed-point iteration s ← T(s): from the last residuals fⱼ = T(sⱼ) −
 * sⱼ the weights αⱼ, Σ αⱼ = 1, that make ‖Σ αⱼ fⱼ‖ least; the next s is Σ αⱼ T(sⱼ). Mutable; for
 * one thread.
 *
 * <p>Source: Walker and Ni, SIAM Journal on Numerical Analysis 49, 2011.
 */
final class Anderson {
  /** A part of the mean square of the residuals, added so that the weights stay small. */
  private static final double RIDGE = 1e-10;

  private static final Tolerance SINGULAR = new Tolerance(0);

  private final int memory;
  private final List<Matrix> residuals = new ArrayList<>();

  /** ⟨fᵢ, fⱼ⟩ by row; one row for each residual. */
  private final List<List<Double>> products = new ArrayList<>();

  Anderson(int memory) {
    this.memory = memory;
  }

  /** Takes the newest residual and forgets the oldest when there are too many. */
  void add(Matrix residual) {
    if (residuals.size() == memory) {
      residuals.remove(0);
      products.remove(0);
      products.forEach(row -> row.remove(0));
    }
    residuals.add(residual);
    List<Double> own = new ArrayList<>();
    for (int j = 0; j < residuals.size(); j++) {
      double product = residuals.get(j).dot(residual);
      own.add(product);
      if (j < residuals.size() - 1) {
        products.get(j).add(product);
      }
    }
    products.add(own);
  }

  void forget() {
    residuals.clear();
    products.clear();
  }

  /** α, oldest first; empty when there is one residual only, or nothing to be gained. */
  Optional<Vec> weights() {
    int n = residuals.size();
    if (n < 2) {
      return Optional.empty();
    }
    double trace = 0;
    for (int j = 0; j < n; j++) {
      trace += products.get(j).get(j);
    }
    double[] gram = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        gram[i * n + j] = products.get(i).get(j) + (i == j ? RIDGE * trace / n : 0);
      }
    }
    // min αᵀ G α with Σ α = 1: α ∝ G⁻¹ 1.
    return Cholesky.of(Matrix.adopt(n, n, gram), SINGULAR)
        .map(factor -> factor.solve(Vec.zeros(n).map(zero -> 1)))
        .map(
            x -> {
              double sum = 0;
              for (int j = 0; j < n; j++) {
                sum += x.get(j);
              }
              return x.times(1 / sum);
            });
  }
}
