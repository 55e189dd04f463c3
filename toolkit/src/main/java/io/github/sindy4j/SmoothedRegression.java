package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FreeBlock;
import io.github.sindy4j.regress.HeldOut;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.smoother.Smoother;
import io.github.sindy4j.smoother.SmootherFit;
import io.github.sindy4j.smoother.SymmetricForm;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From noisy trajectories to a model by the smoother. Scores and held-out errors are taken on the
 * rows of the differential form, whose rates the smoother has not seen.
 *
 * @param smoother finds the model
 * @param known what is demanded
 * @param data what it is found in
 * @param progress is told how far it has come
 */
record SmoothedRegression(Smoother smoother, KnownDemands known, Dataset data, Progress progress) {
  /** What it finds, with everything that the smoother knows. */
  record Found(FormulatedRows rows, RowFit fit, SmootherFit smoothing) {}

  private record Scored(FormulatedRows rows, SummarisedRows summarised) {}

  /** The fit; rows are of the differential form. */
  Found of(Supplier<FormulatedRows> formulated) {
    return Team.both(
        () -> scored(formulated.get()),
        () ->
            smoother.fit(
                data,
                known.library(),
                known.demands().parametrisation(),
                forms(known.library()),
                progress),
        this::joined);
  }

  private Scored scored(FormulatedRows rows) {
    RowEvidence evidence = RowEvidence.of(rows.source(), EffectiveSamples.OF_RESIDUALS, progress);
    return new Scored(rows, SummarisedRows.of(evidence, data.name(), known));
  }

  private Found joined(Scored scored, SmootherFit found) {
    RowSource rows = scored.rows().source();
    SummarisedRows summarised = scored.summarised();
    RegressionSummary whole = summarised.whole();
    Regression full = summarised.full();
    RegressionProblem problem = known.problem(summarised.data());
    Regression chosen = regression(found, full, List.of());
    List<ParetoRow> path =
        Team.map(
            found.path().size(),
            k -> {
              SmootherFit.Alternative model = found.path().get(k);
              return row(
                  problem,
                  whole,
                  like(full, model.coefficients(), List.of(model.freedom())),
                  model.excess());
            });
    Regression regression = regression(found, full, withChosen(path, problem, whole, chosen));
    List<Notice> notices = new ArrayList<>(FitNotices.outcome(regression));
    notices.addAll(
        FitNotices.emptyEquations(regression, whole, known.sides(), rows.responseBiases()));
    notices.addAll(FitNotices.rankDeficiency(known.undecided(full)));
    notices.addAll(SmootherNotices.of(found, known.library(), data));
    RowFit fit =
        new RowFit(
            problem,
            regression,
            Inference.known(found.standardErrors()),
            RateScore.of(whole, regression.coefficients()),
            HeldOut.squaredErrors(problem, regression).map(errors -> RateScore.of(whole, errors)),
            known.enforcement(regression.coefficients()),
            Optional.empty(),
            settings(whole, found),
            notices);
    return new Found(scored.rows(), fit, found);
  }

  /** What is tried where nothing is demanded. */
  private List<SymmetricForm> forms(Library library) {
    return known.isAny() || smoother.order() == 2
        ? List.of()
        : SymmetricForms.of(library, data.schema(), Region.of(data));
  }

  private static Regression regression(SmootherFit found, Regression full, List<ParetoRow> path) {
    Outcome outcome =
        found.converged()
            ? new Outcome.Converged(found.rounds())
            : new Outcome.IterationLimit(found.rounds());
    return new Regression(found.coefficients(), found.freedom(), full.undecided(), outcome, path);
  }

  private static Regression like(Regression full, Matrix w, List<FreeBlock> freedom) {
    return new Regression(w, freedom, full.undecided(), new Outcome.Converged(1), List.of());
  }

  /** The path with the chosen model in its place. */
  private static List<ParetoRow> withChosen(
      List<ParetoRow> path, RegressionProblem problem, RegressionSummary whole, Regression chosen) {
    ParetoRow own = row(problem, whole, chosen, 0);
    List<ParetoRow> rows = new ArrayList<>();
    path.stream().filter(row -> row.terms() > own.terms()).forEach(rows::add);
    rows.add(own);
    path.stream().filter(row -> row.terms() < own.terms()).forEach(rows::add);
    return rows;
  }

  private static ParetoRow row(
      RegressionProblem problem, RegressionSummary whole, Regression fit, double criterion) {
    Matrix w = fit.coefficients();
    double[] training = new double[w.rows()];
    int terms = 0;
    for (int i = 0; i < training.length; i++) {
      training[i] = whole.squaredError(i, w.row(i));
      for (int j = 0; j < w.cols(); j++) {
        terms += w.get(i, j) != 0 ? 1 : 0;
      }
    }
    double heldOut =
        HeldOut.squaredErrors(problem, fit)
            .map(errors -> relative(whole, errors))
            .orElse(Double.NaN);
    return new ParetoRow(terms, relative(whole, Vec.adopt(training)), heldOut, criterion, w);
  }

  /** √ of the mean, over equations, of the squared error beside the variance of the response. */
  private static double relative(RegressionSummary whole, Vec errors) {
    double mean = 0;
    for (int i = 0; i < errors.size(); i++) {
      mean += errors.get(i) / whole.samples() / whole.variance(i) / errors.size();
    }
    return Math.sqrt(mean);
  }

  private Map<String, String> settings(RegressionSummary whole, SmootherFit found) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("formulation", "smoother");
    settings.put("optimizer", "subset-search");
    settings.put("rows", Long.toString(whole.samples()));
    found.form().ifPresent(form -> settings.put("form", form.name()));
    settings.put("quadrature points", Integer.toString(found.order()));
    settings.putAll(known.settings());
    return settings;
  }
}
