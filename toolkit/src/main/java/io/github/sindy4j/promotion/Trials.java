package io.github.sindy4j.promotion;

import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demands;
import io.github.sindy4j.regress.HeldOut;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Sparsity;
import io.github.sindy4j.symmetry.Action;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sparse fits with and without symmetries, compared on held-out rows; for one thread. */
final class Trials {
  private final PromotionProblem problem;
  private final SparseRegressor regressor;
  private final Trial plain;
  private final Set<String> unclosed = new LinkedHashSet<>();

  /**
   * A fit.
   *
   * @param demands what it satisfies
   * @param regression what it is
   * @param heldOut its errors; empty when no rows can be held out
   */
  record Trial(Demands demands, Regression regression, Optional<FoldErrors> heldOut) {}

  Trials(PromotionProblem problem, SparseRegressor regressor) {
    this.problem = problem;
    this.regressor = regressor;
    this.plain = fit(problem.demands());
  }

  /** The fit within the user's demands. */
  Trial plain() {
    return plain;
  }

  /** The fit that has these symmetries too; empty when the library holds none but zero. */
  Optional<Trial> with(List<Action> symmetries) {
    if (symmetries.isEmpty()) {
      return Optional.of(plain);
    }
    try {
      Trial trial = fit(problem.with(symmetries));
      boolean possible = !(trial.regression().outcome() instanceof Outcome.Infeasible);
      return possible ? Optional.of(trial) : Optional.empty();
    } catch (BadSetting impossible) {
      // The library is not closed, or nothing is left beside the demands: an answer, not a mistake.
      if (impossible.code().equals("library-not-closed")) {
        symmetries.forEach(symmetry -> unclosed.add(symmetry.text()));
      }
      return Optional.empty();
    }
  }

  /** Under which of the symmetries that were tried the library is not closed. */
  List<String> unclosed() {
    return List.copyOf(unclosed);
  }

  /** Whether the fit predicts held-out rows no worse than the plain one, as far as can be told. */
  boolean isGood(Trial trial) {
    return trial.heldOut().isEmpty()
        || plain.heldOut().isEmpty()
        || !trial.heldOut().get().areWorseThan(plain.heldOut().get());
  }

  /** Whether it is good, and its held-out error within one standard error of the plain one. */
  boolean isWithinOneStandardError(Trial trial) {
    if (trial.heldOut().isEmpty() || plain.heldOut().isEmpty()) {
      return false;
    }
    FoldErrors reference = plain.heldOut().get();
    double allowed = reference.beside(reference) + reference.standardError(reference);
    return isGood(trial) && trial.heldOut().get().beside(reference) <= allowed;
  }

  private Trial fit(Demands demands) {
    RegressionProblem within = demands.problem(problem.data());
    Regression found = demands.within(regressor, Sparsity.COORDINATES).solve(within);
    return new Trial(
        demands,
        found,
        HeldOut.byFold(within, found).map(errors -> new FoldErrors(errors, problem)));
  }
}
