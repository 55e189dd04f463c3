package io.github.sindy4j.derivative;

/** Finite differences of one window at a time, by Fornberg's weights for its own times. */
final class WindowOracle {
  private final LocalPolynomial narrow = new LocalPolynomial();
  private final LocalPolynomial wide = new LocalPolynomial();
  private final double[] times;
  private final int order;
  private int from;
  private int wideFrom;

  WindowOracle(double[] times, int order) {
    this.times = times;
    this.order = order;
  }

  /** Goes to a sample. */
  void at(int i) {
    from = Math.max(0, Math.min(i - order / 2, times.length - order - 1));
    wideFrom = Math.max(0, Math.min(i - (order + 2) / 2, times.length - order - 3));
    narrow.fit(times, from, from + order + 1, times[i], order, order);
    wide.fit(times, wideFrom, wideFrom + order + 3, times[i], order + 2, order + 2);
  }

  double rate(double[][] x, int c) {
    double rate = 0;
    for (int j = 0; j <= order; j++) {
      rate += narrow.rateWeights()[j] * x[from + j][c];
    }
    return rate;
  }

  /** What the rate of two orders more is. */
  double better(double[][] x, int c) {
    double better = 0;
    for (int j = 0; j < order + 3; j++) {
      better += wide.rateWeights()[j] * x[wideFrom + j][c];
    }
    return better;
  }

  /** Σ |w x| of both, which rounding is in proportion to. */
  double sizes(double[][] x, int c) {
    double sizes = 0;
    for (int j = 0; j < order + 3; j++) {
      sizes += Math.abs(wide.rateWeights()[j] * x[wideFrom + j][c]);
      sizes += j <= order ? Math.abs(narrow.rateWeights()[j] * x[from + j][c]) : 0;
    }
    return sizes;
  }

  /** Σ of the squared weights of their difference. */
  double gain() {
    double gain = 0;
    for (int j = 0; j < order + 3; j++) {
      int inner = j + wideFrom - from;
      boolean inside = inner >= 0 && inner <= order;
      double change = wide.rateWeights()[j] - (inside ? narrow.rateWeights()[inner] : 0);
      gain += change * change;
    }
    return gain;
  }
}
