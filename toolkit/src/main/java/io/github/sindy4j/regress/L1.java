package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;

/** ‖z‖₁ = Σ |zᵢ|: few entries. */
public record L1() implements Proximable, Polyhedral {
  @Override
  public double value(Vec z) {
    double sum = 0;
    for (int i = 0; i < z.size(); i++) {
      sum += Math.abs(z.get(i));
    }
    return sum;
  }

  @Override
  public Vec prox(Vec z, double step) {
    return z.map(v -> Math.signum(v) * Math.max(0, Math.abs(v) - step));
  }

  @Override
  public PiecewiseLinear pieces(int size) {
    return PiecewiseLinear.absoluteValues(size);
  }

  @Override
  public double dualScale(Vec y) {
    return 1 / Math.max(1, y.maxAbs());
  }

  @Override
  public double conjugate(Vec y) {
    return 0;
  }
}
