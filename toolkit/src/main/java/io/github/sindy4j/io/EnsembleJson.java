package io.github.sindy4j.io;

/** The field {@code ensemble} of a model file, to and fro. */
final class EnsembleJson {
  private EnsembleJson() {}

  static JsonObject write(SavedEnsemble saved) {
    return JsonObject.empty()
        .with("models", saved.models())
        .with("seed", saved.seed())
        .with("inclusion", saved.inclusion())
        .with(
            "quantiles",
            JsonObject.empty()
                .with("2.5", saved.lower())
                .with("50", saved.median())
                .with("97.5", saved.upper()));
  }

  static SavedEnsemble read(JsonValue json, int rows, int cols) {
    JsonValue quantiles = json.member("quantiles", "of each coefficient");
    return new SavedEnsemble(
        json.member("models", "how many there were").whole(),
        (long) json.member("seed", "where the draws came from").number(),
        json.member("inclusion", "how often each term is found").matrix(rows, cols, false),
        quantiles.member("2.5", "in the shape of coefficients").matrix(rows, cols, false),
        quantiles.member("50", "in the shape of coefficients").matrix(rows, cols, false),
        quantiles.member("97.5", "in the shape of coefficients").matrix(rows, cols, false));
  }
}
