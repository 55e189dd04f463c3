package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.HeldOut;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.regress.SparseRegressor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One fit, from data to result; mutable while it runs, for one thread. */
final class SindyRun {
  private final Dataset data;
  private final Optional<LibrarySpec> chosenLibrary;
  private final Optional<Differentiator> chosenDifferentiator;
  private final SparseRegressor regressor;
  private final OptionalInt pick;
  private final Progress progress;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  SindyRun(
      Dataset data,
      Optional<LibrarySpec> library,
      Optional<Differentiator> differentiator,
      SparseRegressor regressor,
      OptionalInt pick,
      Progress progress) {
    this.data = data;
    this.chosenLibrary = library;
    this.chosenDifferentiator = differentiator;
    this.regressor = regressor;
    this.pick = pick;
    this.progress = progress;
  }

  SindyFit fit() {
    Requirements.range(data);
    notices.addAll(data.notices());
    Choices choices = new Choices(data);
    Library library = library(choices.library(chosenLibrary));
    FormulatedRows rows = choices.form(chosenDifferentiator).rows(data, library);
    settings.putAll(choices.settings());
    notices.addAll(choices.notices());
    notices.addAll(rows.notices());
    Requirements.rows(rows, data, library, String.valueOf(settings.get("library")));
    FoldedData folded = Folding.fold(rows.source(), progress);
    RegressionProblem problem = RegressionProblem.of(folded);
    RegressionSummary whole = folded.whole();
    Requirements.finite(whole, data, library);
    Regression full = new LeastSquares().solve(problem);
    Vec effective = Residuals.effectiveSamples(rows.source(), full.coefficients());
    problem = RegressionProblem.of(folded.withEffectiveSamples(effective));
    Regression regression = picked(problem, regressor.solve(problem));
    SparseModel model = new SparseModel(data.schema(), library, regression.coefficients());
    Inference inference = Inference.of(rows.source(), regression, mean(effective));
    describe(rows, library, whole, regression, effective, full);
    return new SindyFit(
        data,
        rows,
        model,
        regression,
        inference,
        RateScore.of(whole, regression.coefficients()),
        HeldOut.squaredErrors(problem, regression).map(errors -> RateScore.of(whole, errors)),
        settings,
        notices);
  }

  private Library library(LibrarySpec spec) {
    List<String> inputs = data.schema().inputNames();
    Requirements.memory(spec, inputs.size(), data.schema().states().size());
    return spec.over(inputs);
  }

  private Regression picked(RegressionProblem problem, Regression regression) {
    if (pick.isEmpty()) {
      return regression;
    }
    List<Integer> available = regression.path().stream().map(ParetoRow::terms).toList();
    if (available.isEmpty()) {
      throw new BadSetting(
          "nothing-to-pick",
          "--pick " + pick.getAsInt(),
          "this optimizer computes one model, not a path",
          "Use the optimizer stlsq without a threshold");
    }
    return regression.path().stream()
        .filter(row -> row.terms() == pick.getAsInt())
        .findFirst()
        .map(row -> regression.refit(problem, row.coefficients()))
        .orElseThrow(
            () ->
                new BadSetting(
                    "no-such-row",
                    "--pick " + pick.getAsInt(),
                    "no model of the path has " + pick.getAsInt() + " terms",
                    "Choose one of " + available));
  }

  private void describe(
      FormulatedRows rows,
      Library library,
      RegressionSummary whole,
      Regression regression,
      Vec effective,
      Regression full) {
    settings.put("optimizer", regressor.text());
    pick.ifPresent(k -> settings.put("pick", Integer.toString(k)));
    settings.put("rows", Long.toString(whole.samples()));
    settings.put("effective samples", Long.toString(Math.round(mean(effective))));
    notices.addAll(FitNotices.rankDeficiency(full.undecided(), library));
    notices.addAll(FitNotices.outcome(regression));
    notices.addAll(
        FitNotices.emptyEquations(regression, whole, data, rows.source().responseBiases()));
  }

  private static double mean(Vec v) {
    double sum = 0;
    for (int i = 0; i < v.size(); i++) {
      sum += v.get(i) / v.size();
    }
    return sum;
  }
}
