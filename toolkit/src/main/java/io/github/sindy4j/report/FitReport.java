package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.Version;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.Equations;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Replay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The report on a fit: its equations, what there is to see, and where it comes from. The one class
 * of this package that knows fits; the others know numbers and text.
 *
 * <pre>{@code
 * Report.of(FitReport.of(fit, fit.replay(integrator), integrator).content()).writeTo(folder);
 * }</pre>
 *
 * @param fit what was found
 * @param replay its model, set off from the first samples
 * @param integrator draws the replay between samples where these are few
 * @param symmetries of the model, where they were looked for
 * @param command what was typed; may be empty
 * @param settings every setting with the value it had
 * @param data what was fitted, in a few numbers
 */
public record FitReport(
    SindyFit fit,
    Replay replay,
    Integrator integrator,
    Optional<SymmetrySpectrum> symmetries,
    String command,
    Map<String, String> settings,
    DataSummary data) {
  /** Copies the settings. */
  public FitReport {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The report on a fit, with the settings that the fit knows. */
  public static FitReport of(SindyFit fit, Replay replay, Integrator integrator) {
    return of(fit, replay, integrator, DataSummary.of(fit.data()));
  }

  /** The same for a fit that may hold no more than a sample of what was fitted. */
  public static FitReport of(
      SindyFit fit, Replay replay, Integrator integrator, DataSummary whole) {
    return new FitReport(fit, replay, integrator, Optional.empty(), "", fit.settings(), whole);
  }

  /** The same with what was typed. */
  public FitReport withCommand(String newCommand) {
    return new FitReport(fit, replay, integrator, symmetries, newCommand, settings, data);
  }

  /** The same with more settings than the fit knows. */
  public FitReport withSettings(Map<String, String> newSettings) {
    return new FitReport(fit, replay, integrator, symmetries, command, newSettings, data);
  }

  /** The same with the symmetries of the model, which the figure then shows. */
  public FitReport withSymmetries(SymmetrySpectrum spectrum) {
    return new FitReport(fit, replay, integrator, Optional.of(spectrum), command, settings, data);
  }

  /** What the report says. */
  public ReportContent content() {
    ReportContent content = unconstrained();
    return fit.enforcement().map(content::enforcing).orElse(content);
  }

  private ReportContent unconstrained() {
    return ReportContent.titled(fit.data().name())
        .withLead(lead())
        .withEquations(equations())
        .withRemarks(fit.notices().stream().map(n -> new Remark(n.isWarning(), n.text())).toList())
        .withFigure(new FitFigure(fit, replay, integrator, symmetries).figure())
        .withSections(sections())
        .withProvenance(provenance());
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    fit.promotion().ifPresent(found -> sections.addAll(PromotionReport.sections(found)));
    Section scores = Section.of("Scores", scores());
    sections.add(
        fit.smoothing().isEmpty()
            ? scores
            : scores.withText(
                "The smoother fits no rates: those compared here were estimated from the data, and"
                    + " noise in them lowers R². The replay sets off from the first smoothed state and is"
                    + " compared with those that follow."));
    fit.smoothing().ifPresent(found -> sections.addAll(SmoothingReport.sections(found, fit)));
    fit.ensemble()
        .ifPresent(ensemble -> sections.add(EnsembleReport.section(ensemble, fit.model())));
    sections.add(
        Section.of("The models on the way", FitTables.path(fit.path(), fit.model().activeTerms()))
            .at(Section.Place.FOLDED));
    return sections;
  }

  private String lead() {
    Matrix w = fit.model().coefficients();
    return String.format(
        Locale.ROOT,
        "%d of %d candidate terms describe %s, found from %d samples.",
        fit.model().activeTerms(),
        w.rows() * w.cols(),
        w.rows() == 1 ? "one state" : w.rows() + " states",
        data.samples());
  }

  private List<Equation> equations() {
    Matrix w = fit.model().coefficients();
    Matrix half = fit.halfWidths();
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      List<Equation.Term> terms = new ArrayList<>();
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          String name = fit.model().library().termNames().get(j);
          terms.add(new Equation.Term(name, w.get(i, j), half.get(i, j)));
        }
      }
      equations.add(new Equation(fit.model().schema().stateNames().get(i), terms));
    }
    return equations;
  }

  private Table scores() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < fit.model().schema().states().size(); i++) {
      int state = i;
      rows.add(
          List.of(
              fit.model().schema().states().get(i).label(),
              FitTables.r2(fit.rates().r2(), i),
              fit.heldOut().map(score -> FitTables.r2(score.r2(), state)).orElse("–"),
              FitTables.r2(replay.score().r2(), i),
              Equations.number(replay.score().rmse().get(i))));
    }
    return Table.of(
        List.of("state", "R² of rates", "R² of held-out rates", "R² of replay", "RMSE of replay"),
        rows);
  }

  private Provenance provenance() {
    return Provenance.of(
        command,
        settings,
        entries(),
        FitMethods.text(fit),
        FitMethods.bibtex(fit),
        Version.kernel(data.samples(), fit.model().coefficients()));
  }

  private List<Entry> entries() {
    return List.of(
        new Entry("name", data.name()),
        new Entry("samples", Long.toString(data.samples())),
        new Entry("trajectories", Integer.toString(data.trajectories())),
        new Entry("gaps", Integer.toString(data.gaps())),
        new Entry("time", data.from() + " to " + data.to()),
        new Entry(
            "steps",
            Equations.number(data.steps().shortest())
                + " to "
                + Equations.number(data.steps().longest())
                + ", median "
                + Equations.number(data.steps().median())));
  }
}
