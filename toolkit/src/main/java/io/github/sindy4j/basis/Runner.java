package io.github.sindy4j.basis;

/** y = p(x) for one point: what a {@link Program} does, in a form that can be run. */
@FunctionalInterface
interface Runner {
  /** Writes p(x) into {@code y}, which must be another array. */
  void run(double[] x, double[] y);
}
