package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.formulation.Reweighting;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.smoother.Smoother;
import io.github.sindy4j.smoother.SmootherFit;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One fit, from data to result. */
final class SindyRun {
  private static final double ROWS_PER_UNKNOWN = 1.5;

  /** Rows times squared unknowns: a few minutes. */
  private static final double MOST_WORK = 2e11;

  private final Dataset data;
  private final SindySettings asked;
  private final BaggedFit bagged;

  SindyRun(Dataset data, SindySettings asked) {
    this.data = data;
    this.asked = asked;
    this.bagged = new BaggedFit(asked.bagging, asked.progress);
  }

  SindyFit fit() {
    Requirements.range(data);
    bagged.require(asked.pick);
    Optional<RowPromotion> promotion = asked.promoting.on(data);
    Choices choices = new Choices(data);
    LibrarySpec spec = choices.library(asked.library);
    Library library = library(asked.order == 2 ? SecondOrder.withRates(spec, data) : spec);
    KnownDemands known =
        KnownDemands.of(asked.knowledge, library, data.schema(), () -> Region.of(data));
    Supplier<FormulatedRows> formulated = () -> rows(choices, known);
    Optional<SmoothedRegression.Found> smoothed =
        choices
            .smoother(
                asked.approach,
                data.schema().states().size() / asked.order,
                obstacle(known, promotion),
                hindrance(known))
            .map(
                settings ->
                    new SmoothedRegression(adapted(settings), known, data, asked.progress)
                        .of(formulated));
    FormulatedRows rows = smoothed.map(SmoothedRegression.Found::rows).orElseGet(formulated);
    RowFit fit =
        smoothed
            .map(SmoothedRegression.Found::fit)
            .orElseGet(
                () ->
                    reweighted(
                        asked.regression(known, promotion).of(rows.source(), data.name()),
                        library,
                        known));
    Optional<SmootherFit> smoothing = smoothed.map(SmoothedRegression.Found::smoothing);
    Map<String, String> settings = new LinkedHashMap<>(choices.settings());
    settings.putAll(fit.settings());
    if (asked.order == 2) {
      settings.put("order", "2");
    }
    if (!data.schema().controls().isEmpty()) {
      settings.put("between", asked.between.text());
    }
    return new SindyFit(
        data,
        rows,
        new SparseModel(data.schema(), library, fit.regression().coefficients()),
        fit.regression(),
        fit.inference(),
        fit.score(),
        fit.heldOut(),
        fit.problem().data(),
        fit.enforcement(),
        fit.promoted(),
        smoothing,
        bagged.of(smoothing, rows.source(), fit, known, asked.regressor()),
        asked.between,
        settings,
        notices(choices, rows, fit));
  }

  private FormulatedRows rows(Choices choices, KnownDemands known) {
    FormulatedRows rows =
        asked.approach instanceof Approach.Weak weak
            ? choices.weak(weak.form()).rows(data, known.library())
            : choices.form(asked.approach.differentiator()).rows(data, known.library());
    Requirements.rows(
        rows.source(), data.name(), String.valueOf(choices.settings().get("library")), known);
    return rows;
  }

  /** The terms of a weak fit with the weights that the model implies, where nothing is demanded. */
  private RowFit reweighted(RowFit fit, Library library, KnownDemands known) {
    boolean found = fit.regression().coefficients().norm() > 0;
    return asked.approach instanceof Approach.Weak weak && found && !known.isAny()
        ? fit.reweighted(
            Reweighting.by(weak.form()).fit(data, library, fit.regression().coefficients()))
        : fit;
  }

  private Smoother adapted(Smoother settings) {
    Smoother driven = settings.withControls(asked.between);
    return asked.order == 2 ? driven.ofSecondOrder() : driven;
  }

  /** Why the smoother cannot do what was asked for; empty where it can. */
  private Optional<String> obstacle(KnownDemands known, Optional<RowPromotion> promotion) {
    if (asked.regressor.isPresent()) {
      return Optional.of("an optimizer was named");
    } else if (asked.pick.isPresent()) {
      return Optional.of("a number of terms was named");
    } else if (promotion.isPresent()) {
      return Optional.of("symmetries are promoted");
    }
    return known.hasBounds() ? Optional.of("inequalities are demanded") : Optional.empty();
  }

  /** Why the smoother is not what these data should get unless it is named. */
  private Optional<String> hindrance(KnownDemands known) {
    double unknowns = known.freeCoefficients();
    double rows = (double) data.samples() * data.schema().states().size() / asked.order;
    if (rows < ROWS_PER_UNKNOWN * unknowns) {
      return Optional.of(
          "there are few samples for the smoother to choose from %.0f coefficients"
              .formatted(unknowns));
    }
    return rows * unknowns * unknowns > MOST_WORK
        ? Optional.of(
            "the smoother would take long for %.0f coefficients and %.0f rows"
                .formatted(unknowns, rows))
        : Optional.empty();
  }

  private Library library(LibrarySpec spec) {
    List<String> inputs = data.schema().inputNames();
    Requirements.memory(spec, inputs.size(), data.schema().states().size());
    return spec.over(inputs);
  }

  private List<Notice> notices(Choices choices, FormulatedRows rows, RowFit fit) {
    List<Notice> notices = new ArrayList<>(data.notices());
    notices.addAll(choices.notices());
    notices.addAll(rows.notices());
    notices.addAll(fit.notices());
    return notices;
  }
}
