package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.promotion.PromotionProblem;
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
import io.github.sindy4j.symmetry.Action;
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
  private final List<Knowledge> knowledge;
  private final Promoting promoting;
  private final Progress progress;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();

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
    Optional<Action> candidates = promoting.named(data.schema());
    notices.addAll(data.notices());
    Choices choices = new Choices(data);
    Library library = library(choices.library(chosenLibrary));
    KnownDemands given = KnownDemands.of(knowledge, library, data);
    FormulatedRows rows = choices.form(chosenDifferentiator).rows(data, library);
    settings.putAll(choices.settings());
    notices.addAll(choices.notices());
    notices.addAll(rows.notices());
    Requirements.rows(rows, data, library, String.valueOf(settings.get("library")), given);
    FoldedData folded = Folding.fold(rows.source(), progress);
    RegressionSummary whole = folded.whole();
    Requirements.finite(whole, data, library);
    Regression full = given.on(new LeastSquares()).solve(given.problem(folded));
    Vec effective = Residuals.effectiveSamples(rows.source(), full.coefficients());
    FoldedData weighed = folded.withEffectiveSamples(effective);
    Optional<Promoted> promoted = candidates.map(c -> promoted(library, weighed, c, given));
    KnownDemands known = promoted.map(p -> with(p, library)).orElse(given);
    RegressionProblem problem = known.problem(weighed);
    SparseRegressor within = known.on(regressor);
    Regression regression = picked(problem, within, within.solve(problem));
    SparseModel model = new SparseModel(data.schema(), library, regression.coefficients());
    Inference inference = Inference.of(rows.source(), regression, mean(effective));
    describe(rows, whole, regression, effective);
    settings.putAll(known.settings());
    promoted.ifPresent(this::tell);
    notices.addAll(FitNotices.rankDeficiency(given.undecided(full)));
    notices.addAll(known.notices(regression));
    return new SindyFit(
        data,
        rows,
        model,
        regression,
        inference,
        RateScore.of(whole, regression.coefficients()),
        HeldOut.squaredErrors(problem, regression).map(errors -> RateScore.of(whole, errors)),
        problem.data(),
        known.enforcement(regression),
        promoted,
        settings,
        notices);
  }

  private Promoted promoted(
      Library library, FoldedData rows, Action candidates, KnownDemands given) {
    PromotionProblem problem = Promoting.problem(data, library, rows, candidates);
    return promoting.on(data, problem.within(given.demands()), regressor);
  }

  private void tell(Promoted promoted) {
    Promoting.describe(promoted, settings);
    notices.addAll(promoted.notices());
  }

  /** What is known and what the data keep. */
  private KnownDemands with(Promoted promoted, Library library) {
    List<Knowledge> all = new ArrayList<>(knowledge);
    promoted.enforced().ifPresent(action -> all.add(new KeptSymmetry(action)));
    return KnownDemands.of(all, library, data);
  }

  private Library library(LibrarySpec spec) {
    List<String> inputs = data.schema().inputNames();
    Requirements.memory(spec, inputs.size(), data.schema().states().size());
    return spec.over(inputs);
  }

  private Regression picked(
      RegressionProblem problem, SparseRegressor within, Regression regression) {
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
        .map(row -> within.refit(problem, regression, row.coefficients()))
        .orElseThrow(
            () ->
                new BadSetting(
                    "no-such-row",
                    "--pick " + pick.getAsInt(),
                    "no model of the path has " + pick.getAsInt() + " terms",
                    "Choose one of " + available));
  }

  private void describe(
      FormulatedRows rows, RegressionSummary whole, Regression regression, Vec effective) {
    settings.put("optimizer", regressor.text());
    pick.ifPresent(k -> settings.put("pick", Integer.toString(k)));
    settings.put("rows", Long.toString(whole.samples()));
    settings.put("effective samples", Long.toString(Math.round(mean(effective))));
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
