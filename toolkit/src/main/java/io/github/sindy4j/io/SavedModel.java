package io.github.sindy4j.io;

import io.github.sindy4j.Enforcement;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.StreamedFit;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model file holds: the equations and what is known about them.
 *
 * @param model the equations
 * @param uncertainty standard errors and intervals, where they were estimated
 * @param scores how good it is
 * @param enforcement what was demanded of the coefficients, where anything was
 * @param promotion which symmetries were kept while fitting, where some were promoted
 * @param smoothing what the smoother found beside it, where it was at work
 * @param ensemble what fits to resampled data say, where there were some
 * @param path the models it was chosen from, most terms first
 * @param settings everything that was chosen, by the user or by default
 * @param notices what the user should know
 * @param outcome how the regression ended, in words
 * @param data what it was fitted to
 * @param region the box that the data fill, over states and then controls
 */
public record SavedModel(
    SparseModel model,
    Optional<Uncertainty> uncertainty,
    SavedScores scores,
    Optional<Enforcement> enforcement,
    Optional<SavedPromotion> promotion,
    Optional<SavedSmoothing> smoothing,
    Optional<SavedEnsemble> ensemble,
    List<PathPoint> path,
    Map<String, String> settings,
    List<Notice> notices,
    Optional<String> outcome,
    Optional<DataSummary> data,
    Optional<Region> region) {
  /** Copies the collections. */
  public SavedModel {
    path = List.copyOf(path);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /** The equations alone. */
  public static SavedModel of(SparseModel model) {
    return new SavedModel(
        model,
        Optional.empty(),
        SavedScores.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Everything that a fit knows. */
  public static SavedModel of(SindyFit fit) {
    return new SavedModel(
        fit.model(),
        Optional.of(new Uncertainty(fit.inference().standardErrors(), fit.halfWidths())),
        new SavedScores(
            Optional.of(fit.rates()), fit.heldOut(), Optional.empty(), Optional.empty()),
        fit.enforcement(),
        fit.promotion().map(SavedPromotion::of),
        fit.smoothing().map(found -> SavedSmoothing.of(found, fit.model())),
        fit.ensemble().map(SavedEnsemble::of),
        PathPoint.of(fit.path(), fit.model().activeTerms()),
        fit.settings(),
        fit.notices(),
        Optional.of(fit.regression().outcome().text()),
        Optional.of(DataSummary.of(fit.data())),
        Optional.of(Region.of(fit.data())));
  }

  /** Everything that a fit to streamed data knows. */
  public static SavedModel of(StreamedFit streamed) {
    SavedModel saved = of(streamed.fit());
    return new SavedModel(
        saved.model,
        saved.uncertainty,
        saved.scores,
        saved.enforcement,
        saved.promotion,
        saved.smoothing,
        saved.ensemble,
        saved.path,
        saved.settings,
        saved.notices,
        saved.outcome,
        Optional.of(streamed.outline().summary()),
        Optional.of(Region.around(streamed.outline().columns())));
  }

  /** The same with the score of a replay of the data it was fitted to. */
  public SavedModel withReplay(Replay replay) {
    return withScores(scores.withReplay(ReplayScore.of(replay)));
  }

  /** The same with these scores. */
  public SavedModel withScores(SavedScores newScores) {
    return new SavedModel(
        model,
        uncertainty,
        newScores,
        enforcement,
        promotion,
        smoothing,
        ensemble,
        path,
        settings,
        notices,
        outcome,
        data,
        region);
  }

  /** The same with these settings. */
  public SavedModel withSettings(Map<String, String> newSettings) {
    return new SavedModel(
        model,
        uncertainty,
        scores,
        enforcement,
        promotion,
        smoothing,
        ensemble,
        path,
        newSettings,
        notices,
        outcome,
        data,
        region);
  }

  /** The same with these notices. */
  public SavedModel withNotices(List<Notice> newNotices) {
    return new SavedModel(
        model,
        uncertainty,
        scores,
        enforcement,
        promotion,
        smoothing,
        ensemble,
        path,
        settings,
        newNotices,
        outcome,
        data,
        region);
  }
}
