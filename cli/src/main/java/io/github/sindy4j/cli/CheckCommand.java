package io.github.sindy4j.cli;

import io.github.sindy4j.Suggestion;
import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.io.JsonReports;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.SindyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sindy4j check}: what a data file was understood to say. */
@Command(
    name = "check",
    description = "Tell how a data file is understood, and what fit would choose for it.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j check data.csv",
      "  sindy4j check data.csv --time seconds --states x,y --controls u",
      "  sindy4j check data.csv --json"
    })
final class CheckCommand implements Runnable {
  @Parameters(paramLabel = "DATA.csv", description = "Measured trajectories, one sample a row.")
  private Path data = Path.of("");

  @Mixin private final DataOptions columns = new DataOptions();

  @Mixin private final JsonOption json = new JsonOption();

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Dataset dataset = columns.read(data);
    List<Notice> notices = new ArrayList<>(dataset.notices());
    Suggestion suggestion = suggestion(dataset, notices);
    if (json.isSet()) {
      console.out().print(JsonReports.check(dataset, suggestion, notices).text());
      console.warn(notices);
    } else {
      text(dataset, suggestion, notices);
    }
  }

  /** What fit would choose; where it could choose nothing, the reason is a warning. */
  private static Suggestion suggestion(Dataset dataset, List<Notice> notices) {
    try {
      Suggestion suggestion = Suggestion.of(dataset);
      notices.addAll(suggestion.notices());
      return suggestion;
    } catch (SindyException unfit) {
      notices.add(Notice.warning(unfit.code(), String.valueOf(unfit.getMessage())));
      return new Suggestion(Map.of(), List.of(), Optional.empty());
    }
  }

  private void text(Dataset dataset, Suggestion suggestion, List<Notice> notices) {
    console.out().println(DataText.headline(DataSummary.of(dataset)));
    console.out().println();
    columns(dataset, suggestion).lines().forEach(line -> console.out().println("  " + line));
    console.out().println();
    if (dataset.trajectories().size() > 1) {
      trajectories(dataset).lines().forEach(line -> console.out().println("  " + line));
      console.out().println();
    }
    List<List<String>> facts = new ArrayList<>();
    suggestion.settings().forEach((name, value) -> facts.add(List.of(name, value)));
    notices.forEach(n -> facts.add(List.of(n.isWarning() ? "warning" : "note", n.text())));
    FitText.labelled(facts).forEach(console.out()::println);
  }

  private static TextTable columns(Dataset dataset, Suggestion suggestion) {
    Schema schema = dataset.schema();
    TextTable table = new TextTable();
    table.add("column", "role", "unit", "least", "mean", "largest", "spread", "noise");
    DataSummary summary = DataSummary.of(dataset);
    table.add(
        schema.time().name(),
        "time",
        schema.time().unit(),
        Numbers.brief(summary.from(), 5),
        "",
        Numbers.brief(summary.to(), 5),
        "",
        "");
    List<ColumnSummary> columns = ColumnSummary.of(dataset);
    for (int c = 0; c < columns.size(); c++) {
      ColumnSummary column = columns.get(c);
      boolean state = c < schema.states().size();
      int place = c;
      table.add(
          column.variable().name(),
          state ? "state" : "control",
          column.variable().unit(),
          Numbers.brief(column.least(), 5),
          Numbers.brief(column.mean(), 5),
          Numbers.brief(column.largest(), 5),
          Numbers.brief(column.spread(), 3),
          state
              ? suggestion.noise().map(noise -> Numbers.brief(noise.get(place), 2)).orElse("")
              : "");
    }
    return table;
  }

  private static TextTable trajectories(Dataset dataset) {
    TextTable table = new TextTable();
    table.add("trajectory", "samples", "gaps", "from", "to");
    dataset.trajectories().stream()
        .limit(10)
        .forEach(
            t ->
                table.add(
                    t.id(),
                    Integer.toString(t.size()),
                    Integer.toString(t.segments().size() - 1),
                    Numbers.brief(t.times().first(), 6),
                    Numbers.brief(t.times().last(), 6)));
    if (dataset.trajectories().size() > 10) {
      table.add("and " + (dataset.trajectories().size() - 10) + " more");
    }
    return table;
  }
}
