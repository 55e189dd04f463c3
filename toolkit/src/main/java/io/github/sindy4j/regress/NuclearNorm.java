package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * ‖Z‖_* = Σ σᵢ(Z) for z = vec(Z), row-major: a small rank.
 *
 * @param rows P
 * @param cols q
 */
public record NuclearNorm(int rows, int cols) implements Proximable {
  @Override
  public double value(Vec z) {
    return SingularValues.of(matrix(z)).sum();
  }

  /** Σ max(0, σᵢ − step) uᵢ vᵢᵀ. */
  @Override
  public Vec prox(Vec z, double step) {
    return new Shrinkage().shrink(matrix(z), step, 0).vec();
  }

  @Override
  public double dualScale(Vec y) {
    return 1 / Math.max(1, SingularValues.largest(matrix(y)));
  }

  @Override
  public double conjugate(Vec y) {
    return 0;
  }

  private Matrix matrix(Vec z) {
    return z.asMatrix(rows, cols);
  }
}
