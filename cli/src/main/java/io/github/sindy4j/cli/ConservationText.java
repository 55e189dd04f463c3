package io.github.sindy4j.cli;

import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.ConservedQuantity;
import io.github.sindy4j.conservation.Noether;
import io.github.sindy4j.conservation.Trait;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.report.ConservationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code conserve} tells a person. */
final class ConservationText {
  private static final int MOST = 8;

  private final ConservationReport report;
  private final List<Path> written;
  private final List<String> lines = new ArrayList<>();

  ConservationText(ConservationReport report, List<Path> written) {
    this.report = report;
    this.written = written;
  }

  List<String> lines() {
    lines.add(
        report
            .fit()
            .map(fit -> DataText.headline(DataSummary.of(fit.data())))
            .orElse(report.name()));
    lines.add("");
    report.model().equations().forEach(equation -> lines.add("  " + equation));
    lines.add("");
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
      Optional<Vec> data = report.fit().map(fit -> found.drift(fit.data()));
      Optional<Vec> run = report.rollout().map(found::drift);
      TextTable table = new TextTable();
      table.add("conserved", "defect", "drift (data)", "drift (rollout)", "verdict");
      for (int k = 0; k < found.count(); k++) {
        ConservedQuantity quantity = found.quantities().get(k);
        table.add(
            quantity.toString(),
            size(quantity.defect()),
            at(data, k),
            at(run, k),
            quantity.verdict().name() + (quantity.composed() ? " (of those above)" : ""));
      }
      table.lines().forEach(line -> lines.add("  " + line));
    }
    lines.add("");
  }

  private static String at(Optional<Vec> values, int k) {
    return values.map(v -> size(v.get(k))).orElse("–");
  }

  private static String size(double value) {
    return value == 0 ? "0" : Numbers.digits(value, 2);
  }

  private void noether() {
    if (report.noether().isEmpty() || report.noether().get().pairs().isEmpty()) {
      return;
    }
    TextTable table = new TextTable();
    table.add("conserved", "symmetry it generates (Noether)");
    for (Noether.Pair pair : report.noether().get().pairs()) {
      table.add(pair.quantity().toString(), pair.generator().text());
    }
    table.lines().forEach(line -> lines.add("  " + line));
    lines.add("");
  }

  private List<List<String>> facts() {
    ConservedQuantities found = report.quantities();
    List<List<String>> facts = new ArrayList<>();
    facts.add(
        List.of(
            "count",
            found.count()
                + " linearly, "
                + found.functionallyIndependent()
                + " functionally independent, among "
                + Numbers.count(found.candidates().size(), "function")
                + (found.exact()
                    ? ", exactly"
                    : ", tolerance " + Numbers.brief(found.tolerance(), 4))));
    facts.add(List.of("defects", defects(found)));
    for (Trait trait : report.structure().traits()) {
      facts.add(List.of("flow", trait.toString()));
    }
    facts.add(List.of("divergence", report.structure().divergence().text()));
    for (Notice notice : report.notices()) {
      if (!notice.code().endsWith("-automatic")) {
        facts.add(List.of(notice.isWarning() ? "warning" : "note", notice.text()));
      }
    }
    return facts;
  }

  private static String defects(ConservedQuantities found) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < Math.min(MOST, found.defects().size()); k++) {
      text.append(k == 0 ? "" : k == found.count() ? " | " : " ")
          .append(size(found.defects().get(k)));
    }
    return text + (found.defects().size() > MOST ? " …" : "");
  }
}
