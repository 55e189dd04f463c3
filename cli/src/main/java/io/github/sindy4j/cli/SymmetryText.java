package io.github.sindy4j.cli;

import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code discover} tells a person. */
final class SymmetryText {
  private static final int MOST = 12;

  private final ModelSource.Found found;
  private final SymmetrySpectrum spectrum;
  private final List<Path> written;
  private final List<String> lines = new ArrayList<>();

  SymmetryText(ModelSource.Found found, SymmetrySpectrum spectrum, List<Path> written) {
    this.found = found;
    this.spectrum = spectrum;
    this.written = written;
  }

  List<String> lines() {
    lines.add(
        found.fit().map(fit -> DataText.headline(DataSummary.of(fit.data()))).orElse(found.name()));
    lines.add("");
    found.model().equations().forEach(equation -> lines.add("  " + equation));
    lines.add("");
    generators();
    elements();
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
        finding.generator().text() + pace,
        defect(finding.defect(), finding.uncertainty()),
        finding.verdict().name() + (finding.trivial() ? " (trivial)" : ""));
  }

  private static String defect(double defect, double uncertainty) {
    String spread =
        uncertainty == 0
            ? ""
            : Double.isInfinite(uncertainty) ? " ± anything" : " ± " + size(uncertainty);
    return size(defect) + spread;
  }

  private static String size(double value) {
    return value == 0 ? "0" : Numbers.digits(value, 2);
  }

  private void elements() {
    if (spectrum.discrete().isEmpty()) {
      return;
    }
    DiscreteSymmetries discrete = spectrum.discrete().get();
    List<ElementFinding> shown = new ArrayList<>(discrete.asked());
    shown.addAll(discrete.elements().size() <= MOST ? discrete.elements() : discrete.generators());
    if (!shown.isEmpty()) {
      TextTable table = new TextTable();
      table.add("discrete", "defect", "verdict");
      shown.forEach(
          e ->
              table.add(
                  e.element().name(), defect(e.defect(), e.uncertainty()), e.verdict().name()));
      table.lines().forEach(line -> lines.add("  " + line));
      lines.add("");
    }
  }

  private List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    facts.add(
        List.of(
            "candidates",
            spectrum.candidates()
                + ": "
                + spectrum.dimension()
                + " of "
                + spectrum.each().size()
                + " held at tolerance "
                + Numbers.brief(spectrum.tolerance(), 4)
                + (spectrum.exact() ? ", exactly" : "")));
    spectrum
        .algebra()
        .filter(type -> type.dimension() > 0)
        .ifPresent(type -> facts.add(List.of("algebra", type.text())));
    if (spectrum.generators().size() > 1 && !spectrum.closed()) {
      String leak = size(spectrum.closureResidual());
      facts.add(List.of("algebra", "not closed under the bracket: " + leak + " leaves the span"));
    }
    facts.add(List.of("defects", spectrumText()));
    if (spectrum.undecidable() > 0) {
      facts.add(
          List.of(
              "undecided",
              Numbers.count(spectrum.undecidable(), "combination")
                  + " of candidates that the data cannot decide"));
    }
    spectrum
        .discrete()
        .filter(DiscreteSymmetries::searched)
        .ifPresent(d -> facts.add(List.of("group", group(d))));
    List<Notice> notices = new ArrayList<>(found.notices());
    notices.addAll(spectrum.notices());
    for (Notice notice : notices) {
      if (!notice.code().endsWith("-automatic")) {
        facts.add(List.of(notice.isWarning() ? "warning" : "note", notice.text()));
      }
    }
    return facts;
  }

  private static String group(DiscreteSymmetries discrete) {
    return "signed permutations: order "
        + discrete.order()
        + (discrete.reversals() == 0 ? "" : ", and " + discrete.reversals() + " that reverse time")
        + (discrete.complete() ? "" : ", not all were looked at");
  }

  private String spectrumText() {
    Vec values = spectrum.singularValues();
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < Math.min(MOST, values.size()); k++) {
      boolean gap = k > 0 && k == spectrum.generators().size();
      text.append(k == 0 ? "" : gap ? " | " : " ").append(size(values.get(k)));
    }
    return text + (values.size() > MOST ? " … " + size(values.last()) : "");
  }
}
