package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Extremes;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * x(t₁), …, x(t_T) with t₁ &lt; … &lt; t_T: one run of an experiment or a simulation, cut into
 * segments by its gaps.
 *
 * <p>States are T×n, controls T×c (c may be 0); measured rates, where there are any, are T×n.
 */
public final class Trajectory {
  private final String id;
  private final Vec times;
  private final Matrix states;
  private final Extremes extremes;
  private final Matrix controls;
  private final Optional<Matrix> rates;
  private final List<Segment> segments;

  private Trajectory(
      String id,
      Vec times,
      Matrix states,
      Extremes extremes,
      Matrix controls,
      Optional<Matrix> rates,
      List<Segment> segments) {
    this.id = id;
    this.times = times;
    this.states = states;
    this.extremes = extremes;
    this.controls = controls;
    this.rates = rates;
    this.segments = List.copyOf(segments);
  }

  /**
   * A trajectory without controls, measured rates or gaps; times must increase and every number be
   * finite.
   */
  public static Trajectory of(String id, Vec times, Matrix states) {
    requireRows("states", times, states);
    int late = times.risesUntil();
    if (late < times.size()) {
      throw new BadData(
          "time-not-increasing",
          "trajectory " + id,
          "time goes from " + times.get(late - 1) + " to " + times.get(late) + " at sample " + late,
          "Sort the rows by time, and mark different runs by a trajectory column");
    }
    requireFiniteTime(id, times, 0);
    requireFiniteTime(id, times, times.size() - 1);
    return new Trajectory(
        id,
        times,
        states,
        requireFinite(id, "state", states),
        Matrix.zeros(times.size(), 0),
        Optional.empty(),
        List.of(new Segment(0, times.size())));
  }

  /** The same with other states, T×n. */
  public Trajectory withStates(Matrix newStates) {
    requireRows("states", times, newStates);
    Extremes newExtremes = requireFinite(id, "state", newStates);
    return new Trajectory(id, times, newStates, newExtremes, controls, rates, segments);
  }

  /** The same with controls, T×c. */
  public Trajectory withControls(Matrix newControls) {
    requireRows("controls", times, newControls);
    requireFinite(id, "control", newControls);
    return new Trajectory(id, times, states, extremes, newControls, rates, segments);
  }

  /** The same with measured rates ẋ, T×n, which are then used in place of estimated ones. */
  public Trajectory withRates(Matrix newRates) {
    requireRows("rates", times, newRates);
    requireFinite(id, "rate", newRates);
    return new Trajectory(id, times, states, extremes, controls, Optional.of(newRates), segments);
  }

  /** The same, with a gap before each of these samples, beside the gaps it has. */
  public Trajectory withGapsBefore(SortedSet<Integer> samples) {
    SortedSet<Integer> starts = new TreeSet<>(samples);
    segments.forEach(segment -> starts.add(segment.from()));
    starts.removeIf(start -> start < 0 || start >= size());
    starts.add(0);
    List<Segment> cut = new ArrayList<>();
    List<Integer> ordered = List.copyOf(starts);
    for (int k = 0; k < ordered.size(); k++) {
      cut.add(new Segment(ordered.get(k), k + 1 < ordered.size() ? ordered.get(k + 1) : size()));
    }
    return new Trajectory(id, times, states, extremes, controls, rates, cut);
  }

  /** What the user calls it. */
  public String id() {
    return id;
  }

  /** T, the number of samples. */
  public int size() {
    return times.size();
  }

  /** t₁ … t_T, in the unit of the time column. */
  public Vec times() {
    return times;
  }

  /** The states, T×n. */
  public Matrix states() {
    return states;
  }

  /** Between which numbers each state lies. */
  public Extremes extremes() {
    return extremes;
  }

  /** The controls, T×c. */
  public Matrix controls() {
    return controls;
  }

  /** Measured rates, T×n. */
  public Optional<Matrix> rates() {
    return rates;
  }

  /** The stretches between gaps, in order; together they hold every sample. */
  public List<Segment> segments() {
    return segments;
  }

  /** x(t₁). */
  public Vec initialState() {
    return states.row(0);
  }

  private static void requireRows(String what, Vec times, Matrix values) {
    if (values.rows() != times.size()) {
      throw new IllegalArgumentException(
          "Trajectory: "
              + what
              + " must have one row for each of the "
              + times.size()
              + " times but have "
              + values.rows());
    }
    if (times.size() == 0) {
      throw new BadData("no-rows", "", "a trajectory has no samples", "Give at least one row");
    }
  }

  /** Of times that increase, only the first and the last can be infinite. */
  private static void requireFiniteTime(String id, Vec times, int sample) {
    if (!Double.isFinite(times.get(sample))) {
      throw notFinite(id, sample, "time 0 is " + times.get(sample));
    }
  }

  private static Extremes requireFinite(String id, String what, Matrix values) {
    Extremes extremes = Extremes.of(values);
    if (extremes.finite() < values.rows() * values.cols()) {
      int sample = extremes.finite() / values.cols();
      int column = extremes.finite() % values.cols();
      throw notFinite(id, sample, what + " " + column + " is " + values.get(sample, column));
    }
    return extremes;
  }

  private static BadData notFinite(String id, int sample, String what) {
    return new BadData(
        "not-finite",
        "trajectory " + id + ", sample " + sample,
        what,
        "Remove the sample and mark a gap, or mend the value");
  }
}
