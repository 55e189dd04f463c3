package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.conservation.Conservation;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.Dynamics;
import io.github.sindy4j.conservation.ModelStructure;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.io.JsonObject;
import io.github.sindy4j.io.SymmetryJson;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.report.ConservationReport;
import io.github.sindy4j.report.Report;
import io.github.sindy4j.symmetry.Region;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sindy4j conserve}: what a model keeps constant. */
@Command(
    name = "conserve",
    description = "Find conserved quantities of a model, or of the equations behind data.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j conserve model.json",
      "  sindy4j conserve kepler.csv --fit-library 'polynomial:1 + expr(x/(x^2+y^2)^1.5)'",
      "  sindy4j conserve model.json --library 'polynomial:2 + expr(1/sqrt(x^2+y^2))' --json"
    })
final class ConserveCommand implements Runnable {
  @Mixin private final ModelSource source = new ModelSource();

  @Option(
      names = "--library",
      paramLabel = "SPEC",
      description =
          "Functions of which quantities are made, written like a library of fit. Default: what"
              + " suits the model.")
  private Optional<String> library = Optional.empty();

  @Option(
      names = "--fit-library",
      paramLabel = "SPEC",
      description = "The candidate terms of the equations, as in fit --library.")
  private Optional<String> fitLibrary = Optional.empty();

  @Option(
      names = "--optimizer",
      paramLabel = "METHOD",
      description = "How the equations are fitted, as in fit. Default: stlsq.")
  private String optimizer = "stlsq";

  @Option(
      names = "--tolerance",
      paramLabel = "D",
      description =
          "The largest relative defect of a conserved quantity. Default: 1e-6 for a model file, 0.01"
              + " for a fit.")
  private Optional<Double> tolerance = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write conservation.json, report.html, figure.svg and figure.png.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Overwrite files of an earlier search.")
  private boolean force;

  @Mixin private final JsonOption json = new JsonOption();

  private final Console console;

  ConserveCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Optional<LibrarySpec> functions = library.map(LibrarySpec::parse);
    Optional<OutputFolder> folder =
        out.map(path -> new OutputFolder(path, "conservation.json", force));
    folder.ifPresent(OutputFolder::prepare);
    ModelSource.Found found = source.find(sindy(), console);
    Dynamics dynamics = found.dynamics();
    ConservedQuantities quantities = search(found, dynamics, functions);
    ModelStructure structure = structure(found, dynamics);
    Optional<Noether> noether = Noether.of(dynamics, quantities, found.region());
    ConservationReport report =
        new ConservationReport(
            found.name(),
            found.model(),
            found.region(),
            quantities,
            structure,
            noether,
            found.fit(),
            Rollout.of(found),
            found.notices(),
            console.typed(),
            settings(found));
    JsonObject object = json(report);
    List<Path> written =
        folder.map(target -> target.write(object, Report.of(report.content()))).orElse(List.of());
    if (json.isSet()) {
      console.out().print(object.text());
      console.warn(report.notices());
    } else {
      new ConservationText(report, written).lines().forEach(console.out()::println);
    }
  }

  private static JsonObject json(ConservationReport report) {
    ConservedQuantities quantities = report.quantities();
    return SymmetryJson.conservation(
        report.model(),
        quantities,
        report.fit().map(fit -> quantities.drift(fit.data())),
        report.rollout().map(quantities::drift),
        report.structure(),
        report.noether(),
        report.settings(),
        report.notices());
  }

  private Sindy sindy() {
    Sindy sindy = Sindy.automatic().solvedBy(SparseRegressor.parse(optimizer));
    return fitLibrary.isPresent() ? sindy.withLibrary(LibrarySpec.parse(fitLibrary.get())) : sindy;
  }

  private ConservedQuantities search(
      ModelSource.Found found, Dynamics dynamics, Optional<LibrarySpec> functions) {
    Conservation settings =
        found.fit().isPresent() ? Conservation.ofFits() : Conservation.ofModels();
    settings = tolerance.map(settings::withTolerance).orElse(settings);
    Region region = found.region();
    return functions.isPresent()
        ? settings.search(dynamics, functions.get().over(dynamics.states()), region)
        : settings.search(dynamics, region);
  }

  private static ModelStructure structure(ModelSource.Found found, Dynamics dynamics) {
    return found.fit().isPresent()
        ? ModelStructure.of(
            dynamics, found.region(), new Tolerance(Conservation.ofFits().tolerance()))
        : ModelStructure.of(dynamics, found.region());
  }

  private Map<String, String> settings(ModelSource.Found found) {
    Map<String, String> settings = new LinkedHashMap<>(found.settings());
    library.ifPresent(spec -> settings.put("functions", spec));
    tolerance.ifPresent(value -> settings.put("tolerance", Double.toString(value)));
    return settings;
  }
}
