package io.github.sindy4j.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Applies a {@link GapRule} to times that go by one at a time: the gaps are those of {@link
 * GapRule#gapsIn}, but that the median step, where the rule asks for one, is known to a millionth.
 *
 * <p>Steps are counted by the upper half of their bits, that is, up to a relative 2⁻²⁰; of each
 * class the mean is kept. Memory: the classes that occur, and the steps that are longer than five
 * times a neighbour.
 */
public final class StepWatch {
  private static final int LOWER_HALF = 32;

  /**
   * A step that is a gap.
   *
   * @param before the time of the last sample before it
   * @param after the time of the first sample behind it
   */
  public record Jump(double before, double after) {
    /** Its length. */
    public double step() {
      return after - before;
    }
  }

  private record Candidate(int sample, Jump jump) {}

  private static final class Bin {
    private long count;
    private double sum;
  }

  private final GapRule rule;
  private final Map<Long, Bin> classes = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private long lastKey = -1;
  private Bin lastClass = new Bin();
  private int samples;
  private double time;
  private double timeBefore;
  private double step;
  private double stepBefore;
  private double shortest = Double.POSITIVE_INFINITY;
  private double longest;

  /** Watches one trajectory. */
  public StepWatch(GapRule rule) {
    this.rule = rule;
  }

  /** The next time, later than the one before. */
  public void add(double next) {
    if (samples > 0) {
      double length = next - time;
      count(length);
      if (rule instanceof GapRule.LongerThan limited && limited.separates(time, next)) {
        candidates.add(new Candidate(samples, new Jump(time, next)));
      }
      if (rule instanceof GapRule.Automatic && samples > 1) {
        double before = samples == 2 ? length : stepBefore;
        judge(samples - 1, before, length);
      }
      stepBefore = step;
      step = length;
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
    }
    timeBefore = time;
    time = next;
    samples++;
  }

  private void judge(int sample, double before, double after) {
    if (step > GapRule.Automatic.TIMES_NEIGHBOUR * Math.min(before, after)) {
      candidates.add(new Candidate(sample, new Jump(timeBefore, time)));
    }
  }

  private void count(double length) {
    long key = Double.doubleToRawLongBits(length) >>> LOWER_HALF;
    if (key != lastKey) {
      lastKey = key;
      lastClass = classes.computeIfAbsent(key, k -> new Bin());
    }
    lastClass.count++;
    lastClass.sum += length;
  }

  /** The samples, counted from 0, before which there is a gap, when all times have gone by. */
  public SortedMap<Integer, Jump> gaps() {
    return gapsFrom(0);
  }

  /**
   * Those from this sample on, as if all times had gone by: more of them may change the median, and
   * what is said of the last sample.
   */
  public SortedMap<Integer, Jump> gapsFrom(int first) {
    SortedMap<Integer, Jump> gaps = new TreeMap<>();
    boolean judged = rule instanceof GapRule.Automatic;
    List<Candidate> some = new ArrayList<>();
    for (int k = candidates.size() - 1; k >= 0 && candidates.get(k).sample() >= first; k--) {
      some.add(candidates.get(k));
    }
    if (judged && step > GapRule.Automatic.TIMES_NEIGHBOUR * stepBefore) {
      some.add(new Candidate(samples - 1, new Jump(timeBefore, time)));
    }
    boolean mayBe = !judged || (samples - 1 >= GapRule.Automatic.FEWEST_STEPS && mayHoldGaps());
    if (some.isEmpty() || !mayBe) {
      return gaps;
    }
    double limit = judged ? GapRule.Automatic.TIMES_MEDIAN * median() : 0;
    some.stream()
        .filter(c -> c.jump().step() > limit && c.sample() >= first)
        .forEach(c -> gaps.put(c.sample(), c.jump()));
    return gaps;
  }

  private boolean mayHoldGaps() {
    return longest > GapRule.Automatic.TIMES_MEDIAN * shortest;
  }

  /** The median step, to a millionth; NaN when there is none. */
  public double median() {
    return new Steps().with(this).median();
  }

  /** The steps of several trajectories, those that are gaps apart. */
  public static final class Steps {
    private final Map<Long, Bin> classes = new HashMap<>();
    private double shortest = Double.POSITIVE_INFINITY;
    private double longest = Double.NEGATIVE_INFINITY;

    /** Adds all steps of a trajectory. */
    public Steps with(StepWatch watch) {
      watch.classes.forEach((key, found) -> add(key, found.count, found.sum));
      shortest = Math.min(shortest, watch.shortest);
      longest = Math.max(longest, watch.samples > 1 ? watch.longest : longest);
      return this;
    }

    /** Takes out a step that is a gap. */
    public void remove(double length) {
      add(Double.doubleToRawLongBits(length) >>> LOWER_HALF, -1, -length);
      if (length == longest || length == shortest) {
        bound();
      }
    }

    /** Where an extreme has gone, the means of the outer classes stand for it. */
    private void bound() {
      shortest = Double.POSITIVE_INFINITY;
      longest = Double.NEGATIVE_INFINITY;
      for (Bin left : classes.values()) {
        shortest = left.count > 0 ? Math.min(shortest, left.sum / left.count) : shortest;
        longest = left.count > 0 ? Math.max(longest, left.sum / left.count) : longest;
      }
    }

    private void add(long key, long count, double sum) {
      Bin own = classes.computeIfAbsent(key, k -> new Bin());
      own.count += count;
      own.sum += sum;
    }

    /** Least, median and largest; NaN when there is none. */
    public DataSummary.StepSummary summary() {
      double median = median();
      return Double.isNaN(median)
          ? new DataSummary.StepSummary(median, median, median)
          : new DataSummary.StepSummary(shortest, median, longest);
    }

    private double median() {
      List<Map.Entry<Long, Bin>> sorted =
          classes.entrySet().stream()
              .filter(entry -> entry.getValue().count > 0)
              .sorted(Map.Entry.comparingByKey())
              .toList();
      long total = sorted.stream().mapToLong(entry -> entry.getValue().count).sum();
      return total == 0
          ? Double.NaN
          : 0.5 * ranked(sorted, (total - 1) / 2) + 0.5 * ranked(sorted, total / 2);
    }

    private static double ranked(List<Map.Entry<Long, Bin>> sorted, long rank) {
      long before = 0;
      for (Map.Entry<Long, Bin> entry : sorted) {
        before += entry.getValue().count;
        if (rank < before) {
          return entry.getValue().sum / entry.getValue().count;
        }
      }
      throw new IllegalStateException("Steps: no step of rank " + rank);
    }
  }
}
