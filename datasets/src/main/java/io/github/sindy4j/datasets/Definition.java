package io.github.sindy4j.datasets;

import java.util.List;

/** The mathematics of a known system, for parameters p in the order of its card. */
interface Definition {
  Card card();

  /** Writes f(x), by hand rather than from {@link #coefficients}, so that each checks the other. */
  void rates(double[] p, double[] x, double[] dx);

  /** The entries of W; zeros may be among them. */
  List<Coefficient> coefficients(double[] p);

  Structure structure(double[] p);
}
