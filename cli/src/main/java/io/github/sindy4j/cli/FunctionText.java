package io.github.sindy4j.cli;

import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.Recovery;
import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.io.SavedFunction;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code regress} tells a person. */
final class FunctionText {
  private static final int MOST_TERMS = 40;
  private static final int DIGITS = 4;

  private final FunctionFit fit;
  private final SavedFunction saved;
  private final List<Path> written;
  private final List<String> lines = new ArrayList<>();

  FunctionText(FunctionFit fit, SavedFunction saved, List<Path> written) {
    this.fit = fit;
    this.saved = saved;
    this.written = written;
  }

  List<String> lines() {
    lines.add(headline(fit.data()));
    lines.add("");
    lines.addAll(ModelText.formulas(fit.model()));
    coefficients(fit.model().coefficients());
    fit.recovery().ifPresent(this::kept);
    lines.addAll(FitText.labelled(facts()));
    lines.add(
        FitText.files(
            written,
            "Add --out DIR for the report with pictures, the model file and the predictions."));
    return lines;
  }

  /** {@code pump.csv: 40 samples at 38 points, 2 inputs, 1 output}. */
  private static String headline(Samples data) {
    FunctionSchema schema = data.schema();
    int points = data.points();
    return data.name()
        + ": "
        + Numbers.count(data.size(), "sample")
        + (points < data.size() ? " at " + Numbers.count(points, "different point") : "")
        + ", "
        + Numbers.count(schema.inputs().size(), "input")
        + ", "
        + Numbers.count(schema.outputs().size(), "output");
  }

  /** With half widths of their intervals; those of exact values have none. */
  private void coefficients(Matrix w) {
    boolean exact = fit.inference().isEmpty();
    if (fit.model().activeTerms() == 0 || (exact && fit.model().activeTerms() > MOST_TERMS)) {
      return;
    }
    int digits = fit.recovery().filter(Recovery::isToRounding).isPresent() ? 7 : DIGITS;
    Matrix half = fit.halfWidths();
    TextTable table = new TextTable();
    table.add(
        exact
            ? List.of("", "term", "coefficient")
            : List.of("", "term", "coefficient", "± (95 %)"));
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          List<String> row = new ArrayList<>();
          row.add(fit.model().schema().outputNames().get(i));
          row.add(fit.model().library().termNames().get(j));
          row.add(
              exact
                  ? Numbers.brief(w.get(i, j), digits)
                  : Numbers.matching(w.get(i, j), half.get(i, j)));
          if (!exact) {
            row.add(Numbers.digits(half.get(i, j), 2));
          }
          table.add(row);
        }
      }
    }
    table.lines().forEach(line -> lines.add("  " + line));
    lines.add("");
  }

  private void kept(Recovery recovery) {
    List<Finding> generators = recovery.kept().generators();
    if (generators.isEmpty()) {
      return;
    }
    TextTable table = new TextTable();
    table.add("kept", "field");
    generators.forEach(g -> table.add(g.generator().name(), g.generator().rounded(DIGITS).text()));
    table.lines().forEach(line -> lines.add("  " + line));
    lines.add("");
  }

  private List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    boolean automatic =
        saved.notices().stream().anyMatch(n -> n.code().equals("library-automatic"));
    facts.add(
        List.of(
            "library",
            saved.settings().getOrDefault("library", "") + (automatic ? " (automatic)" : "")));
    if (fit.recovery().isPresent()) {
      facts.addAll(recovered(fit.recovery().get()));
    } else {
      facts.add(List.of("optimizer", saved.settings().getOrDefault("optimizer", "") + size()));
    }
    fit.enforcement().ifPresent(e -> facts.add(List.of("enforced", FitText.enforced(e))));
    fit.promotion().ifPresent(found -> facts.addAll(PromotionText.facts(found)));
    saved.scores().outputs().ifPresent(s -> facts.add(List.of("outputs", r2(s.r2()))));
    saved.scores().heldOut().ifPresent(s -> facts.add(List.of("held-out", r2(s.r2()))));
    saved
        .scores()
        .validation()
        .ifPresent(v -> facts.add(List.of("validation", v.data() + ": " + r2(v.outputs().r2()))));
    facts.addAll(ModelText.notices(saved.notices()));
    return facts;
  }

  private static List<List<String>> recovered(Recovery recovery) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(
        List.of(
            "promoted",
            recovery.candidates()
                + ": "
                + recovery.kept().dimension()
                + " of "
                + Numbers.count(recovery.kept().each().size(), "generator")
                + " kept to "
                + Numbers.brief(recovery.kept().tolerance(), 2)));
    facts.add(List.of("method", recovery.method() + ": " + recovery.ending()));
    facts.add(
        List.of(
            "image",
            "rank "
                + recovery.rank()
                + ", duality gap of the nuclear norm "
                + Numbers.size(recovery.nuclear().gap())
                + ", values missed by "
                + Numbers.size(recovery.dataResidual())));
    return facts;
  }

  private String size() {
    Matrix w = fit.model().coefficients();
    int models = fit.path().size();
    return ": "
        + fit.model().activeTerms()
        + " of "
        + Numbers.count((long) w.rows() * w.cols(), "candidate term")
        + (models > 0 ? ", chosen from " + Numbers.count(models, "function") : "");
  }

  private String r2(Vec values) {
    return "R² " + DataText.perState(fit.model().schema().outputNames(), values);
  }
}
