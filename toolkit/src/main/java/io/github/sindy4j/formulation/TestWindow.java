package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * One test function on the samples of its support: ∫ φ f dt ≈ Σᵢ valueᵢ f(t_{from+i}) and ∫ φ̇ f dt
 * ≈ Σᵢ slopeᵢ f(t_{from+i}).
 *
 * @param from the first sample, counted in its trajectory
 * @param values weights for φ
 * @param slopes weights for φ̇
 */
record TestWindow(int from, Vec values, Vec slopes) {
  /** One past the last sample. */
  int to() {
    return from + values.size();
  }

  /** Σᵢ weightᵢ x(t_{from+i}) for column {@code c} of a trajectory's samples. */
  double dot(Vec weights, Matrix samples, int c) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += weights.get(i) * samples.get(from + i, c);
    }
    return sum;
  }
}
