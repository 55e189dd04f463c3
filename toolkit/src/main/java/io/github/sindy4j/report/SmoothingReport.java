package io.github.sindy4j.report;

import io.github.sindy4j.NearTie;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Spread;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Equations;
import io.github.sindy4j.smoother.NoiseLaw;
import io.github.sindy4j.smoother.SmootherFit;
import io.github.sindy4j.smoother.Whiteness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the smoother found beside the model, as parts of a report. */
final class SmoothingReport {
  private static final double HALF_WIDTH = 1.96;

  private SmoothingReport() {}

  /** The 95 % band of a state of a trajectory; none where there is no smoother. */
  static ReplayPanel.Band band(SindyFit fit, int trajectory, int state) {
    Track lower = new Track();
    Track upper = new Track();
    Trajectory run = fit.data().trajectories().get(trajectory);
    for (SmootherFit.Stretch stretch :
        fit.smoothing().map(SmootherFit::stretches).orElse(List.of())) {
      if (stretch.trajectory() == trajectory && state < stretch.deviations().cols()) {
        Vec times = run.times().slice(stretch.from(), stretch.from() + stretch.states().rows());
        Vec middle = stretch.states().col(state);
        Vec half = stretch.deviations().col(state).times(HALF_WIDTH);
        lower.add(times, middle.minus(half));
        upper.add(times, middle.plus(half));
      }
    }
    return new ReplayPanel.Band(lower.curve(), upper.curve());
  }

  /** Whether the residuals are white; empty where no state carries noise that could be. */
  static Optional<Panel> panel(SmootherFit found, Schema schema) {
    Whiteness whiteness = found.diagnosis().whiteness();
    List<WhitenessPanel.Series> series = new ArrayList<>();
    for (int i = 0; i < found.defect().size(); i++) {
      double probability = whiteness.probabilities().get(i);
      if (!Double.isNaN(probability)) {
        series.add(
            new WhitenessPanel.Series(
                equation(found, schema, i), whiteness.autocorrelations().col(i), probability));
      }
    }
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(new WhitenessPanel(whiteness.limit(), series));
  }

  /** The state of a fitted equation: the last ones, where x″ is fitted. */
  private static String equation(SmootherFit found, Schema schema, int i) {
    List<String> states = schema.stateNames();
    return states.get(states.size() - found.defect().size() + i);
  }

  /** Noise and defect, and models that are nearly as good. */
  static List<Section> sections(SmootherFit found, SindyFit fit) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.of("Noise and what is left", noise(found, fit))
            .withText(
                String.format(
                    Locale.ROOT,
                    "σ is the noise of a measured state. Each equation leaves √q open in a step;"
                        + " p is the probability of residuals that are less white. A step is"
                        + " integrated over %d samples; %s after %d rounds; the residual variance"
                        + " of the whole library is %.3f, where 1 is expected.",
                    found.order(),
                    found.converged() ? "the fit came to rest" : "the fit was stopped",
                    found.rounds(),
                    found.residualVariance())));
    List<NearTie> ties = NearTie.of(found, fit.model());
    if (!ties.isEmpty()) {
      List<List<String>> rows =
          ties.stream()
              .map(
                  tie ->
                      List.of(tie.difference(), String.format(Locale.ROOT, "%.1f", tie.excess())))
              .toList();
      sections.add(
          Section.of("Models that are nearly as good", Table.of(List.of("model", "excess"), rows))
              .withText(
                  "The excess is that of the criterion: such a model is exp(excess/2) times less"
                      + " likely."));
    }
    return sections;
  }

  private static Table noise(SmootherFit found, SindyFit fit) {
    List<List<String>> rows = new ArrayList<>();
    Schema schema = fit.data().schema();
    for (int i = 0; i < found.noise().size(); i++) {
      double sigma = found.noise().get(i);
      double spread = Spread.of(fit.data(), i);
      rows.add(
          List.of(
              schema.states().get(i).label(),
              Equations.number(sigma),
              found.laws().get(i) == NoiseLaw.PROPORTIONAL
                  ? percent(found.shares().get(i)) + " of " + schema.states().get(i).label()
                  : spread > 0 ? percent(sigma / spread) : "–",
              equation(found, schema, i) + "'",
              Equations.number(found.defect().get(i)),
              percent(found.diagnosis().shares().get(i)),
              probability(found.diagnosis().whiteness().probabilities().get(i))));
    }
    return Table.of(
        List.of("state", "σ", "of its spread", "equation", "√q", "of a step", "p"), rows);
  }

  private static String probability(double p) {
    return Double.isNaN(p) ? "–" : p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static String percent(double share) {
    return Equations.number(100 * share) + " %";
  }
}
