package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Legs;
import io.github.sindy4j.datasets.Catalogue;
import io.github.sindy4j.datasets.Measured;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.io.DataFile;
import io.github.sindy4j.io.Npy;
import io.github.sindy4j.io.Output;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sindy4j datasets export}. */
@Command(
    name = "export",
    description = "Write a dataset as CSV: a simulation, or measured data with their source.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j datasets export hare-lynx -o hare-lynx.csv",
      "  sindy4j datasets export lorenz63 --samples 10000 --step 0.002 -o lorenz.csv",
      "  sindy4j datasets export lorenz63 -o lorenz.npy",
      "  sindy4j datasets export hopf --noise 2 --seed 7 -o noisy.csv"
    })
final class DatasetsExportCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "A name that 'sindy4j datasets list' shows.")
  private String name = "";

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Simulations: samples of each trajectory.")
  private Optional<Integer> samples = Optional.empty();

  @Option(names = "--step", paramLabel = "DT", description = "Simulations: time between samples.")
  private Optional<Double> step = Optional.empty();

  @Option(
      names = "--noise",
      paramLabel = "PERCENT",
      description = "Simulations: noise, in per cent of each state's spread. Default: 0.")
  private Optional<Double> noise = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Simulations: which noise is drawn. Default: 0.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to a file instead of standard output: a NumPy array if its name ends in .npy, else a"
              + " table.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  private final Console console;

  DatasetsExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    output.ifPresent(path -> Output.requireWritable(path, force));
    try {
      if (Measured.names().contains(name)) {
        measured(Measured.named(name));
      } else {
        simulated();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void simulated() throws IOException {
    if (!Systems.names().contains(name)) {
      Catalogue.dataset(name); // Refuses the name, with the nearest one that exists.
    }
    Simulation simulation = Systems.named(name).simulation();
    simulation = samples.map(simulation::withSamples).orElse(simulation);
    simulation = step.map(simulation::withStep).orElse(simulation);
    simulation = noise.map(simulation::withNoisePercent).orElse(simulation);
    simulation = seed.map(simulation::withSeed).orElse(simulation);
    Legs data = simulation.legs();
    List<Notice> notices;
    if (output.isPresent()) {
      notices = DataFile.write(data, output.get(), force);
      written(output.get(), columns(data));
    } else {
      notices = Csv.write(data, console.out());
    }
    console.warn(notices);
  }

  /** How fit is told the names that an array does not hold. */
  private String columns(Legs data) {
    return DataFile.isArray(output.orElseThrow())
        ? " --columns " + String.join(",", Npy.columns(data))
        : "";
  }

  private void measured(Measured data) throws IOException {
    BadSetting.require(
        Stream.of(samples, step, noise, seed).allMatch(Optional::isEmpty),
        "datasets export " + name,
        "is measured: --samples, --step, --noise and --seed are for simulations",
        "Leave them out");
    if (output.filter(DataFile::isArray).isPresent()) {
      Dataset dataset = data.dataset();
      DataFile.write(dataset, output.get(), force);
      written(output.get(), columns(Legs.of(dataset)));
      return;
    }
    try (InputStream in = data.open()) {
      byte[] text = in.readAllBytes();
      if (output.isPresent()) {
        Output.writeBytes(output.get(), force, out -> out.write(text));
        written(output.get(), roles(data));
      } else {
        console.out().write(text, 0, text.length);
      }
    }
  }

  private void written(Path file, String roles) {
    console.out().println("Written to " + file + ". Next: sindy4j fit " + file + roles);
  }

  /** How fit is told what the columns mean, where it would not find out by itself. */
  private static String roles(Measured data) {
    CsvOptions options = data.options();
    List<String> found = data.dataset(CsvOptions.defaults()).schema().stateNames();
    String states =
        found.equals(options.states()) ? "" : " --states " + String.join(",", options.states());
    return options.rates().isEmpty()
        ? states
        : states + " --rates " + String.join(",", options.rates());
  }
}
