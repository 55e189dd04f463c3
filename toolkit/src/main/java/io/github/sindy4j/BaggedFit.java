package io.github.sindy4j;

import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.Ensemble;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ensemble beside one fit: the smoother's whitened rows resampled, or those of the regression.
 *
 * @param settings how many models; none where it is empty
 * @param progress is told how far it has come
 */
record BaggedFit(Optional<Bagging> settings, Progress progress) {
  /** Throws where models of a given number of terms are asked for. */
  void require(OptionalInt pick) {
    if (settings.isPresent() && pick.isPresent()) {
      throw new Unsupported(
          "ensemble-of-picked",
          "--pick " + pick.getAsInt(),
          "each model of an ensemble chooses its own number of terms",
          "Leave out --pick or --ensemble");
    }
  }

  /** The models to resampled whitened rows, or to resampled rows of the regression. */
  Optional<ModelEnsemble> of(
      Optional<SmootherFit> smoothing,
      RowSource rows,
      RowFit fit,
      KnownDemands known,
      SparseRegressor regressor) {
    return settings.map(
        bagging ->
            new ModelEnsemble(
                smoothing
                    .map(s -> s.rows().resampled(bagging.models(), bagging.seed(), progress))
                    .orElseGet(
                        () ->
                            Ensemble.of(demanded(fit, known).on(regressor))
                                .withModels(bagging.models())
                                .withSeed(bagging.seed())
                                .fit(
                                    rows,
                                    fit.problem().data(),
                                    fit.problem().constraint(),
                                    progress)),
                bagging.seed()));
  }

  /** Symmetries that were kept while fitting are kept by every model. */
  private static KnownDemands demanded(RowFit fit, KnownDemands known) {
    return fit.promoted().map(known::keeping).orElse(known);
  }
}
