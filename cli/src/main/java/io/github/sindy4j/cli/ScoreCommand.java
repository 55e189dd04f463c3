package io.github.sindy4j.cli;

import io.github.sindy4j.ModelScore;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.io.JsonReports;
import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.ReplayScore;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sindy4j score}: a saved model on data. */
@Command(
    name = "score",
    description = "Tell how well a saved model predicts data: their rates, and replayed alone.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j score results/model.json other.csv",
      "  sindy4j score results/model.json other.csv --json",
      "",
      "The data must have the states and controls of the model, in columns of the same names."
    })
final class ScoreCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "MODEL.json", description = "A model, as fit writes it.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "DATA.csv", description = "Measured trajectories.")
  private Path data = Path.of("");

  @Mixin private final DataOptions columns = new DataOptions();

  @Option(
      names = "--derivative",
      paramLabel = "METHOD",
      description = "How rates are estimated, as in fit. Default: chosen from the data.")
  private Optional<String> derivative = Optional.empty();

  @Mixin private final JsonOption json = new JsonOption();

  private final Console console;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Optional<Differentiator> differentiator = derivative.map(Differentiator::parse);
    columns.options();
    SavedModel saved = ModelFile.read(model);
    SparseModel sparse = saved.model();
    Dataset dataset =
        columns.read(data, sparse.schema().stateNames(), sparse.schema().controlNames());
    ModelScore score = ModelScore.of(sparse, dataset, differentiator);
    Replay replay = Replays.of(sparse, dataset);
    List<Notice> notices = new ArrayList<>(dataset.notices());
    notices.addAll(score.notices());
    Map<String, String> settings = new LinkedHashMap<>(columns.settings(dataset));
    settings.putAll(score.settings());
    settings.put("model", model.toString());
    if (json.isSet()) {
      console
          .out()
          .print(
              JsonReports.score(dataset, score.rates(), ReplayScore.of(replay), settings, notices)
                  .text());
      console.warn(notices);
    } else {
      text(dataset, score, replay, settings, notices);
    }
  }

  private void text(
      Dataset dataset,
      ModelScore score,
      Replay replay,
      Map<String, String> settings,
      List<Notice> notices) {
    TextTable table = new TextTable();
    table.add("state", "R² of rates", "RMSE of rates", "R² of replay", "RMSE of replay");
    for (int i = 0; i < dataset.schema().states().size(); i++) {
      table.add(
          dataset.schema().stateNames().get(i),
          Numbers.r2(score.rates().r2().get(i)),
          Numbers.brief(score.rates().rmse().get(i), 4),
          Numbers.r2(replay.score().r2().get(i)),
          Numbers.brief(replay.score().rmse().get(i), 4));
    }
    table.lines().forEach(console.out()::println);
    console.out().println();
    List<List<String>> facts = new ArrayList<>();
    facts.add(
        List.of(
            "replay",
            DataText.replay(ReplayScore.of(replay), dataset.schema().time().unit())
                + " of "
                + Numbers.brief(Replays.meanSpan(replay, dataset), 4)));
    facts.add(List.of("derivative", settings.getOrDefault("derivative", "")));
    notices.forEach(n -> facts.add(List.of(n.isWarning() ? "warning" : "note", n.text())));
    FitText.labelled(facts).forEach(console.out()::println);
  }
}
