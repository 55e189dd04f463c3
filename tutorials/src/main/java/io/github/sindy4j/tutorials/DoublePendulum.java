package io.github.sindy4j.tutorials;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.datasets.Measured;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.report.Curve;
import io.github.sindy4j.report.DerivativePanel;
import io.github.sindy4j.report.Figure;
import io.github.sindy4j.report.ReplayPanel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Lesson 10: a measured double pendulum, of which only the angles are used. */
public final class DoublePendulum implements Tutorial {
  private static final Measured PENDULUM = Measured.named("double-pendulum");

  /** The accelerations among the states of a model of second order with two angles. */
  private static final int FIRST = 2;

  private static final int SECOND = 3;

  @Override
  public String folder() {
    return "10-double-pendulum";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: data
    Dataset angles =
        PENDULUM.dataset(PENDULUM.options().withStates("t1", "t2").withRates().withMaxGap(0.025));
    for (Trajectory trial : angles.trajectories()) {
      out.printf(
          Locale.ROOT,
          "trial %s: %d samples in %.1f s, %d pieces%n",
          trial.id(),
          trial.size(),
          trial.times().last() - trial.times().first(),
          trial.segments().size());
    }
    // page: end

    Dataset slow = only(angles, 0);
    Dataset fast = only(angles, 1);
    constant(out, slow);
    SindyFit ofSlow = over(0.525).fit(slow);
    SindyFit ofFast = over(0.525).fit(fast);
    equations(out, ofSlow, ofFast);
    identities(out, ofSlow, ofFast);
    heldOut(out, ofSlow, ofFast);
    accelerations(out, ofSlow);
    energy(out, ofSlow, ofFast);
    forecast(out, pictures, ofSlow, ofFast);
  }

  /** The trajectory with this number. */
  private static Dataset only(Dataset trials, int number) {
    Trajectory one = trials.trajectories().get(number);
    return new Dataset("trial " + one.id(), trials.schema(), List.of(one), List.of());
  }

  private static Sindy over(double r) {
    // page: library
    String determinant = "expr(1/(1 - " + r + "*cos(t1 - t2)^2))";
    String gravity = "sin(t1), sin(t2), cos(t1 - t2)*sin(t1), cos(t1 - t2)*sin(t2)";
    String inertia =
        "sin(t1 - t2)*t1_dot^2, sin(t1 - t2)*t2_dot^2,"
            + " sin(t1 - t2)*cos(t1 - t2)*t1_dot^2, sin(t1 - t2)*cos(t1 - t2)*t2_dot^2";
    String friction = "t1_dot, t2_dot, cos(t1 - t2)*t1_dot, cos(t1 - t2)*t2_dot";
    String terms = "expr(" + gravity + ", " + inertia + ", " + friction + ")";
    Sindy sindy = Sindy.over(LibrarySpec.parse(determinant + " * " + terms)).ofSecondOrder();
    // page: end
    return sindy;
  }

  private static void constant(PrintStream out, Dataset slow) {
    // page: constant
    for (double r : new double[] {0.45, 0.475, 0.5, 0.525, 0.55, 0.575}) {
      SindyFit fit = over(r).fit(slow);
      out.printf(
          Locale.ROOT,
          "r = %.3f: %2d terms, criterion %.0f%n",
          r,
          fit.model().activeTerms() - 2,
          fit.smoothing().orElseThrow().criterion());
    }
    // page: end
  }

  private static void equations(PrintStream out, SindyFit ofSlow, SindyFit ofFast) {
    // page: equations
    List<String> names = ofSlow.model().library().termNames();
    for (int i = FIRST; i <= SECOND; i++) {
      for (int j = 0; j < names.size(); j++) {
        String slow = cell(ofSlow, i, j);
        String fast = cell(ofFast, i, j);
        if (!slow.equals(fast)) {
          out.printf("t%d'' %-26s %16s %16s%n", i - 1, brief(names.get(j)), slow, fast);
        }
      }
    }
    // page: end
  }

  /** The term, with d for t1 − t2 and D for the denominator. */
  private static String brief(String term) {
    return term.replaceFirst("/\\(1 - .*", "/D").replace("t1 - t2", "d").replace("_dot", "'");
  }

  private static String cell(SindyFit fit, int i, int j) {
    double w = fit.model().coefficients().get(i, j);
    return w == 0 ? "-" : String.format(Locale.ROOT, "%.3f ± %.3f", w, fit.halfWidths().get(i, j));
  }

