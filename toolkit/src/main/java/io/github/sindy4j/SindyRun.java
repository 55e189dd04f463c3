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
  private final Optional<Differentiator> chosenDifferentiator;
  private final SparseRegressor regressor;
  private final OptionalInt pick;
  private final List<Knowledge> knowledge;
  private final Promoting promoting;
  private final Progress progress;

  SindyRun(
      Dataset data,
      Optional<LibrarySpec> library,
      Optional<Differentiator> differentiator,
      SparseRegressor regressor,
      OptionalInt pick,
      List<Knowledge> knowledge,
      Promoting promoting,
      Progress progress) {
    this.data = data;
    this.chosenLibrary = library;
    this.chosenDifferentiator = differentiator;
    this.regressor = regressor;
    this.pick = pick;
    this.knowledge = knowledge;
    this.promoting = promoting;
    this.progress = progress;
  }

  SindyFit fit() {
    Requirements.range(data);
    Optional<RowPromotion> promotion = promoting.on(data);
    Choices choices = new Choices(data);
    Library library = library(choices.library(chosenLibrary));
    KnownDemands known = KnownDemands.of(knowledge, library, data.schema(), Region.of(data));
    FormulatedRows rows = choices.form(chosenDifferentiator).rows(data, library);
    Requirements.rows(
        rows.source(), data.name(), String.valueOf(choices.settings().get("library")), known);
    RowFit fit =
        new RowRegression(
                regressor,
                pick,
                known,
                (source, whole, full) -> Residuals.effectiveSamples(source, full),
                promotion,
                progress)
            .of(rows.source(), data.name());
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
        settings,
        notices(choices, rows, fit));
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
