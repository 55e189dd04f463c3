package io.github.sindy4j.data;

import io.github.sindy4j.notice.Notice;
import java.util.List;

/**
 * Trajectories that are too long to be held together: their outline, and any stretch of their
 * samples on demand, as often as asked and always with the same bits.
 */
public interface StoredData {
  /** What is known of them as a whole. */
  Outline outline();

  /**
   * The samples {@code from … to−1} of a trajectory, without its gaps. May be called by any thread.
   */
  Trajectory samples(int trajectory, int from, int to);

  /**
   * One trajectory without its samples.
   *
   * @param id what the user calls it
   * @param size T, the number of samples
   * @param segments the stretches between gaps, in order; together they hold every sample
   */
  record Part(String id, int size, List<Segment> segments) {
    /** Copies the segments. */
    public Part {
      segments = List.copyOf(segments);
    }
  }

  /**
   * Data in a few numbers, and a sample of them.
   *
   * @param schema the meaning of the columns
   * @param rates whether rates were measured
   * @param parts the trajectories, in order
   * @param summary name, samples, gaps and steps; the median step to a millionth
   * @param columns the states, then the controls
   * @param sample stretches of consecutive samples from all over the data, each a trajectory
   * @param notices what was done to the data on the way in
   */
  record Outline(
      Schema schema,
      boolean rates,
      List<Part> parts,
      DataSummary summary,
      List<ColumnSummary> columns,
      Dataset sample,
      List<Notice> notices) {
    /** Copies the lists. */
    public Outline {
      parts = List.copyOf(parts);
      columns = List.copyOf(columns);
      notices = List.copyOf(notices);
    }
  }
}
