package io.github.sindy4j.data;

import java.util.List;

/** Trajectories that go by once, such as those of standard input. */
public interface PassingData {
  /** What is known of them before they go by. */
  Heading heading();

  /**
   * Lets all samples go by, once; what is known of them after that. The sample of the outline is
   * what the receiver kept.
   */
  StoredData.Outline pass(Receiver receiver);

  /**
   * What the columns mean.
   *
   * @param name what the user calls the data
   * @param schema the meaning of the columns
   * @param rates whether rates were measured
   */
  record Heading(String name, Schema schema, boolean rates) {}

  /** Takes what goes by. */
  interface Receiver {
    /**
     * Samples without a gap of a trajectory, those behind the last ones of the same trajectory.
     * Trajectories may come by turns.
     */
    void take(int trajectory, Trajectory next);

    /** A gap or the end of a trajectory: what follows, if anything, is another segment. */
    void endSegment(int trajectory);

    /** What it kept of the samples as pictures of all, at least one if there was one. */
    List<Trajectory> kept();
  }
}
