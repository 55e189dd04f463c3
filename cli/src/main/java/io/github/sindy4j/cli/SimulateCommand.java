package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.Method;
import io.github.sindy4j.integrators.Resumable;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.io.CsvTable;
import io.github.sindy4j.io.DataFile;
import io.github.sindy4j.io.JsonObject;
import io.github.sindy4j.io.JsonReports;
import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.Output;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Input;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** {@code sindy4j simulate}: a saved model from an initial state. */
@Command(
    name = "simulate",
    description = "Integrate a saved model from an initial state.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j simulate model.json --initial 1,2,3 --until 20 --step 0.01 -o run.csv",
      "  sindy4j simulate model.json --initial x=1,y=0 --until 5 --step 0.1 --json",
      "  sindy4j simulate model.json --initial 0 --until 5 --step 0.1 --controls u.csv",
      "  sindy4j simulate model.json --initial 2,0 --until 2000 --step 1 --integrator radau",
      "",
      "A run that diverges writes what it has, warns, and ends with exit code 0."
    })
final class SimulateCommand implements Runnable {
  @Parameters(paramLabel = "MODEL.json", description = "A model, as fit writes it.")
  private Path model = Path.of("");

  @Option(
      names = "--initial",
      required = true,
      paramLabel = "X,…",
      description = "The initial state, in the order of the model, or by name: x=1,y=2.")
  private String initial = "";

  @Option(names = "--until", required = true, paramLabel = "T", description = "The last time.")
  private double until;

  @Option(
      names = "--step",
      required = true,
      paramLabel = "DT",
      description = "The time between rows; accuracy does not depend on it.")
  private double step;

  @Option(names = "--from", paramLabel = "T", description = "The first time. Default: 0.")
  private double from;

  @Option(
      names = "--controls",
      paramLabel = "FILE.csv",
      description = "The controls over time, joined by straight lines.")
  private Optional<Path> controls = Optional.empty();

  @Option(
      names = "--integrator",
      paramLabel = "NAME",
      description =
          "auto, dormand-prince, gragg-bulirsch-stoer, adams or radau. Default: auto, which is "
              + "dormand-prince until the equations turn out to be stiff and radau from there.")
  private String integrator = Method.AUTO.toString();

  @Option(
      names = "--rtol",
      paramLabel = "R",
      description = "Relative tolerance of a step. Default: 1e-9.")
  private double relative = 1e-9;

  @Option(
      names = "--atol",
      paramLabel = "A",
      description = "Absolute tolerance of a step. Default: 1e-12.")
  private double absolute = 1e-12;

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the table, or with --json the object, to a file; a NumPy array if its name ends in"
              + " .npy.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  private final Console console;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Resumable solver = Method.named(integrator).withTolerances(relative, absolute);
    output.ifPresent(path -> Output.requireWritable(path, force));
    SparseModel sparse = ModelFile.read(model).model();
    Schema schema = sparse.schema();
    Vec start = Numbers.point("--initial", initial, schema.stateNames());
    Vec times = TimeGrid.of(from, until, step, schema.states().size());
    List<Notice> notices = new ArrayList<>();
    Optional<Trajectory> driver = controls(schema, times, notices);
    Solution solution =
        driver.isPresent()
            ? Driven.solve(solver, sparse, driver.get(), start, times)
            : solver.integrate(sparse.field(Input.NONE), start, times);
    List<Notice> changes = changes(solution);
    notices.addAll(changes);
    if (solution.outcome() instanceof Solution.Stopped stopped) {
      notices.add(
          Notice.warning(
              "simulation-stopped", "the simulation " + stopped.text() + "; the rows end there"));
    }
    try {
      write(schema, solution, notices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!json.isSet()) {
      console.note(changes);
    }
    console.warn(notices);
  }

  /** Where another integrator took over: once, since nobody hands back. */
  private static List<Notice> changes(Solution solution) {
    return solution.stretches().stream()
        .skip(1)
        .map(
            stretch ->
                Notice.info(
                    "stiff",
                    "the equations are stiff: from t = "
                        + Numbers.brief(stretch.from(), 4)
                        + " on, "
                        + stretch.integrator()
                        + " took over"))
        .toList();
  }

  private void write(Schema schema, Solution solution, List<Notice> notices) throws IOException {
    if (json.isSet()) {
      JsonObject object = JsonReports.simulation(schema, solution, settings(), notices);
      if (output.isPresent()) {
        Output.write(output.get(), force, object::writeTo);
      } else {
        object.writeTo(console.out());
      }
    } else if (output.filter(DataFile::isArray).isPresent()) {
      Trajectory run = Trajectory.of("1", solution.times(), solution.states());
      Schema free = new Schema(schema.time(), schema.states(), List.of());
      DataFile.write(new Dataset("", free, List.of(run), List.of()), output.get(), force);
    } else if (output.isPresent()) {
      table(schema, solution).writeTo(output.get(), force);
    } else {
      table(schema, solution).writeTo(console.out());
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", model.toString());
    settings.put("initial", initial);
    settings.put("from", Double.toString(from));
    settings.put("until", Double.toString(until));
    settings.put("step", Double.toString(step));
    controls.ifPresent(path -> settings.put("controls", path.toString()));
    settings.put("integrator", integrator);
    settings.put("rtol", Double.toString(relative));
    settings.put("atol", Double.toString(absolute));
    return settings;
  }

  private static CsvTable table(Schema schema, Solution solution) {
    CsvTable table = CsvTable.empty().withNumbers(schema.time(), solution.times());
    for (int c = 0; c < schema.states().size(); c++) {
      table = table.withNumbers(schema.states().get(c), solution.states().col(c));
    }
    return table;
  }

  /** An array of controls has no names: time and controls, in this order. */
  private static List<String> columns(Schema schema) {
    List<String> names = new ArrayList<>(List.of(schema.time().name()));
    names.addAll(schema.controlNames());
    return names;
  }

  private Optional<Trajectory> controls(Schema schema, Vec times, List<Notice> notices) {
    String names = String.join(",", schema.controlNames());
    if (schema.controls().isEmpty()) {
      BadSetting.require(
          controls.isEmpty(), "--controls", "the model has no controls", "Leave the option out");
      return Optional.empty();
    }
    if (controls.isEmpty()) {
      throw new BadSetting(
          "controls-missing",
          "simulate",
          "the model has the controls " + names,
          "Give them over time: --controls FILE.csv with the columns t," + names);
    }
    CsvOptions options =
        CsvOptions.defaults().withStates(schema.controlNames()).withMaxGap(GapRule.none());
    if (DataFile.isArray(controls.get())) {
      options = options.withColumns(columns(schema));
    }
    Dataset data = DataFile.read(controls.get(), options);
    Trajectory first = data.first();
    if (times.first() < first.times().first() || times.last() > first.times().last()) {
      notices.add(
          Notice.warning(
              "controls-extended",
              "the controls are given from "
                  + first.times().first()
                  + " to "
                  + first.times().last()
                  + " and were held constant beyond"));
    }
    return Optional.of(
        Trajectory.of(first.id(), first.times(), Matrix.zeros(first.size(), 0))
            .withControls(first.states()));
  }
}