  /** The coefficient of the term that is written so, without its denominator. */
  private static double coefficient(SindyFit fit, int acceleration, String term) {
    List<String> names = fit.model().library().termNames();
    int j = names.stream().map(DoublePendulum::brief).toList().indexOf(term);
    return fit.model().coefficients().get(acceleration, j);
  }

  private static void identities(PrintStream out, SindyFit ofSlow, SindyFit ofFast) {
    // page: identities
    for (SindyFit fit : List.of(ofSlow, ofFast)) {
      double coupling1 = -coefficient(fit, FIRST, "t2'^2 sin(d)/D");
      double coupling2 = coefficient(fit, SECOND, "t1'^2 sin(d)/D");
      double weight1 = -coefficient(fit, FIRST, "sin(t1)/D");
      double weight2 = -coefficient(fit, SECOND, "sin(t2)/D");
      out.printf(
          Locale.ROOT,
          "r: %.3f, %.3f and %.3f; gravity: %.1f for %.1f, %.1f for %.1f%n",
          -coefficient(fit, FIRST, "t1'^2 sin(d) cos(d)/D"),
          coefficient(fit, SECOND, "t2'^2 sin(d) cos(d)/D"),
          coupling1 * coupling2,
          coupling1 * weight2,
          coefficient(fit, FIRST, "cos(d) sin(t2)/D"),
          coupling2 * weight1,
          coefficient(fit, SECOND, "cos(d) sin(t1)/D"));
    }
    // page: end
  }

  private static void heldOut(PrintStream out, SindyFit ofSlow, SindyFit ofFast) {
    // page: heldout
    Matrix differences = estimated(ofFast.rows());
    Vec own = r2(differences, modelled(ofFast.model(), ofFast.rows()));
    Vec other = r2(differences, modelled(ofSlow.model(), ofFast.rows()));
    out.printf(
        Locale.ROOT,
        "R² of the accelerations of trial 1: %.3f, %.3f; by the model of trial 0: %.3f, %.3f%n",
        own.get(FIRST),
        own.get(SECOND),
        other.get(FIRST),
        other.get(SECOND));
    // page: end
  }

  private static Matrix estimated(FormulatedRows rows) {
    return Matrix.ofRows(
        rows.stretches().stream()
            .flatMap(
                stretch ->
                    IntStream.range(0, stretch.size())
                        .mapToObj(k -> stretch.estimate().rates().row(k).toArray()))
            .toArray(double[][]::new));
  }

  private static Matrix modelled(SparseModel model, FormulatedRows rows) {
    return Matrix.ofRows(
        rows.stretches().stream()
            .flatMap(
                stretch ->
                    IntStream.range(0, stretch.size())
                        .mapToObj(k -> rates(model, stretch.estimate().states().row(k))))
            .toArray(double[][]::new));
  }

  private static Matrix modelled(SparseModel model, Trajectory trial) {
    return Matrix.ofRows(
        IntStream.range(0, trial.size())
            .mapToObj(k -> rates(model, trial.states().row(k)))
            .toArray(double[][]::new));
  }

  private static Matrix published(int trial) {
    return PENDULUM.dataset().trajectories().get(trial).rates().orElseThrow();
  }

  private static double[] rates(SparseModel model, Vec state) {
    double[] rates = new double[state.size()];
    model.field().evaluator().rates(0, state.toArray(), rates);
    return rates;
  }

  /** 1 − Σ (y − ŷ)² / Σ (y − ȳ)² of each column. */
  private static Vec r2(Matrix y, Matrix predicted) {
    double[] r2 = new double[y.cols()];
    for (int c = 0; c < r2.length; c++) {
      double mean = DoubleStream.of(y.col(c).toArray()).average().orElseThrow();
      double error = y.col(c).minus(predicted.col(c)).norm();
      double spread = y.col(c).map(v -> v - mean).norm();
      r2[c] = 1 - error * error / (spread * spread);
    }
    return Vec.of(r2);
  }

  private static void accelerations(PrintStream out, SindyFit ofSlow) {
    // page: accelerations
    for (Trajectory trial : PENDULUM.dataset().trajectories()) {
      Vec r2 = r2(trial.rates().orElseThrow(), modelled(ofSlow.model(), trial));
      out.printf(
          Locale.ROOT,
          "trial %s: R² of the published accelerations %.3f, %.3f%n",
          trial.id(),
          r2.get(FIRST),
          r2.get(SECOND));
    }
    // page: end
  }

