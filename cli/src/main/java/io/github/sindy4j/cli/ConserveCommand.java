package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.conservation.Conservation;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.Dynamics;
import io.github.sindy4j.conservation.ModelStructure;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.io.ConservationJson;
import io.github.sindy4j.io.JsonObject;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.report.ConservationReport;
import io.github.sindy4j.report.Report;
import io.github.sindy4j.symmetry.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
      "  sindy4j conserve rigid-body.csv",
      "  sindy4j conserve kepler.csv --fit-library 'expr(vx, vy, x/(x^2+y^2)^1.5, y/(x^2+y^2)^1.5)'",
      "  sindy4j conserve model.json --library 'polynomial:2 + expr(1/sqrt(x^2+y^2))' --json",
      "",
      "defect: the mean size of the rate ∇h·F of a quantity h, relative to |∇h| |F|. drift: by how",
      "much h changes along the data, or along a run of the model, relative to its spread in the",
      "region. spectrum: the defects of the best combinations, least first; a bar behind those that",
      "count as 0, products of quantities among them. flow: what kind of flow the model is."
    })
final class ConserveCommand implements Runnable {
  /** A quantity that moves more than this along the data is not one of theirs. */
  private static final double MOVING = 0.1;

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
  private Optional<String> optimizer = Optional.empty();

  @Option(
      names = "--tolerance",
      paramLabel = "D",
      description =
          "The largest relative defect of a conserved quantity. Default: 0.01; 1e-6 for a model file"
              + " without intervals, whose coefficients are taken for exact.")
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
    if (source.isFile()) {
      source.refuseFor(
          new OptionNames().with("--fit-library", fitLibrary).with("--optimizer", optimizer));
    }
    Optional<LibrarySpec> functions = library.map(LibrarySpec::parse);
    Optional<OutputFolder> folder =
        out.map(path -> new OutputFolder(path, "conservation.json", force));
    folder.ifPresent(OutputFolder::prepare);
    ConservationReport report = report(source.find(sindy(), console), functions);
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

  private ConservationReport report(ModelSource.Found found, Optional<LibrarySpec> functions) {
    requireAutonomous(found);
    Dynamics dynamics = found.dynamics();
    ConservedQuantities quantities = search(found, dynamics, functions);
    return new ConservationReport(
        found.name(),
        found.model(),
        found.region(),
        quantities,
        structure(found, dynamics),
        Noether.of(dynamics, quantities, found.region()),
        found.fit(),
        Rollout.of(found),
        notices(found, quantities),
        console.typed(),
        settings(found));
  }

  private static void requireAutonomous(ModelSource.Found found) {
    List<String> controls = found.model().schema().controlNames();
    if (!controls.isEmpty()) {
      throw new BadSetting(
          "has-controls",
          found.name(),
          "the model is driven by " + String.join(", ", controls),
          "Conserved quantities belong to models without controls: take one");
    }
  }

  /** What the model was found with, and which quantities the data do not keep. */
  private static List<Notice> notices(ModelSource.Found found, ConservedQuantities quantities) {
    List<Notice> notices = new ArrayList<>(found.notices());
    if (found.fit().isPresent()) {
      Vec drift = quantities.drift(found.fit().get().data());
      List<String> moving =
          IntStream.range(0, quantities.count())
              .filter(k -> drift.get(k) > MOVING)
              .mapToObj(k -> quantities.quantities().get(k))
              .map(q -> ModelText.shortened(q.toString(), ModelText.terms(q.coefficients())))
              .toList();
      if (!moving.isEmpty()) {
        notices.add(
            Notice.warning(
                "moves-along-data",
                "along the data "
                    + String.join("; ", moving)
                    + (moving.size() == 1 ? " changes" : " change")
                    + " by up to "
                    + Numbers.size(drift.maxAbs())
                    + " of the spread in the region: what the model conserves, the data do not"));
      }
    }
    return notices;
  }

  private static JsonObject json(ConservationReport report) {
    return new ConservationJson(
            report.model(),
            report.region(),
            report.quantities(),
            report.dataDrift(),
            report.rolloutDrift(),
            report.structure(),
            report.noether(),
            report.settings(),
            report.notices())
        .write();
  }

  private Sindy sindy() {
    Sindy sindy = Sindy.automatic().solvedBy(SparseRegressor.parse(optimizer.orElse("stlsq")));
    return fitLibrary.map(LibrarySpec::parse).map(sindy::withLibrary).orElse(sindy);
  }

  private ConservedQuantities search(
      ModelSource.Found found, Dynamics dynamics, Optional<LibrarySpec> functions) {
    Conservation settings = found.isExact() ? Conservation.ofModels() : Conservation.ofFits();
    settings = tolerance.map(settings::withTolerance).orElse(settings);
    Region region = found.region();
    return functions.isPresent()
        ? settings.search(dynamics, functions.get().over(dynamics.states()), region)
        : settings.search(dynamics, region);
  }

  private static ModelStructure structure(ModelSource.Found found, Dynamics dynamics) {
    return found.isExact()
        ? ModelStructure.of(dynamics, found.region())
        : ModelStructure.of(
            dynamics, found.region(), new Tolerance(Conservation.ofFits().tolerance()));
  }

  private Map<String, String> settings(ModelSource.Found found) {
    Map<String, String> settings = new LinkedHashMap<>(found.settings());
    library.ifPresent(spec -> settings.put("functions", spec));
    tolerance.ifPresent(value -> settings.put("tolerance", Double.toString(value)));
    return settings;
  }
}
