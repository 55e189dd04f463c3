package io.github.sindy4j.io;

import io.github.sindy4j.Enforcement;
import io.github.sindy4j.Version;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what {@link ModelReader} reads. */
final class ModelJson {
  private final SavedModel saved;

  ModelJson(SavedModel saved) {
    this.saved = saved;
  }

  JsonObject write() {
    SparseModel model = saved.model();
    Schema schema = model.schema();
    JsonObject json =
        JsonObject.empty()
            .with("format", ModelFile.FORMAT)
            .withTexts("states", schema.stateNames())
            .withTexts("controls", schema.controlNames())
            .with("time", "continuous")
            .with("timeColumn", schema.time().name())
            .withTexts("units", units(schema))
            .withObjects("terms", model.library().terms().stream().map(ModelJson::term).toList())
            .with("coefficients", model.coefficients());
    if (saved.uncertainty().isPresent()) {
      Uncertainty uncertainty = saved.uncertainty().get();
      json =
          json.with("standardErrors", uncertainty.standardErrors())
              .with("halfWidths95", uncertainty.halfWidths95());
    }
    json =
        json.withTexts("equations", model.equations())
            .withTexts("latex", model.latex())
            .with("scores", scores(saved.scores()));
    if (saved.enforcement().isPresent()) {
      json = enforced(json, saved.enforcement().get());
    }
    if (saved.promotion().isPresent()) {
      json = json.with("promotion", PromotionJson.write(saved.promotion().get()));
    }
    if (saved.smoothing().isPresent()) {
      json = json.with("smoothing", SmoothingJson.write(saved.smoothing().get()));
    }
    if (saved.ensemble().isPresent()) {
      json = json.with("ensemble", EnsembleJson.write(saved.ensemble().get()));
    }
    json = json.withObjects("path", saved.path().stream().map(ModelJson::point).toList());
    if (saved.outcome().isPresent()) {
      json = json.with("outcome", saved.outcome().get());
    }
    if (saved.data().isPresent()) {
      json = json.with("data", data(saved.data().get()));
    }
    if (saved.region().isPresent()) {
      json = json.with("region", region(saved.region().get(), schema.inputNames()));
    }
    json =
        json.with(
                "software",
                Version.line(
                    saved.data().map(DataSummary::samples).orElse(0L),
                    saved.model().coefficients()))
            .withTexts("settings", saved.settings());
    return notices(json, saved.notices());
  }

  /** Symmetries and other statements apart; the numbers are those of all together. */
  static JsonObject enforced(JsonObject json, Enforcement enforcement) {
    JsonObject enforced = json;
    if (!enforcement.symmetries().isEmpty()) {
      JsonObject symmetry = JsonObject.empty().withTexts("enforced", enforcement.symmetries());
      enforced = enforced.with("symmetry", counted(symmetry, enforcement));
    }
    if (!enforcement.others().isEmpty()) {
      JsonObject knowledge = JsonObject.empty().withTexts("statements", enforcement.others());
      enforced = enforced.with("knowledge", counted(knowledge, enforcement));
    }
    return enforced;
  }

  private static JsonObject counted(JsonObject json, Enforcement enforcement) {
    return json.with("unknowns", enforcement.unknowns())
        .with("freeCoefficients", enforcement.freeCoefficients())
        .with("residual", enforcement.residual());
  }

  /** The warnings as texts, and every notice with its code. */
  static JsonObject notices(JsonObject json, List<Notice> notices) {
    return json.withTexts(
            "warnings", notices.stream().filter(Notice::isWarning).map(Notice::text).toList())
        .withObjects("notices", notices.stream().map(ModelJson::notice).toList());
  }

  private static JsonObject notice(Notice notice) {
    return JsonObject.empty()
        .with("code", notice.code())
        .with("severity", notice.severity().name().toLowerCase(Locale.ROOT))
        .with("text", notice.text());
  }

  static Map<String, String> units(Schema schema) {
    return units(
        Stream.of(Stream.of(schema.time()), schema.states().stream(), schema.controls().stream())
            .flatMap(variables -> variables));
  }

  static Map<String, String> units(Stream<Variable> variables) {
    Map<String, String> units = new LinkedHashMap<>();
    variables
        .filter((Variable variable) -> !variable.unit().isEmpty())
        .forEach(variable -> units.put(variable.name(), variable.unit()));
    return units;
  }

  static JsonObject term(Term term) {
    JsonObject json = JsonObject.empty().with("name", term.name());
    return term.isMonomial() ? json.withIntegers("exponents", term.exponents()) : json;
  }

  static JsonObject point(PathPoint point) {
    return JsonObject.empty()
        .with("terms", point.terms())
        .with("trainingError", point.trainingError())
        .with("heldOutError", point.heldOutError())
        .with("criterion", point.criterion())
        .with("chosen", point.chosen());
  }

  static JsonObject score(Score score) {
    return JsonObject.empty().with("r2", score.r2()).with("rmse", score.rmse());
  }

  static JsonObject replay(ReplayScore replay) {
    return score(replay.score())
        .with("reached", replay.reached())
        .with("validTime", replay.validTime());
  }

  private static JsonObject scores(SavedScores scores) {
    JsonObject json = JsonObject.empty();
    if (scores.rates().isPresent()) {
      json = json.with("rates", score(scores.rates().get()));
    }
    if (scores.heldOut().isPresent()) {
      json = json.with("heldOut", score(scores.heldOut().get()));
    }
    if (scores.replay().isPresent()) {
      json = json.with("replay", replay(scores.replay().get()));
    }
    if (scores.validation().isPresent()) {
      json = json.with("validation", validation(scores.validation().get()));
    }
    return json;
  }

  private static JsonObject validation(SavedScores.Validation validation) {
    return JsonObject.empty()
        .with("data", validation.data())
        .with("rates", score(validation.rates()))
        .with("replay", replay(validation.replay()));
  }

  /** {@code {"x": [-1, 1], …}}. */
  static JsonObject region(Region region, List<String> names) {
    JsonObject json = JsonObject.empty();
    for (int i = 0; i < region.dimension(); i++) {
      Vec bounds = Vec.of(region.lower().get(i), region.upper().get(i));
      json = json.with(names.get(i), bounds);
    }
    return json;
  }

  static JsonObject data(DataSummary data) {
    return JsonObject.empty()
        .with("name", data.name())
        .with("samples", data.samples())
        .with("trajectories", data.trajectories())
        .with("gaps", data.gaps())
        .with("from", data.from())
        .with("to", data.to())
        .with("shortestStep", data.steps().shortest())
        .with("medianStep", data.steps().median())
        .with("longestStep", data.steps().longest());
  }
}
