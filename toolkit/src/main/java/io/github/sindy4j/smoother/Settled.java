package io.github.sindy4j.smoother;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run that is kept, with what it rests on.
 *
 * @param ground what stayed through it
 * @param run the run
 * @param examined its end
 */
record Settled(Ground ground, Smoothed run, Examination examined) {
  /** More than this, in twice the logarithm of the likelihood, is e⁵ = 148 times likelier. */
  private static final double EVIDENCE = 10;

  /** Empty where a covariance at its end is singular in floating point. */
  static Optional<Settled> of(Ground ground, Smoothed run) {
    return Examination.of(ground, run.end()).map(examined -> new Settled(ground, run, examined));
  }

  /**
   * The same, or a run with noise in proportion to some states where that is clearly likelier: the
   * residuals must say so of each state, and the criterion of the new run confirm it.
   *
   * @param starts runs on another ground
   */
  Settled withLikelyNoise(Function<Ground, Starts> starts) {
    List<Integer> proportional = proportional();
    if (proportional.isEmpty()) {
      return this;
    }
    Ground other = ground.with(ground.laws().proportional(proportional));
    double most = run.criterion() - EVIDENCE * proportional.size();
    return starts
        .apply(other)
        .from(run.end().states())
        .filter(found -> found.criterion() < most)
        .flatMap(found -> of(other, found))
        .orElse(this);
  }

  /** The states whose noise seems to be in proportion to them. */
  private List<Integer> proportional() {
    List<Integer> states = new ArrayList<>();
    double[] gains = examined.proportionalGains().toArray();
    for (int i = 0; i < gains.length; i++) {
      boolean noisy = run.end().noise().get(i) > ground.leastNoise().get(i);
      if (noisy && gains[i] > EVIDENCE) {
        states.add(i);
      }
    }
    return states;
  }
}
