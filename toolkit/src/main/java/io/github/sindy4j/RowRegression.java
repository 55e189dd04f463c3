package io.github.sindy4j;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.HeldOut;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.SparseRegressor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From rows to a model: they are summarised, the regressor solves from the summary, and they tell
 * how certain the coefficients are.
 *
 * @param regressor solves
 * @param pick the number of terms, where the user says it
 * @param known what is demanded
 * @param effective how many independent samples the rows are worth
 * @param promotion which symmetries are promoted, where some are
 * @param progress is told how far it has come
 */
record RowRegression(
    SparseRegressor regressor,
    OptionalInt pick,
    KnownDemands known,
    EffectiveSamples effective,
    Optional<RowPromotion> promotion,
    Progress progress) {
  /** The fit in three passes; {@code name} stands for the rows in errors. */
  RowFit of(RowSource rows, String name) {
    return of(RowEvidence.of(rows, effective, progress), name);
  }

  /** The fit to rows that say themselves how many independent samples they are worth. */
  RowFit of(RowEvidence rows, String name) {
    SummarisedRows summarised = SummarisedRows.of(rows, name, known);
    FoldedData data = summarised.data();
    RegressionSummary whole = summarised.whole();
    Vec samples = data.effectiveSamples();
    Optional<Promoted> promoted = promotion.map(p -> p.of(data, known, regressor));
    KnownDemands demanded = promoted.map(known::keeping).orElse(known);
    RegressionProblem problem = demanded.problem(data);
    SparseRegressor within = demanded.on(regressor);
    Regression first = promoted.map(Promoted::regression).orElseGet(() -> within.solve(problem));
    Regression regression = picked(problem, within, first);
    List<Notice> notices = new ArrayList<>(FitNotices.outcome(regression));
    notices.addAll(
        FitNotices.emptyEquations(regression, whole, known.sides(), data.responseBiases()));
    promoted.ifPresent(p -> notices.addAll(p.notices()));
    notices.addAll(FitNotices.rankDeficiency(known.undecided(summarised.full())));
    notices.addAll(demanded.notices(regression));
    return new RowFit(
        problem,
        regression,
        rows.inference(regression, mean(samples)),
        RateScore.of(whole, regression.coefficients()),
        HeldOut.squaredErrors(problem, regression).map(errors -> RateScore.of(whole, errors)),
        demanded.enforcement(regression.coefficients()),
        promoted,
        settings(whole, samples, demanded, promoted),
        notices);
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

  private Map<String, String> settings(
      RegressionSummary whole, Vec samples, KnownDemands demanded, Optional<Promoted> promoted) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("optimizer", regressor.text());
    pick.ifPresent(k -> settings.put("pick", Integer.toString(k)));
    settings.put("rows", Long.toString(whole.samples()));
    settings.put("effective samples", Long.toString(Math.round(mean(samples))));
    settings.putAll(demanded.settings());
    promoted.ifPresent(p -> settings.putAll(RowPromotion.settings(p)));
    return settings;
  }

  private static double mean(Vec v) {
    double sum = 0;
    for (int i = 0; i < v.size(); i++) {
      sum += v.get(i) / v.size();
    }
    return sum;
  }
}
