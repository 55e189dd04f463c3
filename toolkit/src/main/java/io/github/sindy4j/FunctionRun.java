package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.formulation.SampleRows;
import io.github.sindy4j.linalg.Extremes;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.FunctionModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fit of a function, from samples to result; mutable while it runs, for one thread. */
final class FunctionRun {
  /** Residuals below this part of the values are rounding. */
  static final double EXACT = 1e-9;

  private final FunctionRegression regression;
  private final Samples samples;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  FunctionRun(FunctionRegression regression, Samples samples) {
    this.regression = regression;
    this.samples = samples;
  }

  FunctionFit fit() {
    notices.addAll(samples.notices());
    Extremes inputs = Extremes.of(samples.inputs());
    Requirements.range(samples.name(), samples.schema().inputNames(), List.of(inputs));
    Extremes outputs = Extremes.of(samples.outputs());
    Requirements.range(samples.name(), samples.schema().outputNames(), List.of(outputs));
    Library library = library();
    KnownDemands known =
        KnownDemands.of(
            regression.knowledge(), library, samples.schema(), () -> Region.of(samples));
    SampleRows rows = SampleRows.of(samples, library);
    return regression
        .promotion()
        .map(promotion -> promoted(promotion, rows, known))
        .orElseGet(() -> regressed(rows, known, Optional.empty()));
  }

  private Library library() {
    int inputs = samples.schema().inputs().size();
    if (regression.library().isEmpty() && regression.promotion().isPresent()) {
      throw new BadSetting(
          "no-library",
          "--promote " + regression.promotion().get().candidates(),
          "the library is not named",
          "Say which terms the function may have, such as --library polynomial:2");
    }
    LibrarySpec spec =
        regression
            .library()
            .orElseGet(
                () -> {
                  Choices.Automatic chosen = Choices.Automatic.of(inputs, samples.size());
                  notices.add(chosen.notice());
                  return chosen.library();
                });
    settings.put("library", spec.text());
    Requirements.memory(spec, inputs, samples.schema().outputs().size());
    return spec.over(samples.schema().inputNames());
  }

  private FunctionFit regressed(
      SampleRows rows, KnownDemands known, Optional<RowPromotion> promotion) {
    Requirements.rows(rows, samples.name(), String.valueOf(settings.get("library")), known);
    RowFit fit =
        new RowRegression(
                regression.regressor(),
                regression.pick(),
                known,
                this::effectiveSamples,
                promotion,
                regression.progress())
            .of(rows, samples.name());
    settings.putAll(fit.settings());
    notices.addAll(fit.notices());
    return new FunctionFit(
        samples,
        new FunctionModel(samples.schema(), known.library(), fit.regression().coefficients()),
        Optional.of(fit.inference()),
        fit.score(),
        fit.heldOut(),
        Optional.of(fit.problem().data()),
        fit.enforcement(),
        Optional.empty(),
        fit.promoted(),
        fit.regression().path(),
        fit.regression().outcome().text(),
        settings,
        notices);
  }

  /**
   * Samples are independent, so that N rows are worth N, unless the residuals of neighbouring rows
   * say otherwise beyond doubt.
   */
  private Vec effectiveSamples(RowSource rows, RegressionSummary whole, Matrix w) {
    double[] effective = Residuals.effectiveSamples(rows, w).toArray();
    double n = rows.rows();
    for (int i = 0; i < effective.length; i++) {
      boolean noisy =
          whole.squaredError(i, w.row(i))
              > EXACT * EXACT * samples.outputs().col(i).dot(samples.outputs().col(i));
      if (noisy && effective[i] < n / 2) {
        notices.add(
            Notice.warning(
                "rows-not-independent",
                "the residuals of neighbouring rows are alike: for "
                    + samples.schema().leftSide(i)
                    + " the "
                    + rows.rows()
                    + " rows are worth about "
                    + Math.round(effective[i])
                    + "; their order matters, or terms are missing"));
      } else {
        effective[i] = n;
      }
    }
    return Vec.adopt(effective);
  }

  private FunctionFit promoted(FunctionPromotion promotion, SampleRows rows, KnownDemands known) {
    ExactValues exact = new ExactValues(samples, rows, known);
    boolean decided = promotion.interpolator().isPresent();
    if (decided) {
      exact.require();
    } else if (promotion.path().fraction().isPresent() || !exact.areMet()) {
      return regressed(rows, known, Optional.of(onPath(promotion)));
    } else {
      notices.add(exact.notice());
    }
    Interpolator interpolator = promotion.interpolator().orElseGet(Interpolator::ofNuclearNorm);
    settings.put("promote", promotion.candidates());
    settings.put("method", interpolator.text());
    settings.put("points", promotion.pointsAreRandom() ? "random" : "unknown");
    settings.put("rows", Integer.toString(samples.size()));
    settings.putAll(known.settings());
    return recovered(
        exact.interpolation(promotion).by(interpolator, exact.sampling(promotion)), known);
  }

  private RowPromotion onPath(FunctionPromotion promotion) {
    int outputs = samples.schema().outputs().size();
    return new RowPromotion(
        promotion.path(),
        promotion.action(samples.schema().inputNames(), outputs),
        Fibre.scalar(outputs),
        Region.of(samples),
        samples.points(FunctionFit.MOST_POINTS));
  }

  private FunctionFit recovered(Interpolation.Solved solved, KnownDemands known) {
    notices.addAll(RecoveryNotices.of(solved.recovery()));
    FunctionModel model =
        new FunctionModel(samples.schema(), known.library(), solved.coefficients());
    return new FunctionFit(
        samples,
        model,
        Optional.empty(),
        model.score(samples),
        Optional.empty(),
        Optional.empty(),
        known.enforcement(solved.coefficients()),
        Optional.of(solved.recovery()),
        Optional.empty(),
        List.of(),
        solved.recovery().ending(),
        settings,
        notices);
  }
}
