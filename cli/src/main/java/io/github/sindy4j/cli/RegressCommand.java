package io.github.sindy4j.cli;

import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.FunctionRegression;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.FunctionFile;
import io.github.sindy4j.io.SampleOptions;
import io.github.sindy4j.io.SavedFunction;
import io.github.sindy4j.io.SymmetryFile;
import io.github.sindy4j.knowledge.NamedSymmetry;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.report.FunctionReport;
import io.github.sindy4j.report.Report;
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

/** {@code sindy4j regress}: from a table without time to a function. */
@Command(
    name = "regress",
    description = "Find a function y = F(x) behind samples, as a sum of few basis functions.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j regress pump.csv --inputs flow,speed --outputs head",
      "  sindy4j regress pump.csv --outputs head --library polynomial:3 --out results",
      "  sindy4j regress field.csv --inputs x,y,z --outputs u --library polynomial:4 --enforce 'so(3)'",
      "  sindy4j regress field.csv --inputs x,y,z --outputs u --library polynomial:4 --promote 'se(3)'",
      "  sindy4j regress exact.csv --outputs y --library polynomial:2 --promote 't(5)' --method nuclear",
      "  sindy4j regress exact.csv --outputs y --library polynomial:2 --promote 'se(5)' \\",
      "      --method minimum-rank --points random",
      "  sindy4j regress a.csv --inputs a,b --outputs y,z --constrain 'y: 1 = 0' --validate b.csv",
      "",
      "Symmetries act on the inputs and leave the outputs as they are. Exact values may be fewer than",
      "coefficients when a symmetry is promoted: --method nuclear takes the function whose image under",
      "the candidates has the least nuclear norm, minimum-rank that of least rank, which needs fewer",
      "values and is certified where --points random says that the points are random draws."
    })
final class RegressCommand implements Runnable {
  /** Of more inputs there are more affine candidates than a picture can show. */
  private static final int MOST_INPUTS = 6;

  @Parameters(paramLabel = "DATA.csv", description = "Samples, one a row; a table without time.")
  private Path data = Path.of("");

  @Option(
      names = "--inputs",
      paramLabel = "COL,…",
      description = "The inputs, in this order. Default: all other columns of numbers.")
  private Optional<String> inputs = Optional.empty();

  @Option(
      names = "--outputs",
      paramLabel = "COL,…",
      required = true,
      description = "The outputs, in this order.")
  private String outputs = "";

  @Option(
      names = "--library",
      paramLabel = "SPEC",
      description = "The candidate terms. Default: polynomial:3, less where data are few.")
  private Optional<String> library = Optional.empty();

  @Option(
      names = "--optimizer",
      paramLabel = "METHOD",
      description =
          "How the terms are chosen: stlsq (default), lasso, adaptive-lasso, elastic-net, sr3, ssr,"
              + " frols, omp, best-subset, bayes, stability, nnls; or least-squares, ridge:ALPHA with"
              + " all terms. Without a setting such as stlsq:threshold=T, lasso:weight=L or"
              + " best-subset:terms=K, functions of every size are computed and one is chosen.")
  private Optional<String> optimizer = Optional.empty();

  @Option(
      names = "--enforce",
      paramLabel = "ACTION",
      description =
          "A symmetry of the function: 'so(3)', 'reflection(-x,y)', FILE.json, …; may be repeated.")
  private List<String> symmetries = List.of();

  @Option(
      names = "--constrain",
      paramLabel = "STATEMENT",
      description = "About coefficients, OUTPUT: TERM: 'y: a = 2', 'y: 1 >= 0'; may be repeated.")
  private List<String> statements = List.of();

  @Mixin private final FunctionPromotionOptions promotion = new FunctionPromotionOptions();

  @Option(
      names = "--pick",
      paramLabel = "K",
      description = "Take the function with K terms instead of the one that was chosen.")
  private Optional<Integer> pick = Optional.empty();

  @Option(
      names = "--validate",
      paramLabel = "OTHER.csv",
      description = "Score the function on other samples with the same columns.")
  private Optional<Path> validate = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write model.json, report.html, figure.svg, figure.png and prediction.csv.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Overwrite files of an earlier fit.")
  private boolean force;

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the search for the least rank. Default: 1.")
  private long seed = 1;

