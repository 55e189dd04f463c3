package io.github.sindy4j.io;

import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Score;

/**
 * How well a model that is set off from the first samples goes on by itself; see {@link Replay}.
 *
 * @param score over all samples that were reached
 * @param reached the part of the samples that were reached, from 0 to 1
 * @param validTime how long it stays near the data, in units of time
 */
public record ReplayScore(Score score, double reached, double validTime) {
  /** The score of a replay. */
  public static ReplayScore of(Replay replay) {
    return new ReplayScore(replay.score(), replay.reached(), replay.validTime());
  }
}
