package io.github.sindy4j.io;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/** The field {@code promotion} of a model file, to and fro. */
final class PromotionJson {
  private PromotionJson() {}

  static JsonObject write(SavedPromotion saved) {
    JsonObject json =
        JsonObject.empty()
            .with("candidates", saved.candidates())
            .with("fraction", saved.fraction())
            .with("reason", saved.reason())
            .withObjects("kept", saved.kept().stream().map(PromotionJson::kept).toList());
    json =
        saved.algebra().isPresent()
            ? json.with("algebra", saved.algebra().get())
            : json.withNull("algebra");
    return json.withObjects("broken", saved.broken().stream().map(PromotionJson::broken).toList())
        .with(
            "heldOut",
            JsonObject.empty()
                .with("plain", saved.plain())
                .with("promoted", saved.promoted())
                .with("enforced", saved.enforced()))
        .withObjects("path", saved.path().stream().map(PromotionJson::step).toList());
  }

  private static JsonObject kept(SavedPromotion.Symmetry symmetry) {
    return JsonObject.empty()
        .with("name", symmetry.name())
        .with("field", symmetry.field())
        .with("defect", symmetry.defect());
  }

  private static JsonObject broken(SavedPromotion.Symmetry symmetry) {
    return kept(symmetry)
        .with("heldOutError", symmetry.heldOutError())
        .with("givenUp", symmetry.givenUp());
  }

  private static JsonObject step(SavedPromotion.Step step) {
    return JsonObject.empty()
        .with("fraction", step.fraction())
        .with("weight", step.weight())
        .with("heldOutError", step.heldOutError())
        .with("singularValues", step.singularValues())
        .with("kept", step.kept())
        .with("elementDefects", step.elementDefects())
        .withIntegers("keptElements", step.keptElements())
        .with("gap", step.gap())
        .with("outcome", step.outcome());
  }

  static SavedPromotion read(JsonValue json) {
    JsonValue heldOut = json.member("heldOut", "the held-out errors");
    return new SavedPromotion(
        json.member("candidates", "what was promoted").text(),
        json.member("fraction", "the weight, as a part of the largest").number(),
        json.member("reason", "why that weight").text(),
        symmetries(json.member("kept", "what is enforced")),
        json.find("algebra").map(JsonValue::text),
        symmetries(json.member("broken", "what is not")),
        numberOrNan(heldOut, "plain"),
        numberOrNan(heldOut, "promoted"),
        numberOrNan(heldOut, "enforced"),
        json.member("path", "one entry for each weight").elements().stream()
            .map(PromotionJson::readStep)
            .toList());
  }

  private static List<SavedPromotion.Symmetry> symmetries(JsonValue list) {
    return list.elements().stream()
        .map(
            s ->
                new SavedPromotion.Symmetry(
                    s.member("name", "its name").text(),
                    s.member("field", "the vector field, or nothing").text(),
                    s.member("defect", "its relative defect").number(),
                    numberOrNan(s, "heldOutError"),
                    s.find("givenUp").map(JsonValue::flag).orElse(false)))
        .toList();
  }

  private static SavedPromotion.Step readStep(JsonValue step) {
    return new SavedPromotion.Step(
        step.member("fraction", "a part of the largest weight").number(),
        step.member("weight", "the weight").number(),
        numberOrNan(step, "heldOutError"),
        vec(step.member("singularValues", "a list of numbers")),
        step.member("kept", "how many generators are kept").whole(),
        vec(step.member("elementDefects", "a list of numbers")),
        step.member("keptElements", "which elements are kept").elements().stream()
            .map(JsonValue::whole)
            .toList(),
        step.member("gap", "the duality gap").number(),
        step.member("outcome", "how the solver ended").text());
  }

  private static Vec vec(JsonValue list) {
    return list.vec(list.elements().size(), "number", false);
  }

  private static double numberOrNan(JsonValue object, String name) {
    return object.find(name).map(JsonValue::number).orElse(Double.NaN);
  }
}
