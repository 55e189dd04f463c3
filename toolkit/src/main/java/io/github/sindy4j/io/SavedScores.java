package io.github.sindy4j.io;

import io.github.sindy4j.model.Score;
import java.util.Optional;

/**
 * How good a saved model is, as far as it is known.
 *
 * @param rates at the rates it was fitted to
 * @param heldOut at rates that were held out
 * @param replay left alone from the first samples of the data it was fitted to
 * @param validation on other data
 */
public record SavedScores(
    Optional<Score> rates,
    Optional<Score> heldOut,
    Optional<ReplayScore> replay,
    Optional<Validation> validation) {
  /** Nothing known. */
  public static final SavedScores NONE =
      new SavedScores(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Scores on data that the model was not fitted to.
   *
   * @param data the name of the data
   * @param rates at the rates estimated from them
   * @param replay left alone from their first samples
   */
  public record Validation(String data, Score rates, ReplayScore replay) {}

  /** The same with this score of a replay. */
  public SavedScores withReplay(ReplayScore newReplay) {
    return new SavedScores(rates, heldOut, Optional.of(newReplay), validation);
  }

  /** The same with these scores on other data. */
  public SavedScores withValidation(Validation newValidation) {
    return new SavedScores(rates, heldOut, replay, Optional.of(newValidation));
  }
}
