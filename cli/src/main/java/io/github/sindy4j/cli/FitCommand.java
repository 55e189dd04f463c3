package io.github.sindy4j.cli;

import io.github.sindy4j.Bagging;
import io.github.sindy4j.ModelScore;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.ReplayScore;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.io.SavedScores;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.report.FitReport;
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

/** {@code sindy4j fit}: from a table to equations. */
@Command(
    name = "fit",
    description = "Find the equations behind measured trajectories.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sindy4j fit hare-lynx --out results",
      "  sindy4j fit data.csv",
      "  sindy4j fit data.csv --out results",
      "  sindy4j fit data.csv --states x,y --library polynomial:3",
      "  sindy4j fit data.csv --optimizer stlsq:threshold=0.1 --derivative finite-difference:4",
      "  sindy4j fit data.csv --library 'polynomial:2 + expr(sin(x), 1/(1+y^2))' --json",
      "  sindy4j fit data.npy --columns t,x,y,z",
      "  simulator | sindy4j fit - --stream",
      "  sindy4j fit data.csv --pick 5 --validate other.csv",
      "  sindy4j fit data.csv --ensemble 100 --seed 1",
      "  sindy4j fit hopf.csv --enforce 'so(2) on (x,y)'",
      "  sindy4j fit hopf.csv --promote affine",
      "  sindy4j fit tanks.csv --conserve 'A + B + C' --constrain 'A: 1 = 0'",
      "  sindy4j fit spring.csv --known \"x' = v\" --constrain 'v: v <= 0'",
      "",
      "Libraries: polynomial:DEGREE, fourier:HARMONICS, fourier:2,scale=0.5, expr(sin(x)*y, …); +",
      "joins them, * multiplies them and binds tighter. --pick K takes the model with K terms from",
      "the path that stlsq without a threshold computes; --json and the report list the path."
    })
final class FitCommand implements Runnable {
  /** Of more states there are more affine candidates than a picture can show. */
  private static final int MOST_STATES = 6;

  @Parameters(
      paramLabel = "DATA.csv",
      description =
          "Measured trajectories, one sample a row: a table (.csv), a NumPy array (.npy), - for"
              + " standard input, or the name of bundled data.")
  private Path data = Path.of("");

  @Mixin private final DataOptions columns = new DataOptions();

  @Option(
      names = "--stream",
      description = {
        "Never hold the data: read the file in every pass. Files above 256 MB, or above a tenth",
        "of the heap, are streamed anyway if nothing that is asked for needs all data at once."
      })
  private boolean stream;

  @Mixin private final ModelOptions model = new ModelOptions();

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();

  @Mixin private final PromotionOptions promotion = new PromotionOptions();

  @Option(
      names = "--pick",
      paramLabel = "K",
      description = "Take the model with K terms instead of the one that was chosen.")
  private Optional<Integer> pick = Optional.empty();

  @Option(
      names = "--ensemble",
      paramLabel = "N",
      description = {
        "Also fit N models to resampled data: how often each term is found, quantiles of its",
        "coefficient, bands of forecasts. 100 are usual. Default: 0."
      })
  private int ensemble;

