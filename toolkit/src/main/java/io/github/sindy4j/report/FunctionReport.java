package io.github.sindy4j.report;

import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.Recovery;
import io.github.sindy4j.Version;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Equations;
import io.github.sindy4j.model.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The report on a function: the formula, how well it agrees with the samples, and where it comes
 * from.
 *
 * @param fit what was found
 * @param symmetries of the function, where they were looked for
 * @param command what was typed; may be empty
 * @param settings every setting with the value it had
 */
public record FunctionReport(
    FunctionFit fit,
    Optional<SymmetrySpectrum> symmetries,
    String command,
    Map<String, String> settings) {
  /** Copies the settings. */
  public FunctionReport {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The report on a fit; the generators that a recovery kept are its symmetries. */
  public static FunctionReport of(FunctionFit fit) {
    return new FunctionReport(fit, fit.recovery().map(Recovery::kept), "", fit.settings());
  }

  /** The same with what was typed. */
  public FunctionReport withCommand(String newCommand) {
    return new FunctionReport(fit, symmetries, newCommand, settings);
  }

  /** The same with more settings than the fit knows. */
  public FunctionReport withSettings(Map<String, String> newSettings) {
    return new FunctionReport(fit, symmetries, command, newSettings);
  }

  /** The same with the symmetries of the function, which the figure then shows. */
  public FunctionReport withSymmetries(SymmetrySpectrum spectrum) {
    return new FunctionReport(fit, Optional.of(spectrum), command, settings);
  }

  /** What the report says. */
  public ReportContent content() {
    List<Section> sections = new ArrayList<>();
    fit.recovery().ifPresent(recovery -> sections.add(recovered(recovery)));
    fit.promotion().ifPresent(promoted -> sections.addAll(PromotionReport.sections(promoted)));
    sections.add(Section.of("Scores", scores()));
    sections.add(
        Section.of(
                "The functions on the way", FitTables.path(fit.path(), fit.model().activeTerms()))
            .at(Section.Place.FOLDED));
    ReportContent content =
        ReportContent.titled(fit.data().name())
            .withLead(lead())
            .withEquations(equations())
            .withRemarks(
                fit.notices().stream().map(n -> new Remark(n.isWarning(), n.text())).toList())
            .withFigure(new FunctionFigure(fit, symmetries).figure())
            .withSections(sections)
            .withProvenance(provenance());
    return fit.enforcement().map(content::enforcing).orElse(content);
  }

  private String lead() {
    Matrix w = fit.model().coefficients();
    return String.format(
        Locale.ROOT,
        "%d of %d candidate terms describe %s, found from %s.",
        fit.model().activeTerms(),
        w.rows() * w.cols(),
        w.rows() == 1 ? "one output" : w.rows() + " outputs",
        Drawing.count(fit.data().size(), "sample"));
  }

  private List<Equation> equations() {
    Matrix w = fit.model().coefficients();
    Matrix half = fit.halfWidths();
    boolean known = fit.inference().isPresent();
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      List<Equation.Term> terms = new ArrayList<>();
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          String name = fit.model().library().termNames().get(j);
          terms.add(new Equation.Term(name, w.get(i, j), known ? half.get(i, j) : Double.NaN));
        }
      }
      equations.add(Equation.ofOutput(fit.model().schema().outputNames().get(i), terms));
    }
    return equations;
  }

  /** What is said of a recovery, and what the function keeps. */
  private static Section recovered(Recovery recovery) {
    String text =
        "The values were met exactly under the candidates %s (%s): %s; rank %d, values missed by %s, duality gap of the nuclear norm %s."
            .formatted(
                recovery.candidates(),
                recovery.method(),
                recovery.ending(),
                recovery.rank(),
                UncertainNumber.size(recovery.dataResidual(), 2),
                UncertainNumber.size(recovery.nuclear().gap(), 2));
    List<List<String>> rows = new ArrayList<>();
    for (Finding finding : recovery.kept().generators()) {
      rows.add(
          List.of(
              finding.generator().name(),
              finding.generator().rounded(SymmetryReport.DIGITS).text(),
              UncertainNumber.size(finding.defect(), 2)));
    }
    Table table =
        rows.isEmpty()
            ? Table.NONE
            : Table.of(List.of("kept", "field", "defect"), rows).typesetting(0, 1);
    return Section.of("Promoted symmetries", table).withText(text).at(Section.Place.BEFORE_FIGURE);
  }

  private Table scores() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < fit.model().schema().outputs().size(); i++) {
      rows.add(
          List.of(
              fit.model().schema().outputs().get(i).label(),
              FitTables.r2(fit.outputs().r2(), i),
              Equations.number(fit.outputs().rmse().get(i)),
              FitTables.r2(fit.heldOut().map(Score::r2).orElse(Vec.zeros(0)), i)));
    }
    return Table.of(List.of("output", "R²", "RMSE", "R² of held-out values"), rows);
  }

  private Provenance provenance() {
    return Provenance.of(
        command,
        settings,
        List.of(
            new Entry("name", fit.data().name()),
            new Entry("samples", Integer.toString(fit.data().size())),
            new Entry("different points", Integer.toString(fit.data().points())),
            new Entry("inputs", String.join(", ", fit.data().schema().inputNames())),
            new Entry("outputs", String.join(", ", fit.data().schema().outputNames()))),
        FunctionMethods.text(fit),
        FunctionMethods.bibtex(fit),
        Version.kernel(fit.data().size(), fit.model().coefficients()));
  }
}
