package io.github.sindy4j.io;

import io.github.sindy4j.ModelEnsemble;
import io.github.sindy4j.linalg.Matrix;

/**
 * What a model file holds of an ensemble of fits to resampled data.
 *
 * @param models how many there were
 * @param seed where the draws came from
 * @param inclusion in which part of the models each coefficient is not zero, n×p
 * @param lower the 2.5 % quantile of each coefficient, zeros included
 * @param median the median
 * @param upper the 97.5 % quantile
 */
public record SavedEnsemble(
    int models, long seed, Matrix inclusion, Matrix lower, Matrix median, Matrix upper) {
  /** What is kept of an ensemble. */
  public static SavedEnsemble of(ModelEnsemble ensemble) {
    return new SavedEnsemble(
        ensemble.models().size(),
        ensemble.seed(),
        ensemble.inclusion(),
        ensemble.lower(),
        ensemble.median(),
        ensemble.upper());
  }
}