  @Option(
      names = "--validate",
      paramLabel = "OTHER.csv",
      description = "Score the model on other data with the same columns.")
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
      description = "The seed of --ensemble; nothing else is left to chance. Default: 0.")
  private long seed;

  @Option(names = "--quiet", description = "Print the equations and nothing else.")
  private boolean quiet;

  private final Console console;

  FitCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Sindy sindy = sindy();
    Optional<OutputFolder> folder = out.map(path -> new OutputFolder(path, "model.json", force));
    Fitted fitted = fit(sindy, folder);
    SindyFit fit = fitted.fit();
    if (quiet && !json.isSet() && folder.isEmpty()) {
      fit.model().equations().forEach(console.out()::println);
      return;
    }
    // All at the same time: of large data each takes a while, in a young Java even of small ones.
    Findings findings =
        Team.both(
            () -> fit.replay(Replays.solver(fit.data())),
            () -> description(fitted, folder.isPresent()),
            Findings::new);
    SavedModel saved = saved(sindy, fit, findings);
    List<Path> written =
        folder.map(target -> write(target, saved, fit, findings)).orElse(List.of());
    print(fit, saved, findings.replay(), written);
  }

  /** What is found out about a fit. */
  private record Findings(Replay replay, Description description) {}

  /**
   * What is found out without a replay.
   *
   * @param summary what a model file says
   * @param symmetries for the report, where there is one
   */
  private record Description(SavedModel summary, Optional<SymmetrySpectrum> symmetries) {}

  private static Description description(Fitted fitted, boolean reported) {
    return Team.both(
        fitted.summary(),
        () -> reported ? symmetries(fitted.fit()) : Optional.empty(),
        Description::new);
  }

  private static Optional<SymmetrySpectrum> symmetries(SindyFit fit) {
    Schema schema = fit.data().schema();
    return schema.states().size() > MOST_STATES
        ? Optional.empty()
        : Optional.of(
            fit.symmetries(
                GeneratorSpace.affine(schema.stateNames()).beside(schema.controlNames())));
  }

  private Sindy sindy() {
    Sindy sindy = promotion.in(knowledge.in(model.sindy()));
    if (pick.isPresent()) {
      BadSetting.require(
          pick.get() >= 0, "--pick " + pick.get(), "is negative", "Give a number of terms");
      sindy = sindy.picking(pick.get());
    }
    BadSetting.require(
        ensemble >= 0, "--ensemble " + ensemble, "is negative", "Give a number of models, or 0");
    if (ensemble > 0) {
      sindy = sindy.withEnsemble(Bagging.defaults().withModels(ensemble).withSeed(seed));
    }
    columns.options();
    return sindy;
  }

  private Fitted fit(Sindy settings, Optional<OutputFolder> folder) {
    try (ProgressBar bar = new ProgressBar(console)) {
      Sindy sindy = settings.reportingTo(bar);
      Runnable prepare = () -> folder.ifPresent(OutputFolder::prepare);
      return data.equals(StandardInput.NAME)
          ? Fitted.input(sindy, StandardInput.begin(), columns, stream, prepare)
          : Fitted.file(sindy, data, columns, stream, prepare);
    }
  }

  private SavedModel saved(Sindy sindy, SindyFit fit, Findings findings) {
    SavedModel saved = findings.description().summary().withReplay(findings.replay());
    Map<String, String> settings = new LinkedHashMap<>(columns.settings(fit.data()));
    settings.putAll(saved.settings());
    if (ensemble > 0) {
      settings.put("ensemble", Integer.toString(ensemble));
    }
    settings.put("seed", Long.toString(seed));
    saved = saved.withSettings(settings);
    return validate.isPresent() ? validated(saved, sindy, fit, validate.get()) : saved;
  }

  private SavedModel validated(SavedModel saved, Sindy sindy, SindyFit fit, Path file) {
    List<String> states = fit.data().schema().stateNames();
    List<String> measured = states.subList(0, states.size() / model.order());
    Dataset other =
        sindy.prepared(columns.read(file, measured, fit.data().schema().controlNames()));
    ModelScore score = ModelScore.of(fit.model(), other, model.differentiator());
    ReplayScore replay = ReplayScore.of(Replays.of(fit.model(), other));
    List<Notice> notices = new ArrayList<>(saved.notices());
    other.notices().stream().filter(Notice::isWarning).forEach(notices::add);
    score.notices().stream().filter(Notice::isWarning).forEach(notices::add);
    return saved
        .withNotices(notices)
        .withScores(
            saved
                .scores()
                .withValidation(new SavedScores.Validation(other.name(), score.rates(), replay)));
  }

  private List<Path> write(OutputFolder folder, SavedModel saved, SindyFit fit, Findings findings) {
    FitReport report =
        FitReport.of(fit, findings.replay(), Replays.solver(fit.data()), saved.data().orElseThrow())
            .withCommand(console.typed())
            .withSettings(saved.settings());
    report = findings.description().symmetries().map(report::withSymmetries).orElse(report);
    return folder.write(
        saved, Report.of(report.content()), Prediction.table(fit.data(), findings.replay()));
  }

  private void print(SindyFit fit, SavedModel saved, Replay replay, List<Path> written) {
    if (json.isSet()) {
      console.out().print(ModelFile.json(saved).text());
      console.warn(saved.notices());
    } else if (quiet) {
      fit.model().equations().forEach(console.out()::println);
    } else {
      new FitText(fit, saved, replay, written).lines().forEach(console.out()::println);
    }
  }
}
