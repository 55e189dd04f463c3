package io.github.sindy4j.cli;

import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.report.SymmetryReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code discover} tells a person. */
final class SymmetryText {
  private static final int MOST_ELEMENTS = 12;
  private static final int DIGITS = 4;

  private final SymmetryReport report;
  private final SymmetrySpectrum spectrum;
  private final List<Path> written;
  private final List<String> lines = new ArrayList<>();

  SymmetryText(SymmetryReport report, List<Path> written) {
    this.report = report;
    this.spectrum = report.spectrum();
    this.written = written;
  }

  List<String> lines() {
    lines.addAll(ModelText.heading(report.name(), report.data(), report.model()));
    report.function().ifPresent(f -> lines.addAll(ModelText.formulas(f)));
    generators();
    spectrum.discrete().ifPresent(this::elements);
    lines.addAll(FitText.labelled(facts()));
    lines.add(FitText.files(written, "Add --out DIR for the report with pictures."));
    return lines;
  }

  private void generators() {
    if (spectrum.generators().isEmpty()) {
      lines.add(
          spectrum.undecidable() == 0
              ? "  no continuous symmetry among the candidates"
              : "  no candidate within the tolerance, but not all are decided");
    } else {
      TextTable table = new TextTable();
      table.add("symmetry", "field", "defect", "verdict");
      spectrum.generators().forEach(finding -> table.add(row(finding)));
      table.lines().forEach(line -> lines.add("  " + line));
    }
    lines.add("");
  }

  private static List<String> row(Finding finding) {
    String pace =
        finding.rescaling() == 0 ? "" : ", [v,F] = " + Numbers.brief(finding.rescaling(), 4) + " F";
    return List.of(
        finding.generator().name(),
        finding.generator().rounded(DIGITS).text() + pace,
        defect(finding.defect(), finding.uncertainty()),
        finding.verdict().name() + (finding.trivial() ? " (trivial)" : ""));
  }

  private static String defect(double defect, double uncertainty) {
    return Numbers.size(defect) + (uncertainty == 0 ? "" : " ± " + Numbers.size(uncertainty));
  }

  private void elements(DiscreteSymmetries discrete) {
    List<ElementFinding> shown = new ArrayList<>(discrete.asked());
    shown.addAll(areAllShown(discrete) ? discrete.elements() : discrete.generators());
    if (!shown.isEmpty()) {
      TextTable table = new TextTable();
      table.add("discrete", "defect", "verdict");
      for (ElementFinding e : shown) {
        table.add(e.element().name(), defect(e.defect(), e.uncertainty()), e.verdict().name());
      }
      table.lines().forEach(line -> lines.add("  " + line));
      lines.add("");
    }
  }

  private static boolean areAllShown(DiscreteSymmetries discrete) {
    return discrete.elements().size() <= MOST_ELEMENTS;
  }

  private List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("candidates", candidates()));
    spectrum
        .algebra()
        .filter(type -> type.dimension() > 0)
        .ifPresent(type -> facts.add(List.of("algebra", type.text())));
    if (spectrum.generators().size() > 1 && !spectrum.closed()) {
      String leak = Numbers.size(spectrum.closureResidual());
      facts.add(List.of("algebra", "not closed under the bracket: " + leak + " leaves the span"));
    }
    facts.add(
        List.of(
            "spectrum",
            ModelText.spectrum(spectrum.singularValues(), spectrum.generators().size())));
    spectrum
        .discrete()
        .filter(DiscreteSymmetries::searched)
        .ifPresent(d -> facts.add(List.of("group", group(d))));
    facts.add(List.of("region", ModelText.region(spectrum.region(), report.schema().inputNames())));
    facts.addAll(ModelText.notices(report.notices()));
    return facts;
  }

  private String candidates() {
    return spectrum.candidates()
        + ": "
        + spectrum.dimension()
        + " of "
        + spectrum.each().size()
        + " held at tolerance "
        + Numbers.brief(spectrum.tolerance(), 4)
        + (spectrum.exact() && report.data().isEmpty() ? ", exactly" : "");
  }

  private static String group(DiscreteSymmetries discrete) {
    return "signed permutations: order "
        + discrete.order()
        + (discrete.reversals() == 0 ? "" : ", and " + discrete.reversals() + " that reverse time")
        + (areAllShown(discrete) ? "" : "; those above generate it")
        + (discrete.complete() ? "" : "; not all were looked at");
  }
}
