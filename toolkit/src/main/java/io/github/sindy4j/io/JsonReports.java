package io.github.sindy4j.io;

import io.github.sindy4j.Suggestion;
import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program tells other programs, beside models. Schemas are beside this class. */
public final class JsonReports {
  private JsonReports() {}

  /** How well a model predicts data: format {@code sindy4j-score/1}. */
  public static JsonObject score(
      Dataset data,
      Score rates,
      ReplayScore replay,
      Map<String, String> settings,
      List<Notice> notices) {
    JsonObject json =
        JsonObject.empty()
            .with("format", "sindy4j-score/1")
            .withTexts("states", data.schema().stateNames())
            .with("rates", ModelJson.score(rates))
            .with("replay", ModelJson.replay(replay))
            .with("data", ModelJson.data(DataSummary.of(data)))
            .withTexts("settings", settings);
    return ModelJson.notices(json, notices);
  }

  /** A run of a model: format {@code sindy4j-simulation/1}. */
  public static JsonObject simulation(
      Schema schema, Solution solution, Map<String, String> settings, List<Notice> notices) {
    JsonObject json =
        JsonObject.empty()
            .with("format", "sindy4j-simulation/1")
            .withTexts("states", schema.stateNames())
            .with("timeColumn", schema.time().name())
            .withTexts("units", ModelJson.units(schema))
            .with("outcome", solution.isComplete() ? "completed" : "stopped");
    if (solution.outcome() instanceof Solution.Stopped stopped) {
      json =
          json.with(
              "stopped",
              JsonObject.empty().with("time", stopped.time()).with("reason", stopped.reason()));
    }
    json =
        json.with("evaluations", solution.evaluations())
            .withObjects(
                "integrators",
                solution.stretches().stream()
                    .map(
                        stretch ->
                            JsonObject.empty()
                                .with("from", stretch.from())
                                .with("name", stretch.integrator()))
                    .toList())
            .withTexts("settings", settings)
            .with("times", solution.times())
            .with("values", solution.states());
    return ModelJson.notices(json, notices);
  }

  /** How a data file was understood: format {@code sindy4j-check/1}. */
  public static JsonObject check(Dataset data, Suggestion suggestion, List<Notice> notices) {
    JsonObject json =
        JsonObject.empty()
            .with("format", "sindy4j-check/1")
            .with("data", ModelJson.data(DataSummary.of(data)))
            .withObjects("columns", columns(data, suggestion.noise()))
            .withObjects(
                "trajectories", data.trajectories().stream().map(JsonReports::trajectory).toList())
            .with("measuredRates", data.hasRates())
            .withTexts("choices", suggestion.settings());
    return ModelJson.notices(json, notices);
  }

  private static List<JsonObject> columns(Dataset data, Optional<Vec> noise) {
    Schema schema = data.schema();
    List<JsonObject> columns = new ArrayList<>();
    columns.add(
        JsonObject.empty()
            .with("name", schema.time().name())
            .with("role", "time")
            .with("unit", schema.time().unit()));
    List<ColumnSummary> summaries = ColumnSummary.of(data);
    for (int c = 0; c < summaries.size(); c++) {
      ColumnSummary summary = summaries.get(c);
      boolean state = c < schema.states().size();
      JsonObject column =
          JsonObject.empty()
              .with("name", summary.variable().name())
              .with("role", state ? "state" : "control")
              .with("unit", summary.variable().unit())
              .with("least", summary.least())
              .with("largest", summary.largest())
              .with("mean", summary.mean())
              .with("spread", summary.spread());
      columns.add(state && noise.isPresent() ? column.with("noise", noise.get().get(c)) : column);
    }
    return columns;
  }

  private static JsonObject trajectory(Trajectory trajectory) {
    return JsonObject.empty()
        .with("id", trajectory.id())
        .with("samples", trajectory.size())
        .with("gaps", trajectory.segments().size() - 1)
        .with("from", trajectory.times().first())
        .with("to", trajectory.times().last());
  }
}
