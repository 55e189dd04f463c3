package io.github.sindy4j.smoother;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A run that is kept, with what it rests on.
 *
 * @param ground what stayed through it
 * @param run the run
 * @param examined its end
 * @param diagnosis what that says
 * @param form what it keeps, if it was chosen for its form
 */
record Settled(
    Ground ground,
    Smoothed run,
    Examination examined,
    Diagnosis diagnosis,
    Optional<KeptForm> form) {
  /** More than this, in twice the logarithm of the likelihood, is e⁵ = 148 times likelier. */
  private static final double EVIDENCE = 10;

  /** Empty where a covariance at its end is singular in floating point. */
  static Optional<Settled> of(Ground ground, Smoothed run) {
    return Examination.of(ground, run.end())
        .map(end -> new Settled(ground, run, end, end.diagnosis(), Optional.empty()));
  }

  /** The same, chosen for its form. */
  Settled keeping(KeptForm kept) {
    return new Settled(ground, run, examined, diagnosis, Optional.of(kept));
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

  /**
   * The same, or a run whose equations hold exactly where that is the shorter description: a defect
   * that its equation needs is one more number to be told, at log n.
   *
   * @param starts runs on another ground
   */
  Settled withExactEquations(Function<Ground, Starts> starts) {
    int open = open();
    if (open == 0) {
      return this;
    }
    return starts
        .apply(ground)
        .exact(run.end().states())
        .flatMap(found -> of(ground, found))
        .filter(other -> other.length() < length())
        .orElse(this);
  }

  /** The criterion and what the defects cost. */
  private double length() {
    return run.criterion() + open() * Math.log(run.rows());
  }

  /** How many equations need their defect. */
  private int open() {
    return (int) IntStream.range(0, diagnosis.shares().size()).filter(diagnosis::hasDefect).count();
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