  @Option(names = "--quiet", description = "Print the formulas and nothing else.")
  private boolean quiet;

  private final Console console;

  RegressCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    FunctionRegression regression = regression();
    Optional<OutputFolder> folder = out.map(path -> new OutputFolder(path, "model.json", force));
    Samples samples =
        Csv.readSamples(
            data,
            new SampleOptions(
                inputs.isPresent() ? DataOptions.names("--inputs", inputs) : List.of(),
                DataOptions.names("--outputs", Optional.of(outputs))));
    folder.ifPresent(OutputFolder::prepare);
    FunctionFit fit = fit(regression, samples);
    SavedFunction saved = saved(fit);
    List<Path> written = folder.map(target -> write(target, saved, fit)).orElse(List.of());
    print(fit, saved, written);
  }

  private FunctionRegression regression() {
    new OptionNames()
        .with("--optimizer", optimizer.isPresent() && promotion.isExact())
        .with("--pick", pick.isPresent() && promotion.isExact())
        .refuse("values that are met exactly", "Leave it out, or leave out --method");
    FunctionRegression regression =
        FunctionRegression.automatic().solvedBy(SparseRegressor.parse(optimizer.orElse("stlsq")));
    if (library.isPresent()) {
      regression = regression.withLibrary(LibrarySpec.parse(library.get()));
    }
    if (pick.isPresent()) {
      BadSetting.require(
          pick.get() >= 0, "--pick " + pick.get(), "is negative", "Give a number of terms");
      regression = regression.picking(pick.get());
    }
    for (String symmetry : symmetries) {
      regression = regression.knowing(new NamedSymmetry(symmetry, SymmetryFile::readAlgebra));
    }
    for (String statement : statements) {
      regression = regression.constrainedBy(statement);
    }
    return promotion.in(regression, seed);
  }

  private FunctionFit fit(FunctionRegression regression, Samples samples) {
    try (ProgressBar bar = new ProgressBar(console)) {
      return regression.reportingTo(bar).fit(samples);
    }
  }

  private SavedFunction saved(FunctionFit fit) {
    FunctionSchema schema = fit.data().schema();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", fit.data().name());
    settings.put("inputs", String.join(",", schema.inputNames()));
    settings.put("outputs", String.join(",", schema.outputNames()));
    settings.putAll(fit.settings());
    settings.put("seed", Long.toString(seed));
    SavedFunction saved = SavedFunction.of(fit).withSettings(settings);
    return validate.isPresent() ? validated(saved, fit, validate.get()) : saved;
  }

  private static SavedFunction validated(SavedFunction saved, FunctionFit fit, Path file) {
    FunctionSchema schema = fit.data().schema();
    Samples other =
        Csv.readSamples(file, new SampleOptions(schema.inputNames(), schema.outputNames()));
    List<Notice> notices = new ArrayList<>(saved.notices());
    other.notices().stream().filter(Notice::isWarning).forEach(notices::add);
    return saved
        .withNotices(notices)
        .withValidation(new SavedFunction.Validation(other.name(), fit.model().score(other)));
  }

  private List<Path> write(OutputFolder folder, SavedFunction saved, FunctionFit fit) {
    FunctionReport report =
        FunctionReport.of(fit).withCommand(console.typed()).withSettings(saved.settings());
    List<String> names = fit.data().schema().inputNames();
    if (fit.recovery().isEmpty() && names.size() <= MOST_INPUTS) {
      report =
          report.withSymmetries(fit.symmetries(GeneratorSpace.affine(names), Discovery.defaults()));
    }
    return folder.write(
        FunctionFile.json(saved), Report.of(report.content()), FunctionPrediction.table(fit));
  }

  private void print(FunctionFit fit, SavedFunction saved, List<Path> written) {
    if (json.isSet()) {
      console.out().print(FunctionFile.json(saved).text());
      console.warn(saved.notices());
    } else if (quiet) {
      fit.model().equations().forEach(console.out()::println);
    } else {
      new FunctionText(fit, saved, written).lines().forEach(console.out()::println);
    }
  }
}
