package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Figures such as fits give them: a long clean trajectory, a short rough one, a broken one, and one
 * with many states.
 */
final class Samples {
  /**
   * Pelts in thousands, 1900–1920: Hudson's Bay Company, as tabulated in Odum, Fundamentals of
   * Ecology (1953).
   */
  private static final double[] HARE = {
    30, 47.2, 70.2, 77.4, 36.3, 20.6, 18.1, 21.4, 22, 25.4, 27.1, 40.3, 57, 76.6, 52.3, 19.5, 11.2,
    7.6, 14.6, 16.2, 24.7
  };

  private static final double[] LYNX = {
    4, 6.1, 9.8, 35.2, 59.4, 41.7, 19, 13, 8.3, 9.1, 7.4, 8, 12.3, 19.5, 45.7, 51.1, 29.7, 15.8,
    9.7, 10.1, 8.6
  };

  private Samples() {}

  static double[] lorenz(double[] s) {
    return new double[] {
      10 * (s[1] - s[0]), s[0] * (28 - s[2]) - s[1], s[0] * s[1] - 8.0 / 3 * s[2]
    };
  }

  /** Classical Runge–Kutta: row k is the state at k·dt. */
  static double[][] solve(UnaryOperator<double[]> f, double[] start, double dt, int samples) {
    double[][] states = new double[samples][];
    states[0] = start.clone();
    for (int k = 1; k < samples; k++) {
      double[] x = states[k - 1];
      double[] a = f.apply(x);
      double[] b = f.apply(step(x, a, dt / 2));
      double[] c = f.apply(step(x, b, dt / 2));
      double[] d = f.apply(step(x, c, dt));
      double[] next = x.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += dt / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
      }
      states[k] = next;
    }
    return states;
  }

  private static double[] step(double[] x, double[] slope, double dt) {
    double[] moved = x.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += dt * slope[i];
    }
    return moved;
  }

  static Vec column(double[][] states, int j) {
    double[] values = new double[states.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = states[i][j];
    }
    return Vec.adopt(values);
  }

  static Vec times(double from, double dt, int samples) {
    double[] t = new double[samples];
    for (int i = 0; i < samples; i++) {
      t[i] = from + i * dt;
    }
    return Vec.adopt(t);
  }

  static Vec noisy(Vec values, double sigma, long seed) {
    Random random = new Random(seed);
    return values.map(value -> value + sigma * random.nextGaussian());
  }

  static Flow flow(Range x, Range y, int across, int up, UnaryOperator<double[]> f) {
    double[][] parts = new double[4][across * up];
    for (int i = 0; i < across; i++) {
      for (int j = 0; j < up; j++) {
        int k = i * up + j;
        parts[0][k] = x.min() + (i + 0.5) / across * x.span();
        parts[1][k] = y.min() + (j + 0.5) / up * y.span();
        double[] rate = f.apply(new double[] {parts[0][k], parts[1][k]});
        parts[2][k] = rate[0];
        parts[3][k] = rate[1];
      }
    }
    return new Flow(Vec.of(parts[0]), Vec.of(parts[1]), Vec.of(parts[2]), Vec.of(parts[3]));
  }

  static ForestPanel.Row row(String equation, String term, double value, double half) {
    return new ForestPanel.Row(equation, term, value, value - half, value + half);
  }

  static ForestPanel forest(List<Equation> equations) {
    List<ForestPanel.Row> rows = new ArrayList<>();
    for (Equation equation : equations) {
      equation
          .terms()
          .forEach(
              term -> rows.add(row(equation.name(), term.name(), term.value(), term.halfWidth())));
    }
    return new ForestPanel(rows);
  }

  static ParetoPanel pareto(int chosen, double... errors) {
    List<ParetoPanel.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < errors.length; i++) {
      candidates.add(new ParetoPanel.Candidate(i + 1, errors[i], i + 1 == chosen));
    }
    return new ParetoPanel(candidates, "held-out error");
  }

  static DerivativePanel.Rates rates(String state, Vec model, double sigma, long seed) {
    return new DerivativePanel.Rates(state, noisy(model, sigma, seed), model);
  }

  static final List<Equation> LORENZ_EQUATIONS =
      List.of(
          new Equation("x", List.of(term("x", -10.0031, 0.0213), term("y", 10.0027, 0.0188))),
          new Equation(
              "y",
              List.of(
                  term("x", 27.991, 0.047),
                  term("y", -0.9973, 0.012),
                  term("x z", -0.99981, 0.0012))),
          new Equation("z", List.of(term("z", -2.6664, 0.0061), term("x y", 0.99992, 0.00087))));

  static Equation.Term term(String name, double value, double half) {
    return new Equation.Term(name, value, half);
  }

  static Figure lorenz() {
    int samples = 10_000;
    double[][] truth = solve(Samples::lorenz, new double[] {-8, 7, 27}, 0.002, samples);
    double[][] replay =
        solve(s -> lorenz(new double[] {s[0] * 1.0005, s[1], s[2]}), truth[0], 0.002, samples);
    Vec t = times(0, 0.002, samples);
    List<ReplayPanel.State> states = new ArrayList<>();
    List<DerivativePanel.Rates> rates = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      String name = "xyz".substring(j, j + 1);
      states.add(
          new ReplayPanel.State(
              name,
              new Curve(t, noisy(column(truth, j), 0.2, j)),
              new Curve(t, column(replay, j))));
      double[] rate = new double[samples];
      for (int k = 0; k < samples; k++) {
        rate[k] = lorenz(truth[k])[j];
      }
      rates.add(rates(name, Vec.of(rate), 4, 10 + j));
    }
    Curve data = new Curve(noisy(column(truth, 0), 0.2, 0), noisy(column(truth, 2), 0.2, 2));
    Flow flow =
        flow(
            new Range(-20, 20),
            new Range(2, 48),
            18,
            11,
            s -> {
              double[] rate = lorenz(new double[] {s[0], s[0], s[1]});
              return new double[] {rate[0] + 10 * (s[0] * (28 - s[1])) * 0.02, rate[2]};
            });
    return Figure.empty()
        .with(new ReplayPanel("t", states, List.of(), ""))
        .with(new PhasePanel("x", "z", data, new Curve(column(replay, 0), column(replay, 2)), flow))
        .with(forest(LORENZ_EQUATIONS))
        .with(
            pareto(
                7, 0.9, 0.71, 0.52, 0.31, 0.12, 0.04, 3.1e-4, 3.0e-4, 3.05e-4, 3.2e-4, 3.4e-4,
                3.9e-4))
        .with(new DerivativePanel(rates));
  }

  static Figure lorenzWithSpectrum() {
    Vec values = Vec.of(52, 41, 33, 27, 12, 8.8, 4.1, 2.9, 1.1, 0.43, 3.1e-4, 8e-5);
    return lorenz().with(new SpectrumPanel(SymmetrySamples.candidates(values, 0.01), 0.01));
  }

  static final List<Equation> HARE_EQUATIONS =
      List.of(
          new Equation(
              "hare",
              List.of(
                  term("1", -3.1, 5.2),
                  term("hare", 0.581, 0.19),
                  term("hare lynx", -0.0264, 0.0093))),
          new Equation(
              "lynx", List.of(term("lynx", -0.893, 0.31), term("hare lynx", 0.0237, 0.0081))));

  static Figure hareAndLynx() {
    double[][] model =
        solve(
            s ->
                new double[] {
                  0.53 * s[0] - 0.0264 * s[0] * s[1], -0.893 * s[1] + 0.0237 * s[0] * s[1]
                },
            new double[] {30, 4},
            0.05,
            401);
    Vec years = times(1900, 1, 21);
    Vec dense = times(1900, 0.05, 401);
    Curve hares = new Curve(dense, column(model, 0));
    Curve lynxes = new Curve(dense, column(model, 1));
    Flow flow =
        flow(
            new Range(0, 85),
            new Range(0, 68),
            16,
            10,
            s ->
                new double[] {
                  0.53 * s[0] - 0.0264 * s[0] * s[1], -0.893 * s[1] + 0.0237 * s[0] * s[1]
                });
    return Figure.empty()
        .with(
            new ReplayPanel(
                "year",
                List.of(
                    new ReplayPanel.State("hare", new Curve(years, Vec.of(HARE)), hares),
                    new ReplayPanel.State("lynx", new Curve(years, Vec.of(LYNX)), lynxes)),
                List.of(),
                ""))
        .with(
            new PhasePanel(
                "hare",
                "lynx",
                new Curve(Vec.of(HARE), Vec.of(LYNX)),
                new Curve(hares.y(), lynxes.y()),
                flow))
        .with(forest(HARE_EQUATIONS))
        .with(pareto(5, 1.02, 0.83, 0.6, 0.41, 0.32, 0.33, 0.39, 0.36, 0.52, 0.9))
        .with(
            new DerivativePanel(
                List.of(
                    new DerivativePanel.Rates("hare", noisy(rate(HARE), 5, 3), rate(HARE)),
                    new DerivativePanel.Rates("lynx", noisy(rate(LYNX), 5, 4), rate(LYNX)))));
  }

  private static Vec rate(double[] x) {
    double[] rate = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int a = Math.max(0, i - 1);
      int b = Math.min(x.length - 1, i + 1);
      rate[i] = (x[b] - x[a]) / (b - a);
    }
    return Vec.of(rate);
  }

  static final List<Equation> TANK_EQUATIONS =
      List.of(
          new Equation(
              "level",
              List.of(term("level", 0.0000412, 0.0000021), term("level^3", -0.9e-7, 2e-8))));

  static Figure brokenTank() {
    int samples = 700;
    double[] t = new double[samples];
    double[] level = new double[samples];
    for (int i = 0; i < samples; i++) {
      t[i] = 1_700_000_000.0 + 10 * i + (i > 400 ? 1500 : 0);
      level[i] = 3.2e-6 * (1 + 0.4 * Math.sin(i / 55.0) + 0.02 * Math.sin(i * 1.7));
    }
    double[] replay = new double[220];
    for (int i = 0; i < replay.length; i++) {
      replay[i] =
          level[0] * (1 + 0.35 * Math.sin(i / 54.0)) * (i > 190 ? Math.exp((i - 190) * 0.3) : 1);
    }
    Vec times = Vec.of(t);
    ReplayPanel.State state =
        new ReplayPanel.State(
            "level",
            new Curve(times, Vec.of(level)),
            new Curve(times.slice(0, 220), Vec.of(replay)));
    Interval gap = new Interval(t[400], t[401]);
    return Figure.empty()
        .with(
            new ReplayPanel(
                "time (s)", List.of(state), List.of(gap), "replay left the region at t = 2190"))
        .with(forest(TANK_EQUATIONS))
        .with(pareto(2, 3e-3, 2.1e-3, 2.2e-3, Double.POSITIVE_INFINITY, Double.NaN))
        .with(
            new DerivativePanel(
                List.of(rates("level", Vec.of(level).map(v -> 1e-3 * (v - 3.2e-6)), 2e-10, 7))));
  }

  static List<Equation> ringEquations() {
    Random random = new Random(5);
    List<Equation> equations = new ArrayList<>();
    String[] terms = {"theta_1", "theta_2", "sin(theta_1)", "omega1 omega2", "omega3^2 theta_1"};
    String[] states = {"theta_1", "omega1", "theta_2", "omega2", "theta_3", "omega3"};
    for (int i = 0; i < 6; i++) {
      List<Equation.Term> list = new ArrayList<>();
      for (int j = 0; j < (i == 0 ? 5 : 4); j++) {
        double value = Math.pow(10, 4 * random.nextDouble() - 2) * (random.nextBoolean() ? 1 : -1);
        list.add(
            term(
                terms[(i + j) % 5],
                value,
                Math.abs(value) * Math.pow(10, -3 * random.nextDouble())));
      }
      equations.add(new Equation(states[i], list));
    }
    return equations;
  }

  static Figure ringOfSix() {
    int samples = 20_000;
    Vec t = times(0, 0.01, samples);
    List<ReplayPanel.State> states = new ArrayList<>();
    List<DerivativePanel.Rates> rates = new ArrayList<>();
    List<Equation> equations = ringEquations();
    for (int j = 0; j < 6; j++) {
      int k = j;
      double size = Math.pow(10, j - 2);
      Vec x = t.map(s -> size * (Math.sin((1 + 0.3 * k) * s) + 0.3 * Math.sin(3.1 * s + k)));
      states.add(
          new ReplayPanel.State(
              equations.get(j).name(), new Curve(t, noisy(x, 0.05 * size, j)), new Curve(t, x)));
      rates.add(rates(equations.get(j).name(), x, 0.15 * size, j));
    }
    Curve plane = new Curve(states.get(0).data().y(), states.get(1).data().y());
    Curve replay = new Curve(states.get(0).replay().y(), states.get(1).replay().y());
    return Figure.empty()
        .with(new ReplayPanel("t", states, List.of(), ""))
        .with(new PhasePanel("theta_1", "omega1", plane, replay, Flow.NONE))
        .with(forest(equations))
        .with(
            pareto(
                25,
                IntStream.range(0, 60)
                    .mapToDouble(i -> 2 * Math.exp(-i * 0.15) + 0.02 + i * 2e-4)
                    .toArray()))
        .with(new DerivativePanel(rates));
  }
}
