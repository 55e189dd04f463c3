package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;

/**
 * {@link RateRisk} for several degrees in one window: their polynomials come from one recurrence,
 * each with the same bits as alone. For one thread.
 */
final class RateRisks {
  private final int states;
  private final int window;
  private final int[] degrees;
  private final RateRisk[] risks;
  private final LocalPolynomial filters = new LocalPolynomial();
  private final LocalPolynomial through = new LocalPolynomial();

  /** For these degrees, in ascending order. */
  RateRisks(int states, int window, int... degrees) {
    this.states = states;
    this.window = window;
    this.degrees = degrees.clone();
    this.risks = new RateRisk[degrees.length];
    for (int d = 0; d < degrees.length; d++) {
      risks[d] = new RateRisk(states, window, degrees[d]);
    }
  }

  /** Every {@code stride}-th interior sample of a segment. */
  void add(Trajectory trajectory, Segment segment, int stride) {
    // A polynomial through all points of its window is compared with one through two more points.
    if (degrees[degrees.length - 1] >= window - 1) {
      for (RateRisk risk : risks) {
        risk.add(trajectory, segment, stride);
      }
      return;
    }
    RateRisk.inParts(segment, window / 2, stride, (from, to) -> part(trajectory, from, to, stride))
        .forEach(this::add);
  }

  private void add(RateRisks other) {
    for (int d = 0; d < risks.length; d++) {
      risks[d].add(other.risks[d]);
    }
  }

  private RateRisks part(Trajectory trajectory, int from, int to, int stride) {
    RateRisks part = new RateRisks(states, window, degrees);
    part.addSamples(trajectory, from, to, stride);
    return part;
  }

  private void addSamples(Trajectory trajectory, int from, int to, int stride) {
    int half = window / 2;
    int highest = Math.min(degrees[degrees.length - 1] + 2, window - 2);
    for (int i = from; i < to; i += stride) {
      double[] near = RateRisk.near(trajectory, i, half);
      filters.fitAll(near, 0, window, near[half], highest);
      for (int d = 0; d < degrees.length; d++) {
        int wider = degrees[d] + 2;
        if (wider > highest) {
          through.fit(near, 0, window, near[half], wider, wider);
        }
        risks[d].add(
            trajectory,
            i,
            filters.rateWeights(degrees[d]),
            wider > highest ? through.rateWeights() : filters.rateWeights(wider));
      }
    }
  }

  /** That of one degree, counted from 0. */
  RateRisk of(int degree) {
    return risks[degree];
  }
}
