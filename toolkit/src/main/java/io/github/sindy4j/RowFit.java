package io.github.sindy4j;

import io.github.sindy4j.formulation.Reweighting;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every regression of rows finds, whatever the rows mean.
 *
 * @param problem the rows, summarised, and what is demanded
 * @param regression what the regressor found
 * @param inference how certain it is
 * @param score how well it gives the left sides it was fitted to
 * @param heldOut how well its terms give left sides that were held out
 * @param enforcement what was demanded
 * @param promoted which symmetries the data kept, where some were promoted
 * @param settings in the words of the command line
 * @param notices what the user should know
 */
record RowFit(
    RegressionProblem problem,
    Regression regression,
    Inference inference,
    Score score,
    Optional<Score> heldOut,
    Optional<Enforcement> enforcement,
    Optional<Promoted> promoted,
    Map<String, String> settings,
    List<Notice> notices) {
  RowFit {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /** The same terms with the coefficients and the errors of reweighted least squares. */
  RowFit reweighted(Reweighting.Result result) {
    List<Notice> all = new ArrayList<>(notices);
    if (!(result.outcome() instanceof Outcome.Converged)) {
      all.add(
          Notice.warning("reweighting", "the weights did not settle: " + result.outcome().text()));
    }
    // Less variance than the noise explains is chance; more is error that the noise does not know.
    double scale = Math.sqrt(Math.max(1, result.residualVariance()));
    return new RowFit(
        problem,
        new Regression(
            result.coefficients(),
            regression.freedom(),
            regression.undecided(),
            regression.outcome(),
            regression.path()),
        Inference.known(result.standardErrors().scaled(scale)),
        RateScore.of(problem.data().whole(), result.coefficients()),
        heldOut,
        enforcement,
        promoted,
        settings,
        all);
  }
}