  private static void energy(PrintStream out, SindyFit ofSlow, SindyFit ofFast) {
    // page: energy
    for (SindyFit fit : List.of(ofSlow, ofFast)) {
      Vec energy = energy(ofSlow, fit.smoothed().first());
      List<String> samples = new ArrayList<>();
      for (int k = 0; k < energy.size(); k += 100) {
        samples.add(String.format(Locale.ROOT, "%.2f", energy.get(k)));
      }
      out.println(String.join(" ", samples));
    }
    // page: end
  }

  /** Of smoothed states, by the constants of a model: 0 at rest, 1 with both arms lifted by 90°. */
  private static Vec energy(SindyFit fit, Trajectory smooth) {
    double c = -coefficient(fit, FIRST, "t2'^2 sin(d)/D");
    double b = c / coefficient(fit, SECOND, "t1'^2 sin(d)/D");
    double weight1 = -coefficient(fit, FIRST, "sin(t1)/D");
    double weight2 = -coefficient(fit, SECOND, "sin(t2)/D") * b;
    double[] energy = new double[smooth.size()];
    for (int k = 0; k < energy.length; k++) {
      double t1 = smooth.states().get(k, 0);
      double t2 = smooth.states().get(k, 1);
      double o1 = smooth.states().get(k, 2);
      double o2 = smooth.states().get(k, 3);
      double motion = (o1 * o1 + b * o2 * o2) / 2 + c * Math.cos(t1 - t2) * o1 * o2;
      double height = weight1 * (1 - Math.cos(t1)) + weight2 * (1 - Math.cos(t2));
      energy[k] = (motion + height) / (weight1 + weight2);
    }
    return Vec.of(energy);
  }

  private static void forecast(PrintStream out, Path pictures, SindyFit ofSlow, SindyFit ofFast)
      throws IOException {
    // page: forecast
    for (SindyFit fit : List.of(ofSlow, ofFast)) {
      Dataset whole = unbroken(fit.smoothed());
      Replay replay = Replay.of(ofSlow.model(), whole, DormandPrince.defaults());
      out.printf(Locale.ROOT, "%s: followed for %.1f s%n", fit.data().name(), replay.validTime());
    }
    // page: end
    Files.write(
        pictures.resolve("figure.png"),
        Figure.of(
                replayed(ofSlow, drawn(ofSlow)),
                agreement(estimated(ofFast.rows()), modelled(ofSlow.model(), ofFast.rows())),
                agreement(published(0), modelled(ofSlow.model(), PENDULUM.dataset().first())))
            .png());
  }

  /** The same samples without gaps: a forecast need not stop where the camera did. */
  private static Dataset unbroken(Dataset data) {
    Trajectory first = data.first();
    return new Dataset(
        data.name(),
        data.schema(),
        List.of(Trajectory.of(first.id(), first.times(), first.states())),
        List.of());
  }

  /** The forecast with enough points for a smooth line. */
  private static Solution drawn(SindyFit fit) {
    Trajectory smooth = fit.smoothed().first();
    double from = smooth.times().first();
    double step = (smooth.times().last() - from) / 1500;
    Vec times = Vec.of(IntStream.rangeClosed(0, 1500).mapToDouble(k -> from + k * step).toArray());
    return DormandPrince.defaults().integrate(fit.model().field(), smooth.initialState(), times);
  }

  /** Angles and energy: measured, and as forecast from the first smoothed state. */
  private static ReplayPanel replayed(SindyFit fit, Solution forecast) {
    Trajectory measured = fit.data().first();
    Trajectory smooth = fit.smoothed().first();
    Trajectory replay = Trajectory.of("replay", forecast.times(), forecast.states());
    List<ReplayPanel.State> states = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      states.add(
          new ReplayPanel.State(
              "t" + (i + 1) + " [rad]",
              new Curve(measured.times(), measured.states().col(i)),
              new Curve(forecast.times(), forecast.states().col(i))));
    }
    states.add(
        new ReplayPanel.State(
            "energy",
            new Curve(smooth.times(), energy(fit, smooth)),
            new Curve(replay.times(), energy(fit, replay))));
    return new ReplayPanel("time [s]", states, List.of(), "");
  }

  private static DerivativePanel agreement(Matrix estimated, Matrix modelled) {
    return new DerivativePanel(
        List.of(
            new DerivativePanel.Rates("t1_dot", estimated.col(FIRST), modelled.col(FIRST)),
            new DerivativePanel.Rates("t2_dot", estimated.col(SECOND), modelled.col(SECOND))));
  }
}
