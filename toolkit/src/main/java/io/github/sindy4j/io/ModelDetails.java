package io.github.sindy4j.io;

import io.github.sindy4j.Enforcement;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a model file may hold beside the equations. */
final class ModelDetails {
  private final JsonValue file;

  ModelDetails(JsonValue file) {
    this.file = file;
  }

  SavedModel read(SparseModel model) {
    int states = model.schema().states().size();
    int rows = model.coefficients().rows();
    int cols = model.coefficients().cols();
    return new SavedModel(
        model,
        uncertainty(rows, cols),
        file.find("scores").map(found -> scores(found, states)).orElse(SavedScores.NONE),
        enforcement(),
        file.find("promotion").map(PromotionJson::read),
        file.find("smoothing").map(SmoothingJson::read),
        file.find("ensemble").map(found -> EnsembleJson.read(found, rows, cols)),
        file.find("path").map(ModelDetails::path).orElse(List.of()),
        file.find("settings").map(JsonValue::texts).orElse(Map.of()),
        notices(),
        file.find("outcome").map(JsonValue::text),
        file.find("data").map(ModelDetails::data),
        file.find("region").map(found -> region(found, model.schema().inputNames())));
  }

  Optional<Enforcement> enforcement() {
    Optional<JsonValue> symmetry = file.find("symmetry");
    Optional<JsonValue> knowledge = file.find("knowledge");
    List<String> symmetries = symmetry.map(s -> texts(s, "enforced")).orElse(List.of());
    List<String> statements = new ArrayList<>(symmetries);
    knowledge.ifPresent(k -> statements.addAll(texts(k, "statements")));
    return symmetry
        .or(() -> knowledge)
        .map(
            numbers ->
                new Enforcement(
                    statements,
                    symmetries,
                    numbers.member("unknowns", "the number of coefficients").whole(),
                    numbers.member("freeCoefficients", "how many are free").whole(),
                    numbers.member("residual", "what the demands are missed by").number()));
  }

  private static List<String> texts(JsonValue object, String name) {
    return object.member(name, "what was demanded").elements().stream()
        .map(JsonValue::text)
        .toList();
  }

  static Region region(JsonValue region, List<String> inputs) {
    double[] lower = new double[inputs.size()];
    double[] upper = new double[inputs.size()];
    for (int i = 0; i < lower.length; i++) {
      JsonValue bounds = region.member(inputs.get(i), "its bounds, such as [-1, 1]");
      Vec both = bounds.vec(2, "bound", false);
      lower[i] = both.first();
      upper[i] = both.last();
      if (!(lower[i] < upper[i])) {
        throw bounds.expected("a lower bound and then a greater one");
      }
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }

  Optional<Uncertainty> uncertainty(int rows, int cols) {
    return file.find("standardErrors")
        .map(
            errors ->
                new Uncertainty(
                    errors.matrix(rows, cols, true),
                    file.find("halfWidths95")
                        .map(widths -> widths.matrix(rows, cols, true))
                        .orElseGet(() -> unknown(rows, cols))));
  }

  private static Matrix unknown(int rows, int cols) {
    double[] values = new double[rows * cols];
    Arrays.fill(values, Double.NaN);
    return Matrix.adopt(rows, cols, values);
  }

  private static SavedScores scores(JsonValue scores, int states) {
    return new SavedScores(
        scores.find("rates").map(found -> score(found, states)),
        scores.find("heldOut").map(found -> score(found, states)),
        scores.find("replay").map(found -> replay(found, states)),
        scores.find("validation").map(found -> validation(found, states)));
  }

  private static SavedScores.Validation validation(JsonValue found, int states) {
    return new SavedScores.Validation(
        found.member("data", "the name of the data").text(),
        score(found.member("rates", "the score of the rates"), states),
        replay(found.member("replay", "the score of the replay"), states));
  }

  private static ReplayScore replay(JsonValue found, int states) {
    return new ReplayScore(
        score(found, states),
        found.member("reached", "the part of the samples that were reached").number(),
        found.member("validTime", "the valid time").number());
  }

  static Score score(JsonValue found, int states) {
    return new Score(
        found.member("r2", "one number for each state").vec(states, "state", true),
        found.member("rmse", "one number for each state").vec(states, "state", true));
  }

  static List<PathPoint> path(JsonValue path) {
    return path.elements().stream()
        .map(
            point ->
                new PathPoint(
                    point.member("terms", "the number of terms").whole(),
                    numberOrNan(point, "trainingError"),
                    numberOrNan(point, "heldOutError"),
                    numberOrNan(point, "criterion"),
                    point.find("chosen").map(JsonValue::flag).orElse(false)))
        .toList();
  }

  private static double numberOrNan(JsonValue object, String name) {
    return object.find(name).map(JsonValue::number).orElse(Double.NaN);
  }

  /** The notices; where there are none, the plain warnings that a person may have typed. */
  List<Notice> notices() {
    return file.find("notices")
        .map(found -> found.elements().stream().map(ModelDetails::notice).toList())
        .or(() -> file.find("warnings").map(ModelDetails::warnings))
        .orElse(List.of());
  }

  private static List<Notice> warnings(JsonValue found) {
    return found.elements().stream()
        .map(element -> Notice.warning("from-model-file", element.text()))
        .toList();
  }

  private static Notice notice(JsonValue notice) {
    String code = notice.member("code", "its name").text();
    String text = notice.member("text", "what it says").text();
    return notice.member("severity", "\"info\" or \"warning\"").text().equals("warning")
        ? Notice.warning(code, text)
        : Notice.info(code, text);
  }

  private static DataSummary data(JsonValue data) {
    return new DataSummary(
        data.member("name", "the name of the data").text(),
        (long) data.member("samples", "the number of samples").number(),
        data.member("trajectories", "the number of trajectories").whole(),
        data.member("gaps", "the number of gaps").whole(),
        numberOrNan(data, "from"),
        numberOrNan(data, "to"),
        new DataSummary.StepSummary(
            numberOrNan(data, "shortestStep"),
            numberOrNan(data, "medianStep"),
            numberOrNan(data, "longestStep")));
  }
}
