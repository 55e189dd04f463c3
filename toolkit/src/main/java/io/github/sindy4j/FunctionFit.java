package io.github.sindy4j;

import io.github.sindy4j.data.Samples;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.FunctionModel;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.symmetry.ActionFiles;
import io.github.sindy4j.symmetry.Region;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function y = W θ(x) and everything that is known about how it was found.
 *
 * @param data what was fitted
 * @param model the function
 * @param inference standard errors of the coefficients; none where the values were taken for exact
 * @param outputs how well the function gives the values it was fitted to
 * @param heldOut how well its terms give values that were held out, where there were enough rows
 * @param folds the rows, summarised; none where the values were taken for exact
 * @param enforcement what was demanded of the coefficients, when anything was
 * @param recovery how exact values were met, where they were
 * @param promotion which symmetries noisy values kept, where some were promoted
 * @param path the models it was chosen from, most terms first; empty when there was no choice
 * @param outcome how the method ended, in words
 * @param settings everything that was chosen, by the user or by default, in the words of the
 *     command line
 * @param notices what the user should know
 */
public record FunctionFit(
    Samples data,
    FunctionModel model,
    Optional<Inference> inference,
    Score outputs,
    Optional<Score> heldOut,
    Optional<FoldedData> folds,
    Optional<Enforcement> enforcement,
    Optional<Recovery> recovery,
    Optional<Promoted> promotion,
    List<ParetoRow> path,
    String outcome,
    Map<String, String> settings,
    List<Notice> notices) {
  static final int MOST_POINTS = 2000;

  /** Copies the collections. */
  public FunctionFit {
    path = List.copyOf(path);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /**
   * Half the width of the 95 % interval of each coefficient; zero for terms that are not in the
   * model, and for values that were taken for exact.
   */
  public Matrix halfWidths() {
    return inference
        .map(Inference::halfWidths)
        .orElseGet(() -> Matrix.zeros(model.coefficients().rows(), model.coefficients().cols()));
  }

  /** The function as a subject of discovery, in the box that its inputs fill. */
  public Subject subject() {
    Subject exact =
        Subject.functions(model.library(), model.coefficients(), Region.of(data))
            .withPoints(data.points(MOST_POINTS));
    return folds
        .map(rows -> exact.withFreedom(Freedom.of(rows, model.coefficients())))
        .orElse(exact);
  }

  /**
   * Which combinations of these candidates leave the function as it is: {@code affine}, {@code
   * linear}, {@code polynomial:2}, or an action such as {@code so(3) on (x,y,z)}.
   */
  public SymmetrySpectrum symmetries(String candidates) {
    return symmetries(candidates, Discovery.defaults());
  }

  /** The same with other settings. */
  public SymmetrySpectrum symmetries(String candidates, Discovery settings) {
    List<String> inputs = data.schema().inputNames();
    return symmetries(
        GeneratorSpace.parse(candidates, inputs, List.of(), ActionFiles.NONE), settings);
  }

  /** Which combinations of these candidates leave the function as it is. */
  public SymmetrySpectrum symmetries(GeneratorSpace candidates, Discovery settings) {
    return settings.of(subject(), candidates);
  }
}
