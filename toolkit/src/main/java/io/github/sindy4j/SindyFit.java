package io.github.sindy4j;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.regress.Regression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model and everything that is known about how it was found.
 *
 * @param data what was fitted
 * @param rows the smoothed states and rates that were fitted
 * @param model the equations
 * @param regression what the regressor found
 * @param inference standard errors of the coefficients
 * @param rates how well the model gives the rates it was fitted to
 * @param heldOut how well its terms give rates that were held out, when there were enough rows
 * @param enforcement what was demanded of the coefficients, when anything was
 * @param settings everything that was chosen, by the user or by default, in the words of the
 *     command line
 * @param notices what the user should know
 */
public record SindyFit(
    Dataset data,
    FormulatedRows rows,
    SparseModel model,
    Regression regression,
    Inference inference,
    Score rates,
    Optional<Score> heldOut,
    Optional<Enforcement> enforcement,
    Map<String, String> settings,
    List<Notice> notices) {
  /** Copies the collections. */
  public SindyFit {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /**
   * The path of models it was chosen from, most terms first; empty when the regressor had no
   * choice.
   */
  public List<ParetoRow> path() {
    return regression.path();
  }

  /**
   * Half the width of the 95 % interval of each coefficient; zero for terms that are not in the
   * model.
   */
  public Matrix halfWidths() {
    return inference.halfWidths();
  }

  /** The model set off from the first sample of every segment. */
  public Replay replay(Integrator integrator) {
    return Replay.of(model, data, integrator);
  }
}
