package io.github.sindy4j.io;

import io.github.sindy4j.Version;
import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.model.FunctionModel;
import java.util.stream.Stream;

/** Writes what {@link FunctionReader} reads. */
final class FunctionJson {
  private final SavedFunction saved;

  FunctionJson(SavedFunction saved) {
    this.saved = saved;
  }

  JsonObject write() {
    FunctionModel model = saved.model();
    FunctionSchema schema = model.schema();
    JsonObject json =
        JsonObject.empty()
            .with("format", FunctionFile.FORMAT)
            .withTexts("inputs", schema.inputNames())
            .withTexts("outputs", schema.outputNames())
            .withTexts(
                "units",
                ModelJson.units(Stream.concat(schema.inputs().stream(), schema.outputs().stream())))
            .withObjects("terms", model.library().terms().stream().map(ModelJson::term).toList())
            .with("coefficients", model.coefficients());
    if (saved.uncertainty().isPresent()) {
      json =
          json.with("standardErrors", saved.uncertainty().get().standardErrors())
              .with("halfWidths95", saved.uncertainty().get().halfWidths95());
    }
    json =
        json.withTexts("equations", model.equations())
            .withTexts("latex", model.latex())
            .with("scores", scores(saved.scores()));
    if (saved.enforcement().isPresent()) {
      json = ModelJson.enforced(json, saved.enforcement().get());
    }
    if (saved.recovery().isPresent()) {
      json = json.with("recovery", RecoveryJson.write(saved.recovery().get()));
    }
    if (saved.promotion().isPresent()) {
      json = json.with("promotion", PromotionJson.write(saved.promotion().get()));
    }
    return origin(
        json.withObjects("path", saved.path().stream().map(ModelJson::point).toList()), schema);
  }

  /** Where it comes from. */
  private JsonObject origin(JsonObject begun, FunctionSchema schema) {
    JsonObject json = begun;
    if (saved.outcome().isPresent()) {
      json = json.with("outcome", saved.outcome().get());
    }
    if (saved.data().isPresent()) {
      json = json.with("data", data(saved.data().get()));
    }
    if (saved.region().isPresent()) {
      json = json.with("region", ModelJson.region(saved.region().get(), schema.inputNames()));
    }
    json =
        json.with(
                "software",
                Version.line(
                    saved.data().map(SavedFunction.Data::samples).orElse(0),
                    saved.model().coefficients()))
            .withTexts("settings", saved.settings());
    return ModelJson.notices(json, saved.notices());
  }

  private static JsonObject scores(SavedFunction.Scores scores) {
    JsonObject json = JsonObject.empty();
    if (scores.outputs().isPresent()) {
      json = json.with("outputs", ModelJson.score(scores.outputs().get()));
    }
    if (scores.heldOut().isPresent()) {
      json = json.with("heldOut", ModelJson.score(scores.heldOut().get()));
    }
    if (scores.validation().isPresent()) {
      SavedFunction.Validation other = scores.validation().get();
      json =
          json.with(
              "validation",
              JsonObject.empty()
                  .with("data", other.data())
                  .with("outputs", ModelJson.score(other.outputs())));
    }
    return json;
  }

  private static JsonObject data(SavedFunction.Data data) {
    return JsonObject.empty()
        .with("name", data.name())
        .with("samples", data.samples())
        .with("points", data.points());
  }
}
