package io.github.sindy4j.data;

/**
 * A stretch of a trajectory without a gap: the samples {@code from … to−1}. No derivative crosses
 * its ends.
 *
 * @param from the first sample
 * @param to one past the last sample
 */
public record Segment(int from, int to) {
  /** The number of samples. */
  public int size() {
    return to - from;
  }
}
