package io.github.sindy4j.io;

import io.github.sindy4j.Enforcement;
import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.model.FunctionModel;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function file holds: the function and what is known about it.
 *
 * @param model the function
 * @param uncertainty standard errors and intervals, where they were estimated
 * @param scores how good it is
 * @param enforcement what was demanded of the coefficients, where anything was
 * @param recovery how exact values were met, where they were
 * @param promotion which symmetries noisy values kept, where some were promoted
 * @param path the models it was chosen from, most terms first
 * @param settings everything that was chosen, by the user or by default
 * @param notices what the user should know
 * @param outcome how the method ended, in words
 * @param data what it was fitted to
 * @param region the box that the inputs fill
 */
public record SavedFunction(
    FunctionModel model,
    Optional<Uncertainty> uncertainty,
    Scores scores,
    Optional<Enforcement> enforcement,
    Optional<SavedRecovery> recovery,
    Optional<SavedPromotion> promotion,
    List<PathPoint> path,
    Map<String, String> settings,
    List<Notice> notices,
    Optional<String> outcome,
    Optional<Data> data,
    Optional<Region> region) {
  /** Copies the collections. */
  public SavedFunction {
    path = List.copyOf(path);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /**
   * How good it is, as far as that is known.
   *
   * @param outputs at the values it was fitted to
   * @param heldOut at values that were held out
   * @param validation at other samples
   */
  public record Scores(
      Optional<Score> outputs, Optional<Score> heldOut, Optional<Validation> validation) {
    /** Nothing known. */
    public static final Scores NONE =
        new Scores(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The score on samples that the function was not fitted to.
   *
   * @param data the name of the samples
   * @param outputs at their values
   */
  public record Validation(String data, Score outputs) {}

  /**
   * What it was fitted to.
   *
   * @param name of the samples
   * @param samples how many
   * @param points at how many different points
   */
  public record Data(String name, int samples, int points) {}

  /** The function alone. */
  public static SavedFunction of(FunctionModel model) {
    return new SavedFunction(
        model,
        Optional.empty(),
        Scores.NONE,
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
  public static SavedFunction of(FunctionFit fit) {
    int chosen = fit.model().activeTerms();
    return new SavedFunction(
        fit.model(),
        fit.inference().map(found -> new Uncertainty(found.standardErrors(), fit.halfWidths())),
        new Scores(Optional.of(fit.outputs()), fit.heldOut(), Optional.empty()),
        fit.enforcement(),
        fit.recovery().map(SavedRecovery::of),
        fit.promotion().map(SavedPromotion::of),
        PathPoint.of(fit.path(), chosen),
        fit.settings(),
        fit.notices(),
        Optional.of(fit.outcome()),
        Optional.of(new Data(fit.data().name(), fit.data().size(), fit.data().points())),
        Optional.of(Region.of(fit.data())));
  }

  /** The same with the score on other samples. */
  public SavedFunction withValidation(Validation validation) {
    Scores more = new Scores(scores.outputs(), scores.heldOut(), Optional.of(validation));
    return new SavedFunction(
        model,
        uncertainty,
        more,
        enforcement,
        recovery,
        promotion,
        path,
        settings,
        notices,
        outcome,
        data,
        region);
  }

  /** The same with these settings. */
  public SavedFunction withSettings(Map<String, String> newSettings) {
    return new SavedFunction(
        model,
        uncertainty,
        scores,
        enforcement,
        recovery,
        promotion,
        path,
        newSettings,
        notices,
        outcome,
        data,
        region);
  }

  /** The same with these notices. */
  public SavedFunction withNotices(List<Notice> newNotices) {
    return new SavedFunction(
        model,
        uncertainty,
        scores,
        enforcement,
        recovery,
        promotion,
        path,
        settings,
        newNotices,
        outcome,
        data,
        region);
  }
}
