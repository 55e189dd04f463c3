package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.discovery.Tangency;
import io.github.sindy4j.formulation.FormulatedRows.Stretch;
import io.github.sindy4j.io.DiscoveryJson;
import io.github.sindy4j.io.JsonObject;
import io.github.sindy4j.io.SymmetryFile;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.FunctionModel;
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
      "  sindy4j discover model.json --candidates 'reflection(-x,-y,z)'",
      "  sindy4j discover lorenz.csv --discrete --json",
      "  sindy4j discover sphere.csv --from points",
      "  sindy4j discover pump/model.json --candidates linear",
      "",
      "HELD: the defect is within the tolerance, whatever the data leave open. BROKEN: it is not.",
      "UNDECIDABLE: the data cannot tell. A verdict is a statement at this tolerance, not a proof.",
      "spectrum: the defects of the best combinations of candidates, least first; a bar behind those",
      "within the tolerance. region: where defects are measured."
    })
final class DiscoverCommand implements Runnable {
  /** The largest defect for coefficients that are what they are. */
  private static final double EXACT = 1e-6;

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
      description =
          "The largest relative defect of a symmetry. Default: 0.05; 1e-6 for a model file without"
              + " intervals, whose coefficients are taken for exact.")
  private Optional<Double> tolerance = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "model|points|pairs",
      description =
          "From the model; or without one, from where the states lie (points; a column that numbers"
              + " the rows serves as time), or from states and rates (pairs). Default: model.")
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
    requireKnownSource();
    refuseWhatHasNoEffect();
    Discovery settings =
        tolerance.map(Discovery.defaults()::withTolerance).orElse(Discovery.defaults());
    Optional<OutputFolder> folder =
        out.map(path -> new OutputFolder(path, "discovery.json", force));
    folder.ifPresent(OutputFolder::prepare);
    SymmetryReport report =
        (source.isFunction()
                ? ofFunction(settings)
                : from.equals("model") ? ofModel(settings) : ofData())
            .withCommand(console.typed());
    JsonObject object =
        new DiscoveryJson(
                report.schema(),
                report.formulas(),
                report.spectrum(),
                report.settings(),
                report.notices())
            .write();
    List<Path> written =
        folder.map(target -> target.write(object, Report.of(report.content()))).orElse(List.of());
    if (json.isSet()) {
      console.out().print(object.text());
      console.warn(report.notices());
    } else {
      new SymmetryText(report, written).lines().forEach(console.out()::println);
    }
  }

  private void requireKnownSource() {
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
  }

  private void refuseWhatHasNoEffect() {
    if (source.isFile()) {
      source.refuseFor(model.names(new OptionNames()));
    } else if (!from.equals("model")) {
      model
          .namesWithoutModel(source.namesWithoutModel(new OptionNames()), from.equals("pairs"))
          .with("--rescaling", rescaling)
          .with("--discrete", discrete)
          .refuse("a search from " + from, "Leave it out, or search the model (--from model)");
    }
  }

  private SymmetryReport ofModel(Discovery settings) {
    ModelSource.Found found = source.find(model.sindy(), console);
    Action asked = asked(found.model().schema());
    Discovery search = settings.withElements(asked.elements());
    search = found.isExact() && tolerance.isEmpty() ? search.withTolerance(EXACT) : search;
    search = rescaling ? search.withRescaling() : search;
    search = discrete ? search.withDiscrete().withReversing() : search;
    SymmetrySpectrum spectrum = search.of(found.subject(), space(found.model().schema(), asked));
    List<Notice> notices = new ArrayList<>(found.notices());
    notices.addAll(spectrum.notices());
    spectrum.discrete().ifPresent(d -> notices.addAll(d.notices()));
    SymmetryReport report =
        found
            .fit()
            .map(fit -> SymmetryReport.of(fit, spectrum))
            .orElseGet(() -> SymmetryReport.of(found.name(), found.model(), spectrum));
    return report
        .withNotices(notices)
        .withSettings(settings(found.settings(), spectrum.tolerance()));
  }

  /** Of a function, whose values stay. */
  private SymmetryReport ofFunction(Discovery settings) {
    ModelSource.FoundFunction found = source.function();
    FunctionModel function = found.saved().model();
    List<String> inputs = function.schema().inputNames();
    new OptionNames()
        .with("--rescaling", rescaling)
        .with("--discrete", discrete)
        .refuse("a function", "Leave it out: a function has no time, and its values are kept");
    Action asked = asked(inputs, List.of());
    BadSetting.require(
        asked.elements().isEmpty(),
        "--candidates " + candidates,
        "holds discrete transformations, which are sought in dynamics alone",
        "Name continuous ones; 'regress --promote' tries discrete ones on data");
    boolean isExact = found.saved().uncertainty().isEmpty() && tolerance.isEmpty();
    SymmetrySpectrum spectrum =
        (isExact ? settings.withTolerance(EXACT) : settings)
            .of(
                Subject.functions(function.library(), function.coefficients(), found.region()),
                new GeneratorSpace(candidates.strip(), asked.generators()));
    List<Notice> notices = new ArrayList<>(found.notices());
    notices.addAll(spectrum.notices());
    Map<String, String> named = new LinkedHashMap<>();
    named.put("model", found.name());
    return SymmetryReport.of(found.name(), function, spectrum)
        .withNotices(notices)
        .withSettings(settings(named, spectrum.tolerance()));
  }

  /** Tangent spaces of the states, or of smoothed states and rates. */
  private SymmetryReport ofData() {
    Dataset data = source.data();
    Schema schema = data.schema();
    BadSetting.require(
        schema.controls().isEmpty(),
        "--from " + from,
        "the data have controls",
        "Search a model instead, or leave the controls out");
    Action asked = asked(schema);
    BadSetting.require(
        asked.elements().isEmpty(),
        "--candidates " + candidates,
        "holds discrete transformations, which need a model",
        "Name continuous ones, or leave --from out");
    SymmetrySpectrum spectrum = tangency(data, space(schema, asked));
    return SymmetryReport.of(data, spectrum)
        .withSettings(settings(source.settings(data), spectrum.tolerance()));
  }

  private SymmetrySpectrum tangency(Dataset data, GeneratorSpace space) {
    Tangency search = tolerance.map(Tangency.defaults()::withTolerance).orElse(Tangency.defaults());
    if (from.equals("points")) {
      return search.of(
          stacked(data.trajectories().stream().map(Trajectory::states).toList()), space);
    }
    List<Estimate> estimates =
        model.sindy().rows(data).stretches().stream().map(Stretch::estimate).toList();
    return search.ofPairs(
        stacked(estimates.stream().map(Estimate::states).toList()),
        stacked(estimates.stream().map(Estimate::rates).toList()),
        space);
  }

  private Action asked(Schema schema) {
    return asked(schema.stateNames(), schema.controlNames());
  }

  private Action asked(List<String> states, List<String> controls) {
    String spec = candidates.strip();
    boolean isSpace =
        spec.equals("affine") || spec.equals("linear") || spec.startsWith("polynomial");
    if (!isSpace && spec.matches("[\\p{L}:0-9]*")) {
      throw new BadSetting(
          "bad-candidates",
          "--candidates '" + spec + "'",
          "is not known",
          "Write affine, linear, polynomial:2, an action such as 'gl(4)', or FILE.json");
    }
    return isSpace
        ? new Action(
            spec,
            GeneratorSpace.parse(spec, states, controls, SymmetryFile::read).basis(),
            List.of())
        : Action.parse(spec, states, controls, SymmetryFile::read);
  }

  /** What was asked for; beside discrete transformations alone, affine fields. */
  private GeneratorSpace space(Schema schema, Action asked) {
    return asked.generators().isEmpty()
        ? GeneratorSpace.affine(schema.stateNames()).beside(schema.controlNames())
        : new GeneratorSpace(candidates.strip(), asked.generators());
  }

  private static Matrix stacked(List<Matrix> parts) {
    List<double[]> rows = new ArrayList<>();
    for (Matrix part : parts) {
      for (int i = 0; i < part.rows(); i++) {
        rows.add(part.row(i).toArray());
      }
    }
    return Matrix.ofRows(rows.toArray(double[][]::new));
  }

  private Map<String, String> settings(Map<String, String> before, double limit) {
    Map<String, String> settings = new LinkedHashMap<>(before);
    settings.put("candidates", candidates);
    settings.put("tolerance", Double.toString(limit));
    settings.put("rescaling", Boolean.toString(rescaling));
    settings.put("discrete", Boolean.toString(discrete));
    settings.put("from", from);
    return settings;
  }
}
