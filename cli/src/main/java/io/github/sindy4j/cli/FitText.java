package io.github.sindy4j.cli;

import io.github.sindy4j.Enforcement;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.derivative.Spread;
import io.github.sindy4j.io.ReplayScore;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.io.SavedScores;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.smoother.NoiseLaw;
import io.github.sindy4j.smoother.SmootherFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code fit} tells a person. */
final class FitText {
  private final SindyFit fit;
  private final DataSummary data;
  private final SavedModel saved;
  private final Replay replay;
  private final List<Path> written;
  private final List<String> lines = new ArrayList<>();

  FitText(SindyFit fit, SavedModel saved, Replay replay, List<Path> written) {
    this.fit = fit;
    this.data = saved.data().orElseThrow();
    this.saved = saved;
    this.replay = replay;
    this.written = written;
  }

  List<String> lines() {
    lines.add(DataText.headline(data));
    lines.add("");
    fit.model().equations().forEach(equation -> lines.add("  " + equation));
    lines.add("");
    coefficients();
    lines.addAll(labelled(facts()));
    lines.add(
        files(
            written,
            "Add --out DIR for the report with pictures, the model file and the predictions."));
    return lines;
  }

  /** The coefficients with the half widths of their intervals, decimal points aligned. */
  private void coefficients() {
    Matrix w = fit.model().coefficients();
    Matrix half = fit.halfWidths();
    TextTable table = new TextTable();
    table.add("", "term", "coefficient", "± (95 %)");
    boolean any = false;
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          any = true;
          table.add(
              fit.model().schema().stateNames().get(i) + "'",
              fit.model().library().termNames().get(j),
              Numbers.matching(w.get(i, j), half.get(i, j)),
              Numbers.digits(half.get(i, j), 2));
        }
      }
    }
    if (any) {
      table.lines().forEach(line -> lines.add("  " + line));
      lines.add("");
    }
  }

  private List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("library", setting("library", "library-automatic")));
    facts.addAll(formulation());
    facts.add(List.of("optimizer", saved.settings().getOrDefault("optimizer", "") + size()));
    fit.enforcement().ifPresent(e -> facts.add(List.of("enforced", enforced(e))));
    fit.promotion().ifPresent(found -> facts.addAll(PromotionText.facts(found)));
    saved
        .ensemble()
        .ifPresent(e -> facts.add(List.of("ensemble", EnsembleText.of(e, fit.model()))));
    SavedScores scores = saved.scores();
    if (fit.smoothing().isPresent()) {
      facts.add(List.of("residuals", residuals(fit.smoothing().get())));
    } else {
      scores.rates().ifPresent(score -> facts.add(List.of("rates", "R² " + perState(score.r2()))));
      scores
          .heldOut()
          .ifPresent(score -> facts.add(List.of("held-out", "R² " + perState(score.r2()))));
    }
    scores.replay().ifPresent(score -> facts.add(List.of("replay", replayed(score))));
    scores
        .validation()
        .ifPresent(
            other -> {
              facts.add(
                  List.of("validation", other.data() + ": R² " + perState(other.rates().r2())));
              facts.add(List.of("", "replay " + DataText.replay(other.replay(), time())));
            });
    facts.addAll(ModelText.notices(saved.notices()));
    return facts;
  }

  /** The smoother with the noise it found, or how rates were estimated. */
  private List<List<String>> formulation() {
    if (fit.smoothing().isEmpty() && fit.rows().stretches().isEmpty()) {
      return List.of(List.of("formulation", setting("formulation", "formulation-automatic")));
    } else if (fit.smoothing().isEmpty()) {
      return List.of(List.of("derivative", setting("derivative", "derivative-automatic")));
    }
    return List.of(
        List.of("formulation", setting("formulation", "formulation-automatic")),
        List.of("noise", noise(fit.smoothing().get())));
  }

  /**
   * {@code σ 0.801 (x, 10 %), 0.874 (y, 9.7 % of y)}: each also as a part of the state's spread, or
   * of the state where it is in proportion to it.
   */
  private String noise(SmootherFit found) {
    Vec noise = found.noise();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < noise.size(); i++) {
      double spread = Spread.of(fit.data(), i);
      String name = fit.model().schema().stateNames().get(i);
      String share =
          found.laws().get(i) == NoiseLaw.PROPORTIONAL
              ? ", " + Numbers.brief(100 * found.shares().get(i), 2) + " % of " + name
              : spread > 0 ? ", " + Numbers.brief(100 * noise.get(i) / spread, 2) + " %" : "";
      parts.add(Numbers.digits(noise.get(i), 3) + " (" + name + share + ")");
    }
    return "σ " + String.join(", ", parts);
  }

  /** {@code white, p 0.23 (x), 0.61 (y)}: the smoother has no rates to score. */
  private String residuals(SmootherFit found) {
    Vec probabilities = found.diagnosis().whiteness().probabilities();
    List<String> states = fit.model().schema().stateNames();
    List<String> parts = new ArrayList<>();
    boolean white = true;
    for (int i = 0; i < probabilities.size(); i++) {
      double p = probabilities.get(i);
      white &= found.diagnosis().isWhite(i);
      String name = states.get(states.size() - probabilities.size() + i);
      parts.add(probability(p) + " (" + name + ")");
    }
    return (white ? "white" : "not white") + ", p " + String.join(", ", parts);
  }

  private static String probability(double p) {
    return Double.isNaN(p) ? "–" : p < 1e-3 ? "below 0.001" : Numbers.digits(p, 2);
  }

  /** {@code so(2) on (x,y): 4 of 20 coefficients free, residual 2.2e-16}. */
  static String enforced(Enforcement enforcement) {
    return String.join("; ", enforcement.statements())
        + ": "
        + enforcement.freeCoefficients()
        + " of "
        + Numbers.count(enforcement.unknowns(), "coefficient")
        + " free, residual "
        + Numbers.size(enforcement.residual());
  }

  private String setting(String name, String noticeOfChoice) {
    boolean automatic = saved.notices().stream().anyMatch(n -> n.code().equals(noticeOfChoice));
    return saved.settings().getOrDefault(name, "") + (automatic ? " (automatic)" : "");
  }

  private String size() {
    Matrix w = fit.model().coefficients();
    int models = fit.path().size();
    return ": "
        + fit.model().activeTerms()
        + " of "
        + Numbers.count((long) w.rows() * w.cols(), "candidate term")
        + (models > 0 ? ", chosen from " + Numbers.count(models, "model") : "");
  }

  private String replayed(ReplayScore score) {
    double span = Replays.meanSpan(replay, fit.data());
    String beside = fit.smoothing().isPresent() ? "the smoothed states" : "the data";
    return DataText.replay(score, time(), beside) + " of " + Numbers.brief(span, 4) + stopped();
  }

  private String stopped() {
    return replay.runs().stream()
        .filter(run -> !run.solution().isComplete())
        .findFirst()
        .map(run -> "; " + run.solution().outcome().text())
        .orElse("");
  }

  private String time() {
    return fit.model().schema().time().unit();
  }

  private String perState(Vec values) {
    return DataText.perState(fit.model().schema().stateNames(), values);
  }

  /** Where the files are, or what to do for having some. */
  static String files(List<Path> written, String hint) {
    if (written.isEmpty()) {
      return hint;
    }
    String names =
        String.join(", ", written.stream().map(p -> String.valueOf(p.getFileName())).toList());
    return "Written to " + written.get(0).getParent() + ": " + names;
  }

  /** Facts with their labels in a column of their own. */
  static List<String> labelled(List<List<String>> facts) {
    int width = facts.stream().mapToInt(fact -> fact.get(0).length()).max().orElse(0) + 2;
    List<String> labelled = new ArrayList<>();
    for (List<String> fact : facts) {
      labelled.add(fact.get(0) + " ".repeat(width - fact.get(0).length()) + fact.get(1));
    }
    return labelled;
  }
}
