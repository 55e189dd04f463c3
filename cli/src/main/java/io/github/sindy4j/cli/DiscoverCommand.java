package io.github.sindy4j.cli;

import io.github.sindy4j.data.Schema;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.discovery.Tangency;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.io.JsonObject;
import io.github.sindy4j.io.SymmetryFile;
import io.github.sindy4j.io.SymmetryJson;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.report.Report;
import io.github.sindy4j.report.SymmetryReport;
import io.github.sindy4j.symmetry.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sindy4j discover}: which symmetries a model has, or data. */
@Command(
    name = "discover",
    description = "Find the symmetries of a model, or of the equations behind data.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j discover hopf.csv",
      "  sindy4j discover model.json --candidates 'gl(4)' --rescaling --box -1,1",
      "  sindy4j discover lorenz.csv --discrete --json",
      "  sindy4j discover sphere.csv --from points",
      "",
      "HELD: the defect is within the tolerance, whatever the data leave open. BROKEN: it is not.",
      "UNDECIDABLE: the data cannot tell. A verdict is a statement at this tolerance, not a proof."
    })
final class DiscoverCommand implements Runnable {
  @Mixin private final ModelSource source = new ModelSource();

  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--candidates",
      paramLabel = "SPACE",
      description =
          "affine, linear, polynomial:2, 'gl(4)', 'so(3) on (x,y,z)' or any action, or FILE.json."
              + " Default: affine.")
  private String candidates = "affine";

  @Option(
      names = "--rescaling",
      description = "Also those that change the pace of time: [v,F] = c F.")
  private boolean rescaling;

  @Option(
      names = "--discrete",
      description = "Also signed permutations of the states, and those that reverse time.")
  private boolean discrete;

  @Option(
      names = "--tolerance",
      paramLabel = "D",
      description = "The largest relative defect of a symmetry. Default: 0.05.")
  private double tolerance = 0.05;

  @Option(
      names = "--from",
      paramLabel = "model|points|pairs",
      description =
          "From the model; or without one, from where the states lie (points), or from states and"
              + " rates (pairs). Default: model.")
  private String from = "model";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write discovery.json, report.html, figure.svg and figure.png.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Overwrite files of an earlier search.")
  private boolean force;

  @Mixin private final JsonOption json = new JsonOption();

  private final Console console;

  DiscoverCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    BadSetting.require(
        List.of("model", "points", "pairs").contains(from),
        "--from " + from,
        "is not known",
        "Write model, points or pairs");
    BadSetting.require(
        !source.isFile() || from.equals("model"),
        "--from " + from,
        "a model file has no " + from,
        "Name data, or leave --from out");
    Discovery discovery = Discovery.defaults().withTolerance(tolerance);
    Optional<OutputFolder> folder =
        out.map(path -> new OutputFolder(path, "discovery.json", force));
    folder.ifPresent(OutputFolder::prepare);
    ModelSource.Found found = source.find(model.sindy(), console);
    SymmetrySpectrum spectrum = spectrum(discovery, found);
    JsonObject object = json(found, spectrum);
    SymmetryReport report =
        new SymmetryReport(
            found.name(),
            found.model(),
            spectrum,
            found.fit(),
            notices(found, spectrum),
            console.typed(),
            settings(found));
    List<Path> written =
        folder.map(target -> target.write(object, Report.of(report.content()))).orElse(List.of());
    if (json.isSet()) {
      console.out().print(object.text());
      console.warn(notices(found, spectrum));
    } else {
      new SymmetryText(found, spectrum, written).lines().forEach(console.out()::println);
    }
  }

  private SymmetrySpectrum spectrum(Discovery discovery, ModelSource.Found found) {
    Schema schema = found.model().schema();
    Action asked = asked(schema);
    GeneratorSpace space =
        asked.generators().isEmpty()
            ? GeneratorSpace.affine(schema.stateNames()).beside(schema.controlNames())
            : new GeneratorSpace(candidates, asked.generators());
    if (!from.equals("model")) {
      return tangency(found, space);
    }
    Discovery search = discovery.withElements(asked.elements());
    search = rescaling ? search.withRescaling() : search;
    search = discrete ? search.withDiscrete().withReversing() : search;
    return search.of(found.subject(), space);
  }

  private Action asked(Schema schema) {
    String spec = candidates.strip();
    boolean isSpace = spec.equals("affine") || spec.equals("linear") || spec.startsWith("poly");
    return isSpace
        ? new Action(
            spec,
            GeneratorSpace.parse(
                    spec, schema.stateNames(), schema.controlNames(), SymmetryFile::read)
                .basis(),
            List.of())
        : Action.parse(spec, schema.stateNames(), schema.controlNames(), SymmetryFile::read);
  }

  /** Tangent spaces of the smoothed states, or of states and rates. */
  private SymmetrySpectrum tangency(ModelSource.Found found, GeneratorSpace space) {
    BadSetting.require(
        found.model().schema().controls().isEmpty(),
        "--from " + from,
        "the data have controls",
        "Search a model instead, or leave the controls out");
    FormulatedRows rows = found.fit().orElseThrow().rows();
    Matrix states = stacked(rows, true);
    Tangency search = Tangency.defaults().withTolerance(tolerance);
    return from.equals("points")
        ? search.of(states, space)
        : search.ofPairs(states, stacked(rows, false), space);
  }

  private static Matrix stacked(FormulatedRows rows, boolean states) {
    List<double[]> all = new ArrayList<>();
    rows.stretches()
        .forEach(
            stretch -> {
              Matrix part = states ? stretch.estimate().states() : stretch.estimate().rates();
              for (int i = 0; i < part.rows(); i++) {
                all.add(part.row(i).toArray());
              }
            });
    return Matrix.ofRows(all.toArray(double[][]::new));
  }

  private JsonObject json(ModelSource.Found found, SymmetrySpectrum spectrum) {
    return SymmetryJson.discovery(
        found.model(), spectrum, settings(found), notices(found, spectrum));
  }

  private static List<Notice> notices(ModelSource.Found found, SymmetrySpectrum spectrum) {
    List<Notice> notices = new ArrayList<>(found.notices());
    notices.addAll(spectrum.notices());
    return notices;
  }

  private Map<String, String> settings(ModelSource.Found found) {
    Map<String, String> settings = new LinkedHashMap<>(found.settings());
    settings.put("candidates", candidates);
    settings.put("tolerance", Double.toString(tolerance));
    settings.put("rescaling", Boolean.toString(rescaling));
    settings.put("discrete", Boolean.toString(discrete));
    settings.put("from", from);
    return settings;
  }
}
