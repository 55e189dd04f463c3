package io.github.sindy4j.data;

/**
 * A dataset in a few numbers.
 *
 * @param name what the user calls it
 * @param samples over all trajectories
 * @param trajectories how many there are
 * @param gaps how many gaps there are within trajectories
 * @param from the earliest time
 * @param to the latest time
 * @param steps the time steps that are not gaps
 */
public record DataSummary(
    String name,
    long samples,
    int trajectories,
    int gaps,
    double from,
    double to,
    StepSummary steps) {
  /**
   * The steps tₖ₊₁ − tₖ; NaN when there is none.
   *
   * @param shortest the least
   * @param median half are longer
   * @param longest the largest
   */
  public record StepSummary(double shortest, double median, double longest) {
    /** The steps within the segments of these trajectories. */
    static StepSummary of(Iterable<Trajectory> trajectories, int atMost) {
      double[] steps = new double[atMost];
      int count = 0;
      for (Trajectory trajectory : trajectories) {
        for (Segment segment : trajectory.segments()) {
          for (int i = segment.from() + 1; i < segment.to(); i++) {
            steps[count++] = trajectory.times().get(i) - trajectory.times().get(i - 1);
          }
        }
      }
      if (count == 0) {
        return new StepSummary(Double.NaN, Double.NaN, Double.NaN);
      }
      double shortest = steps[0];
      double longest = steps[0];
      for (int k = 1; k < count; k++) {
        shortest = steps[k] < shortest ? steps[k] : shortest;
        longest = steps[k] > longest ? steps[k] : longest;
      }
      return new StepSummary(shortest, Middle.of(steps, count), longest);
    }
  }

  /** The summary of a dataset. */
  public static DataSummary of(Dataset data) {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    int segments = 0;
    for (Trajectory trajectory : data.trajectories()) {
      from = Math.min(from, trajectory.times().first());
      to = Math.max(to, trajectory.times().last());
      segments += trajectory.segments().size();
    }
    int count = data.trajectories().size();
    StepSummary steps = StepSummary.of(data.trajectories(), Math.toIntExact(data.samples()));
    return new DataSummary(data.name(), data.samples(), count, segments - count, from, to, steps);
  }
}
