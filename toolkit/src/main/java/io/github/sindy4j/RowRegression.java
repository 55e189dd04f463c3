package io.github.sindy4j;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
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
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.SparseRegressor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * From rows to a model: one pass summarises them, the regressor solves from the summary, two more
 * passes tell how certain the coefficients are.
 *
 * @param regressor solves
 * @param pick the number of terms, where the user says it
 * @param known what is demanded
 * @param effective how many independent samples the rows are worth
 * @param progress is told how far it has come
 */
record RowRegression(
    SparseRegressor regressor,
    OptionalInt pick,
    KnownDemands known,
    EffectiveSamples effective,
    Progress progress) {
  /** How many independent samples the rows are worth in each equation. */
  @FunctionalInterface
  interface EffectiveSamples {
    /** From the rows, their summary, and the least squares of all coefficients. */
    Vec of(RowSource rows, RegressionSummary whole, Matrix full);
  }

  /** The fit; {@code data} names the rows in errors. */
  RowFit of(RowSource rows, String data) {
    FoldedData folded = Folding.fold(rows, progress);
    RegressionSummary whole = folded.whole();
    Requirements.finite(whole, data, known);
    Regression full = known.on(new LeastSquares()).solve(known.problem(folded));
    Vec samples = effective.of(rows, whole, full.coefficients());
    RegressionProblem problem = known.problem(folded.withEffectiveSamples(samples));
    SparseRegressor within = known.on(regressor);
    Regression regression = picked(problem, within, within.solve(problem));
    List<Notice> notices = new ArrayList<>(FitNotices.outcome(regression));
    notices.addAll(
        FitNotices.emptyEquations(regression, whole, known.sides(), rows.responseBiases()));
    notices.addAll(FitNotices.rankDeficiency(known.undecided(full)));
    notices.addAll(known.notices(regression));
    return new RowFit(
        problem,
        regression,
        Inference.of(rows, regression, mean(samples)),
        RateScore.of(whole, regression.coefficients()),
        HeldOut.squaredErrors(problem, regression).map(errors -> RateScore.of(whole, errors)),
        known.enforcement(regression.coefficients()),
        settings(whole, samples),
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

  private Map<String, String> settings(RegressionSummary whole, Vec samples) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("optimizer", regressor.text());
    pick.ifPresent(k -> settings.put("pick", Integer.toString(k)));
    settings.put("rows", Long.toString(whole.samples()));
    settings.put("effective samples", Long.toString(Math.round(mean(samples))));
    settings.putAll(known.settings());
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
