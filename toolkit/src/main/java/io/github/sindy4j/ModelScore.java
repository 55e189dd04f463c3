package io.github.sindy4j;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.RegressionSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a given model predicts the rates of data that it need not have been fitted to.
 *
 * @param rates the score
 * @param settings how the rates were estimated, in the words of the command line
 * @param notices what the user should know
 */
public record ModelScore(Score rates, Map<String, String> settings, List<Notice> notices) {
  /** Copies the collections. */
  public ModelScore {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /**
   * Scores a model on data with the same states and controls.
   *
   * @param differentiator estimates the rates; empty: chosen from the data
   */
  public static ModelScore of(
      SparseModel model, Dataset data, Optional<Differentiator> differentiator) {
    if (!data.schema().inputNames().equals(model.schema().inputNames())) {
      throw new BadData(
          "other-columns",
          data.name(),
          "has "
              + data.schema().inputNames()
              + " where the model has "
              + model.schema().inputNames(),
          "Name the columns of states and controls as in the model");
    }
    Choices choices = new Choices(data);
    List<Integer> active = active(model.coefficients());
    FormulatedRows rows = choices.form(differentiator).rows(data, model.library().select(active));
    Matrix used = model.coefficients().columns(active.stream().mapToInt(j -> j).toArray());
    RegressionSummary summary = Folding.fold(rows.source(), Progress.NONE).whole();
    List<Notice> notices = new ArrayList<>(choices.notices());
    notices.addAll(rows.notices());
    return new ModelScore(RateScore.of(summary, used), choices.settings(), notices);
  }

  /** The terms that occur in an equation: the others need not even be defined on these data. */
  private static List<Integer> active(Matrix w) {
    return IntStream.range(0, w.cols()).filter(j -> w.col(j).maxAbs() != 0).boxed().toList();
  }
}
