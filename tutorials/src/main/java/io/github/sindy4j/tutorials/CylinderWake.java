package io.github.sindy4j.tutorials;

import io.github.sindy4j.Approach;
import io.github.sindy4j.Enforcement;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.datasets.Measured;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.report.Curve;
import io.github.sindy4j.report.Figure;
import io.github.sindy4j.report.Flow;
import io.github.sindy4j.report.PhasePanel;
import io.github.sindy4j.report.ReplayPanel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Lesson 11: the wake behind a cylinder, from rest to its cycle, with its phase enforced. */
public final class CylinderWake implements Tutorial {
  private static final int SEEDS = 5;

  /** Runs set off from this sample, at t = 50. */
  private static final int START = 500;

  /** From this sample on, at t = 200, the cycle is reached. */
  private static final int CYCLE = 2000;

  /** A run is lost when it is so far from the data in the plane of a1 and a2. */
  private static final double LOST = 0.4;

  @Override
  public String folder() {
    return "11-cylinder-wake";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    // page: data
    Measured bundled = Measured.named("cylinder-wake");
    Dataset modes = bundled.dataset(bundled.options().withStates("a1", "a2", "shift"));
    Dataset wake = inUnitsOfItsCycle(modes);
    out.println(cycle(wake.first().times(), wake.first().states()));
    // page: end

    // page: enforce
    Sindy quadratic = Sindy.over(PolynomialLibrary.ofDegree(2)).constrainedBy("shift: shift = 0");
    SindyFit fit = quadratic.enforcing("phase(a1,a2)").fit(wake);
    fit.model().equations().forEach(out::println);
    Enforcement demands = fit.enforcement().orElseThrow();
    out.println(demands.freeCoefficients() + " of " + demands.unknowns() + " are free");
    Solution meanField = run(fit, wake);
    out.println(cycle(meanField.times(), meanField.states()));
    // page: end

    // page: compare
    Sindy cubic = Sindy.over(PolynomialLibrary.ofDegree(3)).constrainedBy("shift: shift = 0");
    out.println("degree         free  terms  held-out 1 - R²  followed");
    for (Sindy sindy : List.of(quadratic, cubic)) {
      row(out, "alone", sindy.fit(wake), wake);
      row(out, "phase", sindy.enforcing("phase(a1,a2)").fit(wake), wake);
    }
    // page: end

    // page: higher
    Sindy higher =
        Sindy.over(
            LibrarySpec.parse(
                "expr(1, shift, shift^2) * expr(a1, a2)"
                    + " + expr(a1^2, a1*a2, a2^2, shift^2, shift^3)"));
    SindyFit seen = higher.enforcing("phase(a1,a2)").fit(cut(shaken(wake, 1), 150));
    seen.model().equations().forEach(out::println);
    out.println(seen.enforcement().orElseThrow().freeCoefficients() + " are free");
    // page: end

    // page: noise
    Sindy free = higher.formulatedBy(Approach.parse("smoother:any-form"));
    out.println("record to    frequencies found                followed, median");
    for (double until : new double[] {100, 150, 300}) {
      noisy(out, "free  ", free, wake, until);
      noisy(out, "chosen", higher, wake, until);
      noisy(out, "phase ", higher.enforcing("phase(a1,a2)"), wake, until);
    }
    // page: end

    Files.write(pictures.resolve("figure.png"), figure(wake, run(seen, wake)).png());
  }

  /** a1, a2 divided by their amplitudes on the cycle, the shift mode by its mean there. */
  private static Dataset inUnitsOfItsCycle(Dataset modes) {
    Trajectory first = modes.first();
    int rows = first.size() - CYCLE;
    double[] unit = new double[3];
    for (int i = 0; i < 3; i++) {
      double size = first.states().col(i).slice(CYCLE, first.size()).norm() / Math.sqrt(rows);
      unit[i] = i < 2 ? Math.sqrt(2) * size : size;
    }
    double[] states = first.states().toArray();
    for (int k = 0; k < states.length; k++) {
      states[k] /= unit[k % 3];
    }
    return like(modes, first.times(), Matrix.adopt(first.size(), 3, states));
  }

  private static Dataset like(Dataset data, Vec times, Matrix states) {
    Trajectory one = Trajectory.of("1", times, states);
    return new Dataset(data.name(), data.schema(), List.of(one), List.of());
  }

