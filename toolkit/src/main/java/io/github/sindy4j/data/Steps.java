package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Vec;

/** hₖ = tₖ₊₁ − tₖ. */
final class Steps {
  private Steps() {}

  static double[] of(Vec times) {
    double[] steps = new double[Math.max(0, times.size() - 1)];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = times.get(k + 1) - times.get(k);
    }
    return steps;
  }
}
