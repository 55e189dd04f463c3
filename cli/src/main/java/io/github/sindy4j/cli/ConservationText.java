package io.github.sindy4j.cli;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.ConservedQuantity;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.conservation.Trait;
import io.github.sindy4j.report.ConservationReport;
import io.github.sindy4j.symmetry.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code conserve} tells a person. */
final class ConservationText {
  private static final int DIGITS = 4;

  private final ConservationReport report;
  private final List<Path> written;
  private final List<String> lines = new ArrayList<>();

  ConservationText(ConservationReport report, List<Path> written) {
    this.report = report;
    this.written = written;
  }

  List<String> lines() {
    lines.addAll(
        ModelText.heading(
            report.name(), report.fit().map(SindyFit::data), Optional.of(report.model())));
    quantities();
    noether();
    lines.addAll(FitText.labelled(facts()));
    lines.add(FitText.files(written, "Add --out DIR for the report with pictures."));
    return lines;
  }

  private void quantities() {
    ConservedQuantities found = report.quantities();
    if (found.count() == 0) {
      lines.add("  nothing is conserved among the functions tried");
    } else {
      TextTable table = new TextTable();
      table.add(
          List.of("conserved", "defect", "drift in data", "drift in rollout", "verdict").stream()
              .filter(heading -> report.fit().isPresent() || !heading.equals("drift in data"))
              .toList());
      for (int k = 0; k < found.count(); k++) {
        table.add(row(found, k));
      }
      table.lines().forEach(line -> lines.add("  " + line));
    }
    lines.add("");
  }

  private List<String> row(ConservedQuantities found, int k) {
    ConservedQuantity quantity = found.quantities().get(k);
    List<String> row = new ArrayList<>(List.of(shortened(quantity)));
    row.add(
        Numbers.size(quantity.defect())
            + (quantity.change() == 0 ? "" : " ± " + Numbers.size(quantity.change())));
    report.dataDrift().ifPresent(drift -> row.add(Numbers.size(drift.get(k))));
    row.add(report.rolloutDrift().map(drift -> Numbers.size(drift.get(k))).orElse("–"));
    row.add(quantity.verdict().name() + (quantity.composed() ? " (of those above)" : ""));
    return row;
  }

  private static String shortened(ConservedQuantity quantity) {
    return ModelText.shortened(quantity.toString(), ModelText.terms(quantity.coefficients()));
  }

  private void noether() {
    if (report.noether().isEmpty() || report.noether().get().pairs().isEmpty()) {
      return;
    }
    TextTable table = new TextTable();
    table.add("conserved", "symmetry it generates (Noether)");
    for (Noether.Pair pair : report.noether().get().pairs()) {
      table.add(shortened(pair.quantity()), pair.generator().rounded(DIGITS).text());
    }
    table.lines().forEach(line -> lines.add("  " + line));
    lines.add("");
  }

  private List<List<String>> facts() {
    ConservedQuantities found = report.quantities();
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("count", count(found)));
    facts.add(List.of("spectrum", ModelText.spectrum(found.defects(), found.zeros())));
    List<String> none = new ArrayList<>();
    for (Trait trait : report.structure().traits()) {
      if (trait.verdict() == Verdict.BROKEN) {
        none.add(trait.name());
      } else {
        facts.add(List.of("flow", flow(trait)));
      }
    }
    if (!none.isEmpty()) {
      facts.add(List.of("flow", "not " + String.join(", ", none)));
    }
    Trait volumes = report.structure().volumePreserving();
    if (volumes.verdict() != Verdict.HELD) {
      facts.add(List.of("divergence", volumes.text()));
    }
    facts.add(
        List.of("region", ModelText.region(report.region(), report.model().schema().stateNames())));
    facts.addAll(ModelText.notices(report.notices()));
    return facts;
  }

  private static String flow(Trait trait) {
    String doubt = trait.verdict() == Verdict.UNDECIDABLE ? " (undecidable)" : "";
    return trait.name() + doubt + ": " + trait.text();
  }

  private static String count(ConservedQuantities found) {
    return found.count()
        + " linearly, "
        + found.functionallyIndependent()
        + " functionally independent, among "
        + Numbers.count(found.candidates().size(), "function")
        + (found.exact() ? ", exactly" : ", tolerance " + Numbers.brief(found.tolerance(), 4));
  }
}
