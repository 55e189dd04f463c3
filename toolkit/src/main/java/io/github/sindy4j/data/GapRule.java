package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When is a step hₖ = tₖ₊₁ − tₖ so long that nothing may be concluded from one side of it to the
 * other?
 *
 * <p>{@link #automatic()}: when hₖ &gt; 10 · median(h) and hₖ &gt; 5 · min(hₖ₋₁, hₖ₊₁). The first
 * condition finds what is out of proportion for the whole trajectory, the second spares grids whose
 * step grows smoothly, such as logarithmic ones. The first and the last step have one neighbour;
 * with fewer than {@value Automatic#FEWEST_STEPS} steps there are no gaps.
 */
public sealed interface GapRule {
  /** The samples, counted from 0, before which there is a gap; {@code times} increase strictly. */
  SortedSet<Integer> gapsIn(Vec times);

  /** Judges every step by the median and by its neighbours. */
  static GapRule automatic() {
    return new Automatic();
  }

  /** Every step longer than {@code limit} is a gap. */
  static GapRule longerThan(double limit) {
    return new LongerThan(limit);
  }

  /** No step is a gap, however long. */
  static GapRule none() {
    return new None();
  }

  /** median(h), the mean of the middle two when their number is even; NaN when there is no step. */
  static double medianStep(Vec times) {
    double[] steps = Steps.of(times);
    if (steps.length == 0) {
      return Double.NaN;
    }
    return Middle.of(steps, steps.length);
  }

  /** hₖ &gt; 10 · median(h) and hₖ &gt; 5 · min(hₖ₋₁, hₖ₊₁). */
  record Automatic() implements GapRule {
    static final int FEWEST_STEPS = 4;
    static final double TIMES_MEDIAN = 10;
    static final double TIMES_NEIGHBOUR = 5;

    @Override
    public SortedSet<Integer> gapsIn(Vec times) {
      SortedSet<Integer> gaps = new TreeSet<>();
      if (times.size() <= FEWEST_STEPS || !mayHoldGaps(times)) {
        return gaps;
      }
      double[] steps = Steps.of(times);
      double limit = TIMES_MEDIAN * medianStep(times);
      for (int k = 0; k < steps.length; k++) {
        double before = k == 0 ? steps[1] : steps[k - 1];
        double after = k == steps.length - 1 ? steps[k - 1] : steps[k + 1];
        if (steps[k] > limit && steps[k] > TIMES_NEIGHBOUR * Math.min(before, after)) {
          gaps.add(k + 1);
        }
      }
      return gaps;
    }

    /** Whether the longest step exceeds the shortest enough: spares even grids the sorting. */
    private static boolean mayHoldGaps(Vec times) {
      Outer all = new Outer(Double.POSITIVE_INFINITY, 0);
      for (Outer part : Ranges.map(times.size(), (from, to) -> Outer.of(times, from, to))) {
        all = new Outer(Math.min(all.shortest, part.shortest), Math.max(all.longest, part.longest));
      }
      return all.longest > TIMES_MEDIAN * all.shortest;
    }

    /** The shortest and the longest of some steps. */
    private record Outer(double shortest, double longest) {
      /** Of those that end among these samples. */
      static Outer of(Vec times, int from, int to) {
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (int i = Math.max(1, from); i < to; i++) {
          double step = times.get(i) - times.get(i - 1);
          shortest = step < shortest ? step : shortest;
          longest = step > longest ? step : longest;
        }
        return new Outer(shortest, longest);
      }
    }
  }

  /**
   * hₖ &gt; limit, where a step that exceeds the limit by rounding alone does not count.
   *
   * @param limit the longest step that is not a gap, in the unit of time, positive
   */
  record LongerThan(double limit) implements GapRule {
    private static final double SLACK = 1 + 1e-9;

    /** Checks the limit. */
    public LongerThan {
      BadSetting.require(
          limit > 0, "max gap", "must be greater than 0 but is " + limit, "It is a time step");
    }

    @Override
    public SortedSet<Integer> gapsIn(Vec times) {
      SortedSet<Integer> gaps = new TreeSet<>();
      for (int i = 1; i < times.size(); i++) {
        if (separates(times.get(i - 1), times.get(i))) {
          gaps.add(i);
        }
      }
      return gaps;
    }

    boolean separates(double before, double after) {
      double rounding = Math.ulp(after) + Math.ulp(before);
      return after - before > limit * SLACK + rounding;
    }
  }

  /** Never. */
  record None() implements GapRule {
    @Override
    public SortedSet<Integer> gapsIn(Vec times) {
      return new TreeSet<>();
    }
  }
}
