package io.github.sindy4j.tutorials;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.report.ComparisonPanel;
import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import io.github.sindy4j.report.Curve;
import io.github.sindy4j.report.Figure;
import io.github.sindy4j.report.Flow;
import io.github.sindy4j.report.PhasePanel;
import io.github.sindy4j.report.ReplayPanel;
import io.github.sindy4j.smoother.SmootherFit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Lesson 9: the equations of Lorenz behind noise, with nothing chosen by hand. */
public final class NoisyLorenz implements Tutorial {
  private static final int SEEDS = 5;

  @Override
  public String folder() {
    return "09-noisy-lorenz";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: fit
    Simulation lorenz = Systems.named("lorenz63").simulation();
    Dataset noisy = lorenz.withNoisePercent(20).dataset();
    SindyFit fit = Sindy.automatic().fit(noisy);
    fit.model().equations().forEach(out::println);
    out.println("library: " + fit.settings().get("library"));
    out.println("formulation: " + fit.settings().get("formulation"));
    // page: end

    // page: intervals
    SparseModel truth = lorenz.system().model(PolynomialLibrary.ofDegree(3));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < truth.library().size(); j++) {
        if (fit.model().coefficients().get(i, j) != 0) {
          out.printf(
              Locale.ROOT,
              "%s'  %-3s  %6.2f ± %.2f   true %6.2f%n",
              truth.schema().stateNames().get(i),
              truth.library().termNames().get(j),
              fit.model().coefficients().get(i, j),
              fit.halfWidths().get(i, j),
              truth.coefficients().get(i, j));
        }
      }
    }
    // page: end

    // page: states
    Dataset exact = lorenz.dataset();
    SmootherFit smoothing = fit.smoothing().orElseThrow();
    out.printf(
        Locale.ROOT,
        "noise in x: %.2f measured, %.2f estimated%n",
        deviations(noisy, exact).first(),
        smoothing.noise().first());
    out.printf(
        Locale.ROOT, "smoothed x is off by %.2f%n", deviations(fit.smoothed(), exact).first());
    out.printf(Locale.ROOT, "variance of what is left: %.3f%n", smoothing.residualVariance());
    // page: end

    // page: levels
    out.println("noise   exact form   error of W   intervals that hold   states off by");
    List<List<Draw>> levels = new ArrayList<>();
    for (int percent : new int[] {5, 10, 20, 30}) {
      List<Draw> draws = draws(lorenz.withNoisePercent(percent), SEEDS * levels.size());
      levels.add(draws);
      out.printf(
          Locale.ROOT,
          "%3d %%      %d of %d      %6.4f       %2d of %2d            %.1f %%%n",
          percent,
          draws.stream().filter(Draw::exactForm).count(),
          draws.size(),
          median(draws, Draw::coefficients),
          draws.stream().mapToInt(Draw::inside).sum(),
          draws.stream().mapToInt(Draw::intervals).sum(),
          100 * median(draws, Draw::smoothed));
    }
    // page: end

    // page: attractor
    DormandPrince integrator = DormandPrince.defaults();
    Replay replay = Replay.from(fit.smoothed(), fit.model(), exact, Between.LINEAR, integrator);
    out.printf(Locale.ROOT, "follows the exact states for %.1f%n", replay.validTime());
    Vec times = exact.first().times().map(t -> 4 * t);
    Vec start = fit.smoothed().first().initialState();
    Solution attractor = integrator.integrate(fit.model().field(), start, times);
    // page: end

    Files.write(
        pictures.resolve("figure.png"),
        Figure.of(
                replayed(noisy, replay.runs().get(0).solution()),
                plane(noisy.first().states(), attractor.states()),
                errors(levels))
            .png());
  }

  /**
   * What one draw of the noise gives.
   *
   * @param percent of noise
   * @param exactForm whether exactly the true terms were found
   * @param coefficients ‖W − W*‖ / ‖W*‖
   * @param intervals how many intervals there are of true terms
   * @param inside how many of them hold the true value
   * @param measured the mean deviation of measured states, in parts of their spread
   * @param smoothed that of smoothed states
   */
  private record Draw(
      double percent,
      boolean exactForm,
      double coefficients,
      int intervals,
      int inside,
      double measured,
      double smoothed) {}

  private static List<Draw> draws(Simulation lorenz, int before) {
    return IntStream.rangeClosed(1, SEEDS)
        .parallel()
        .mapToObj(seed -> draw(lorenz.withSeed(before + seed)))
        .toList();
  }

  private static Draw draw(Simulation simulation) {
    Dataset exact = simulation.withNoisePercent(0).dataset();
    Dataset noisy = simulation.dataset();
    SindyFit fit = Sindy.automatic().fit(noisy);
    SparseModel truth = simulation.system().model(PolynomialLibrary.ofDegree(3));
    double[] error = fit.model().coefficients().minus(truth.coefficients()).toArray();
    double[] half = fit.halfWidths().toArray();
    double[] w = truth.coefficients().toArray();
    int[] terms = IntStream.range(0, w.length).filter(k -> w[k] != 0).toArray();
    return new Draw(
        simulation.noisePercent(),
        fit.model().hasFormOf(truth),
        Vec.of(error).norm() / truth.coefficients().norm(),
        terms.length,
        (int) IntStream.of(terms).filter(k -> Math.abs(error[k]) <= half[k]).count(),
        relative(noisy, exact),
        relative(fit.smoothed(), exact));
  }

  /** √(mean (x − x*)²) of each state. */
  private static Vec deviations(Dataset states, Dataset exact) {
    Matrix off = states.first().states().minus(exact.first().states());
    return Vec.of(
        IntStream.range(0, 3)
            .mapToDouble(i -> off.col(i).norm() / Math.sqrt(off.rows()))
            .toArray());
  }

  /** The mean of the deviations, each divided by the spread of its state. */
  private static double relative(Dataset states, Dataset exact) {
    Vec off = deviations(states, exact);
    return IntStream.range(0, 3)
        .mapToDouble(i -> off.get(i) / spread(exact.first().states().col(i)))
        .average()
        .orElseThrow();
  }

  private static double spread(Vec x) {
    double mean = DoubleStream.of(x.toArray()).average().orElseThrow();
    return x.map(v -> v - mean).norm() / Math.sqrt(x.size());
  }

  private static double median(List<Draw> draws, ToDoubleFunction<Draw> value) {
    return draws.stream().mapToDouble(value).sorted().toArray()[draws.size() / 2];
  }

  /** Every 25th noisy sample of the first 2.8 time units, and the replay. */
  private static ReplayPanel replayed(Dataset noisy, Solution replay) {
    Trajectory first = noisy.first();
    int shown = 1400;
    int[] rows = IntStream.iterate(0, k -> k < shown, k -> k + 25).toArray();
    List<ReplayPanel.State> states = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int state = i;
      Vec t = Vec.of(IntStream.of(rows).mapToDouble(k -> first.times().get(k)).toArray());
      Vec x = Vec.of(IntStream.of(rows).mapToDouble(k -> first.states().get(k, state)).toArray());
      states.add(
          new ReplayPanel.State(
              noisy.schema().stateNames().get(i),
              new Curve(t, x),
              new Curve(replay.times().slice(0, shown), replay.states().col(i).slice(0, shown))));
    }
    return new ReplayPanel("t", states, List.of(), "");
  }

  private static PhasePanel plane(Matrix noisy, Matrix found) {
    return new PhasePanel(
        "x",
        "z",
        new Curve(noisy.col(0), noisy.col(2)),
        new Curve(found.col(0), found.col(2)),
        Flow.NONE);
  }

  private static ComparisonPanel errors(List<List<Draw>> levels) {
    return new ComparisonPanel(
        "five draws each",
        "noise, % of the spread",
        "relative error",
        List.of(
            series("measured states", Look.REFERENCE, levels, Draw::measured),
            series("smoothed states", Look.MEASURED, levels, Draw::smoothed),
            series("coefficients", Look.MEASURED, levels, Draw::coefficients)),
        true);
  }

  private static Series series(
      String name, Look look, List<List<Draw>> levels, ToDoubleFunction<Draw> value) {
    return new Series(
        name,
        look,
        levels.stream()
            .map(
                draws ->
                    new Point(
                        draws.get(0).percent(),
                        median(draws, value),
                        draws.stream().mapToDouble(value).min().orElseThrow(),
                        draws.stream().mapToDouble(value).max().orElseThrow()))
            .toList());
  }
}
