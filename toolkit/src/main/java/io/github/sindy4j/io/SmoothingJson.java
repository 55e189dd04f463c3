package io.github.sindy4j.io;

import io.github.sindy4j.NearTie;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.smoother.Missing;
import java.util.List;

/** The field {@code smoothing} of a model file, to and fro. */
final class SmoothingJson {
  private SmoothingJson() {}

  static JsonObject write(SavedSmoothing saved) {
    JsonObject json = JsonObject.empty().with("noise", saved.noise());
    if (!saved.proportional().isEmpty()) {
      json =
          json.withObjects(
              "proportionalNoise",
              saved.proportional().stream().map(SmoothingJson::proportional).toList());
    }
    if (saved.form().isPresent()) {
      json = json.with("form", form(saved.form().get()));
    }
    return json.with("defect", saved.defect())
        .with("defectShares", saved.defectShares())
        .with("points", saved.points())
        .with("rounds", saved.rounds())
        .with("converged", saved.converged())
        .with("residualVariance", saved.residualVariance())
        .with(
            "whiteness",
            JsonObject.empty().with("lags", saved.lags()).with("probabilities", saved.whiteness()))
        .withObjects("missing", saved.missing().stream().map(SmoothingJson::missing).toList())
        .withObjects("nearTies", saved.nearTies().stream().map(SmoothingJson::nearTie).toList());
  }

  private static JsonObject proportional(SavedSmoothing.Proportional own) {
    return JsonObject.empty().with("state", own.state()).with("share", own.share());
  }

  private static JsonObject form(SavedSmoothing.Form form) {
    return JsonObject.empty()
        .with("name", form.name())
        .with("coefficients", form.coefficients())
        .with("otherCoefficients", form.otherCoefficients())
        .with("gain", form.gain());
  }

  private static JsonObject missing(Missing missing) {
    return JsonObject.empty()
        .with("equation", missing.equation())
        .with("term", missing.term())
        .with("left", missing.left());
  }

  private static JsonObject nearTie(NearTie tie) {
    return JsonObject.empty().with("difference", tie.difference()).with("excess", tie.excess());
  }

  static SavedSmoothing read(JsonValue json) {
    JsonValue whiteness = json.member("whiteness", "lags and probabilities");
    return new SavedSmoothing(
        vec(json.member("noise", "a list of numbers")),
        json.find("proportionalNoise").map(JsonValue::elements).orElse(List.of()).stream()
            .map(
                p ->
                    new SavedSmoothing.Proportional(
                        p.member("state", "its number, from 0").whole(),
                        p.member("share", "its noise beside it").number()))
            .toList(),
        json.find("form")
            .map(
                f ->
                    new SavedSmoothing.Form(
                        f.member("name", "the form").text(),
                        f.member("coefficients", "how many numbers").whole(),
                        f.member("otherCoefficients", "how many numbers").whole(),
                        f.member("gain", "of the criterion").number())),
        vec(json.member("defect", "a list of numbers")),
        vec(json.member("defectShares", "a list of numbers")),
        json.member("points", "how many samples make a step").whole(),
        json.member("rounds", "how many rounds were taken").whole(),
        json.member("converged", "true or false").flag(),
        json.find("residualVariance").map(JsonValue::number).orElse(Double.NaN),
        whiteness.member("lags", "how many lags were tested").whole(),
        probabilities(whiteness.member("probabilities", "a list of numbers")),
        json.member("missing", "a list of functions").elements().stream()
            .map(
                m ->
                    new Missing(
                        m.member("equation", "its number, from 0").whole(),
                        m.member("term", "the function").text(),
                        m.member("left", "the part of the defect that is left").number()))
            .toList(),
        json.member("nearTies", "a list of models").elements().stream()
            .map(
                t ->
                    new NearTie(
                        t.member("difference", "what is different").text(),
                        t.member("excess", "the excess of the criterion").number()))
            .toList());
  }

  /** Null where a state carries no noise. */
  private static Vec probabilities(JsonValue list) {
    return list.vec(list.elements().size(), "probability", true);
  }

  private static Vec vec(JsonValue list) {
    return list.vec(list.elements().size(), "number", false);
  }
}
