package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.datasets.Measured;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.io.DataFile;
import io.github.sindy4j.io.PassingTable;
import io.github.sindy4j.io.StoredFile;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the columns of a data file mean. */
final class DataOptions {
  @Option(
      names = "--time",
      paramLabel = "COL",
      description = "The column of times. Default: the first called t or time, else the first.")
  private Optional<String> time = Optional.empty();

  @Option(
      names = "--trajectory",
      paramLabel = "COL",
      description =
          "The column that tells trajectories apart. Default: the first called traj, trajectory,"
              + " trial or run; without one, all rows are one trajectory.")
  private Optional<String> trajectory = Optional.empty();

  @Option(
      names = "--states",
      paramLabel = "COL,…",
      description = "The states, in this order. Default: all other columns of numbers.")
  private Optional<String> states = Optional.empty();

  @Option(
      names = "--controls",
      paramLabel = "COL,…",
      description = "Inputs that act on the system but are not predicted. Default: none.")
  private Optional<String> controls = Optional.empty();

  @Option(
      names = "--rates",
      paramLabel = "COL,…",
      description = "Measured rates, one for each state; then none are estimated. Default: none.")
  private Optional<String> rates = Optional.empty();

  @Option(
      names = "--max-gap",
      paramLabel = "auto|DT",
      description =
          "A longer time step is a gap, which no derivative crosses. Default: auto, from the"
              + " distribution of the steps.")
  private String maxGap = "auto";

  @Option(
      names = "--columns",
      paramLabel = "NAME,…",
      description =
          "Names for the columns of a file without a header, such as a NumPy array (.npy). Default:"
              + " t,x1,x2,…")
  private Optional<String> headings = Optional.empty();

  @Option(
      names = "--step",
      paramLabel = "DT",
      description = "The time between the rows of a NumPy array that has no column of times.")
  private Optional<Double> step = Optional.empty();

  /** Adds those that were given. */
  OptionNames names(OptionNames names) {
    return names
        .with("--time", time)
        .with("--trajectory", trajectory)
        .with("--states", states)
        .with("--controls", controls)
        .with("--rates", rates)
        .with("--max-gap", !maxGap.equals("auto"))
        .with("--columns", headings)
        .with("--step", step.isPresent());
  }

  /** Reads a file, or the bundled data of that name where there is no such file. */
  Dataset read(Path path) {
    if (path.equals(StandardInput.NAME)) {
      return read(StandardInput.begin());
    }
    String name = path.toString();
    if (Files.notExists(path) && Measured.names().contains(name)) {
      Measured bundled = Measured.named(name);
      return bundled.dataset(options(bundled.options()));
    }
    if (Files.notExists(path) && path.getNameCount() == 1 && !name.contains(".")) {
      throw new BadData(
          "no-such-file",
          name,
          "there is neither a file nor bundled data of this name",
          "Bundled are "
              + String.join(", ", Measured.names())
              + "; 'sindy4j datasets export' simulates known systems");
    }
    return DataFile.read(path, options());
  }

  /** Reads standard input to its end. */
  Dataset read(StandardInput input) {
    return input.whole() ? input.read(options()) : DataFile.read(input.file(), options());
  }

  /** Lets standard input go by. */
  PassingTable pass(StandardInput input) {
    return input.pass(options());
  }

  /** Reads a file once, to be read again whenever it is needed, without being held. */
  StoredFile store(Path path) {
    return StoredFile.open(path, options());
  }

  /** Reads another file for a model: its columns, unless others are named. */
  Dataset read(Path path, List<String> modelStates, List<String> modelControls) {
    CsvOptions options = options();
    CsvOptions named = states.isPresent() ? options : options.withStates(modelStates);
    return DataFile.read(path, controls.isPresent() ? named : named.withControls(modelControls));
  }

  /** What the user named. */
  CsvOptions options() {
    return options(CsvOptions.defaults());
  }

  /** The roles of the columns: as named by the user, else as they are in {@code base}. */
  private CsvOptions options(CsvOptions base) {
    CsvOptions options =
        base.withStates(states.map(s -> names("--states", states)).orElse(base.states()))
            .withControls(controls.map(s -> names("--controls", controls)).orElse(base.controls()))
            .withRates(
                rates.isPresent() || states.isPresent() ? names("--rates", rates) : base.rates())
            .withMaxGap(gapRule())
            .withColumns(names("--columns", headings));
    options = step.isPresent() ? options.withStep(step.get()) : options;
    options = time.map(options::withTime).orElse(options);
    return trajectory.isPresent() ? options.withTrajectory(trajectory.get()) : options;
  }

  /** What was read, in the words of the command line. */
  Map<String, String> settings(Dataset data) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", data.name());
    settings.put("time", data.schema().time().name());
    trajectory.ifPresent(column -> settings.put("trajectory", column));
    settings.put("states", String.join(",", data.schema().stateNames()));
    settings.put("controls", String.join(",", data.schema().controlNames()));
    settings.put("rates", String.join(",", names("--rates", rates)));
    settings.put("max-gap", maxGap);
    headings.ifPresent(columns -> settings.put("columns", columns));
    step.ifPresent(dt -> settings.put("step", Double.toString(dt)));
    return settings;
  }

  private GapRule gapRule() {
    return switch (maxGap) {
      case "auto" -> GapRule.automatic();
      case "none" -> GapRule.none();
      default -> GapRule.longerThan(Numbers.parse("--max-gap", maxGap, "auto, or a time step"));
    };
  }

  /** The names of columns, separated by commas. */
  static List<String> names(String option, Optional<String> joined) {
    if (joined.isEmpty()) {
      return List.of();
    }
    List<String> names = List.of(joined.get().split(",", -1)).stream().map(String::strip).toList();
    BadSetting.require(
        names.stream().noneMatch(String::isEmpty),
        option + " " + joined.get(),
        "has an empty name",
        "Separate the names of columns by single commas");
    return names;
  }
}
