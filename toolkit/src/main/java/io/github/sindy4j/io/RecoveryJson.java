package io.github.sindy4j.io;

import java.util.List;

/** The field {@code recovery} of a function file. */
final class RecoveryJson {
  private RecoveryJson() {}

  static JsonObject write(SavedRecovery recovery) {
    return JsonObject.empty()
        .with("candidates", recovery.candidates())
        .with("method", recovery.method())
        .with("points", recovery.points())
        .with("pointsAreRandom", recovery.pointsAreRandom())
        .with("rank", recovery.rank())
        .with("dataResidual", recovery.dataResidual())
        .with("ending", recovery.ending())
        .with("nuclear", nuclear(recovery.nuclear()))
        .with("leastRank", recovery.leastRank().map(RecoveryJson::leastRank))
        .withObjects("kept", recovery.kept().stream().map(RecoveryJson::kept).toList());
  }

  private static JsonObject nuclear(SavedRecovery.Nuclear found) {
    return JsonObject.empty()
        .with("value", found.value())
        .with("dualValue", found.dualValue())
        .with("gap", found.gap())
        .with("rank", found.rank())
        .with("dataResidual", found.dataResidual())
        .with("isolation", found.isolation())
        .with("undetermined", found.undetermined())
        .with("iterations", found.iterations())
        .with("ending", found.ending());
  }

  private static JsonObject leastRank(SavedRecovery.LeastRank fit) {
    return JsonObject.empty()
        .with("found", fit.found())
        .with("rank", fit.rank())
        .with("tail", fit.tail())
        .with("residual", fit.residual())
        .with("freedom", fit.freedom())
        .with("spare", fit.spare())
        .with("certified", fit.certified())
        .with("text", fit.text());
  }

  private static JsonObject kept(SavedRecovery.Kept kept) {
    return JsonObject.empty()
        .with("name", kept.name())
        .withTexts("field", kept.field())
        .with("defect", kept.defect());
  }

  static SavedRecovery read(JsonValue json) {
    return new SavedRecovery(
        text(json, "candidates"),
        text(json, "method"),
        whole(json, "points"),
        flag(json, "pointsAreRandom"),
        whole(json, "rank"),
        number(json, "dataResidual"),
        text(json, "ending"),
        readNuclear(json.member("nuclear", "the least nuclear norm")),
        json.find("leastRank").map(RecoveryJson::readLeastRank),
        json.member("kept", "the generators that are kept").elements().stream()
            .map(RecoveryJson::readKept)
            .toList());
  }

  private static SavedRecovery.Nuclear readNuclear(JsonValue json) {
    return new SavedRecovery.Nuclear(
        number(json, "value"),
        number(json, "dualValue"),
        number(json, "gap"),
        whole(json, "rank"),
        number(json, "dataResidual"),
        number(json, "isolation"),
        whole(json, "undetermined"),
        whole(json, "iterations"),
        text(json, "ending"));
  }

  private static SavedRecovery.LeastRank readLeastRank(JsonValue json) {
    return new SavedRecovery.LeastRank(
        flag(json, "found"),
        whole(json, "rank"),
        number(json, "tail"),
        number(json, "residual"),
        whole(json, "freedom"),
        whole(json, "spare"),
        flag(json, "certified"),
        text(json, "text"));
  }

  private static SavedRecovery.Kept readKept(JsonValue json) {
    List<String> field =
        json.member("field", "the components of the generator").elements().stream()
            .map(JsonValue::text)
            .toList();
    return new SavedRecovery.Kept(text(json, "name"), field, number(json, "defect"));
  }

  private static String text(JsonValue json, String name) {
    return json.member(name, "a text").text();
  }

  private static boolean flag(JsonValue json, String name) {
    return json.member(name, "true or false").flag();
  }

  private static int whole(JsonValue json, String name) {
    return json.member(name, "a whole number").whole();
  }

  /** NaN where it is null, which stands for what is not finite. */
  private static double number(JsonValue json, String name) {
    return json.find(name).map(JsonValue::number).orElse(Double.NaN);
  }
}
