package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Stlsq;
import io.github.sindy4j.smoother.Smoother;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One fit, from data to result. */
final class SindyRun {
  private final Dataset data;
  private final Optional<LibrarySpec> chosenLibrary;
  private final Approach approach;
  private final int order;
  private final Optional<SparseRegressor> chosenRegressor;
  private final OptionalInt pick;
  private final List<Knowledge> knowledge;
  private final Promoting promoting;
  private final Progress progress;

  SindyRun(
      Dataset data,
      Optional<LibrarySpec> library,
      Approach approach,
      int order,
      Optional<SparseRegressor> regressor,
      OptionalInt pick,
      List<Knowledge> knowledge,
      Promoting promoting,
      Progress progress) {
    this.data = data;
    this.chosenLibrary = library;
    this.approach = approach;
    this.order = order;
    this.chosenRegressor = regressor;
    this.pick = pick;
    this.knowledge = knowledge;
    this.promoting = promoting;
    this.progress = progress;
  }

  SindyFit fit() {
    Requirements.range(data);
    Optional<RowPromotion> promotion = promoting.on(data);
    Choices choices = new Choices(data);
    LibrarySpec spec = choices.library(chosenLibrary);
    Library library = library(order == 2 ? SecondOrder.withRates(spec, data) : spec);
    KnownDemands known = KnownDemands.of(knowledge, library, data.schema(), Region.of(data));
    FormulatedRows rows = choices.form(differentiator()).rows(data, library);
    Requirements.rows(
        rows.source(), data.name(), String.valueOf(choices.settings().get("library")), known);
    Optional<Smoother> smoother =
        choices.smoother(
            approach, data.schema().states().size() / order, obstacle(known, promotion));
    Optional<SmoothedRegression.Found> smoothed =
        smoother.map(
            settings ->
                new SmoothedRegression(
                        order == 2 ? settings.ofSecondOrder() : settings, known, data, progress)
                    .of(rows.source(), library));
    RowFit fit =
        smoothed
            .map(SmoothedRegression.Found::fit)
            .orElseGet(() -> regression(known, promotion).of(rows.source(), data.name()));
    Map<String, String> settings = new LinkedHashMap<>(choices.settings());
    settings.putAll(fit.settings());
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
        smoothed.map(SmoothedRegression.Found::smoothing),
        settings,
        notices(choices, rows, fit));
  }

  private Optional<Differentiator> differentiator() {
    return approach instanceof Approach.Differential d ? d.differentiator() : Optional.empty();
  }

  private RowRegression regression(KnownDemands known, Optional<RowPromotion> promotion) {
    return new RowRegression(
        chosenRegressor.orElseGet(Stlsq::defaults),
        pick,
        known,
        (source, whole, full) -> Residuals.effectiveSamples(source, full),
        promotion,
        progress);
  }

  /** Why the smoother cannot do what was asked for; empty where it can. */
  private Optional<String> obstacle(KnownDemands known, Optional<RowPromotion> promotion) {
    if (chosenRegressor.isPresent()) {
      return Optional.of("an optimizer was named");
    } else if (pick.isPresent()) {
      return Optional.of("a number of terms was named");
    } else if (promotion.isPresent()) {
      return Optional.of("symmetries are promoted");
    }
    return known.hasBounds() ? Optional.of("inequalities are demanded") : Optional.empty();
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