  private static Dataset cut(Dataset data, double until) {
    Vec times = data.first().times();
    int size = (int) IntStream.range(0, times.size()).filter(k -> times.get(k) <= until).count();
    return like(data, times.slice(0, size), data.first().states().rowSlice(0, size));
  }

  /** With noise of a tenth of the radius of the cycle. */
  private static Dataset shaken(Dataset data, long seed) {
    Random noise = new Random(seed);
    Matrix states = data.first().states().map(x -> x + 0.1 * noise.nextGaussian());
    return like(data, data.first().times(), states);
  }

  /** The model from t = 50 to the end of the data. */
  private static Solution run(SindyFit fit, Dataset wake) {
    Trajectory first = wake.first();
    return DormandPrince.defaults()
        .integrate(
            fit.model().field(),
            first.states().row(START),
            first.times().slice(START, first.size()));
  }

  /** Radius and frequency over the last hundred time units. */
  private static String cycle(Vec times, Matrix states) {
    int from = times.size() - 1000;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int k = from; k < times.size(); k++) {
      double radius = Math.hypot(states.get(k, 0), states.get(k, 1));
      least = Math.min(least, radius);
      most = Math.max(most, radius);
    }
    return String.format(
        Locale.ROOT,
        "cycle: radius %.3f to %.3f, frequency %.4f",
        least,
        most,
        frequency(times, states));
  }

  /** The mean rate of the phase over the last hundred time units. */
  private static double frequency(Vec times, Matrix states) {
    int from = times.size() - 1000;
    double turned = 0;
    for (int k = from + 1; k < times.size(); k++) {
      double step = angle(states, k) - angle(states, k - 1);
      turned += step - 2 * Math.PI * Math.round(step / (2 * Math.PI));
    }
    return turned / (times.last() - times.get(from));
  }

  private static double angle(Matrix states, int k) {
    return Math.atan2(states.get(k, 1), states.get(k, 0));
  }

  /** How long a run stays near the data. */
  private static double followed(Solution run, Dataset wake) {
    Matrix data = wake.first().states();
    Matrix model = run.states();
    int k = 0;
    while (k + 1 < model.rows()
        && Math.hypot(
                model.get(k + 1, 0) - data.get(START + k + 1, 0),
                model.get(k + 1, 1) - data.get(START + k + 1, 1))
            < LOST) {
      k++;
    }
    return run.times().get(k) - run.times().first();
  }

  private static void row(PrintStream out, String name, SindyFit fit, Dataset wake) {
    out.printf(
        Locale.ROOT,
        "%d, %s %10d %6d %16.1e %8.0f%n",
        fit.model().library().size() == 10 ? 2 : 3,
        name,
        fit.enforcement().orElseThrow().freeCoefficients(),
        fit.model().activeTerms(),
        1 - fit.heldOut().orElseThrow().r2().first(),
        followed(run(fit, wake), wake));
  }

  private static void noisy(PrintStream out, String name, Sindy sindy, Dataset wake, double until) {
    List<Solution> runs =
        IntStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> run(sindy.fit(cut(shaken(wake, seed), until)), wake))
            .toList();
    StringBuilder found = new StringBuilder();
    for (Solution run : runs) {
      found.append(
          run.isComplete()
              ? String.format(Locale.ROOT, " %.3f", frequency(run.times(), run.states()))
              : "  lost");
    }
    double[] followed = runs.stream().mapToDouble(run -> followed(run, wake)).sorted().toArray();
    out.printf(Locale.ROOT, "%3.0f, %s %s %9.0f%n", until, name, found, followed[SEEDS / 2]);
  }

  private static Figure figure(Dataset wake, Solution run) {
    Trajectory first = wake.first();
    List<ReplayPanel.State> states = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      states.add(
          new ReplayPanel.State(
              wake.schema().stateNames().get(i),
              new Curve(first.times(), first.states().col(i)),
              new Curve(run.times(), run.states().col(i))));
    }
    return Figure.of(
        new ReplayPanel("t", states, List.of(), ""),
        plane("a1", 0, "a2", 1, first.states(), run.states()),
        plane("a1", 0, "shift", 2, first.states(), run.states()));
  }

  private static PhasePanel plane(String x, int i, String y, int j, Matrix data, Matrix run) {
    return new PhasePanel(
        x, y, new Curve(data.col(i), data.col(j)), new Curve(run.col(i), run.col(j)), Flow.NONE);
  }
}
