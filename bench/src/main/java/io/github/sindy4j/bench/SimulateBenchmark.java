package io.github.sindy4j.bench;

import io.github.sindy4j.integrators.Method;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.VectorField;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Lorenz 63 to T = 100 at tolerance 1e-10 with 10 001 requested times, van der Pol with μ = 1000 to
 * T = 2000 at 1e-8, Lorenz 96 with 20 states to T = 20 at 1e-8 with 2001 times: each as a fitted
 * model W θ(x) and as hand-written code. An explicit method takes seconds for van der Pol.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SimulateBenchmark {
  /** The problem. */
  @Param({"lorenz", "van-der-pol", "lorenz96"})
  public String flow = "";

  /** The method, as the command line names it. */
  @Param({"auto", "dormand-prince", "gragg-bulirsch-stoer", "adams", "radau"})
  public String integrator = "";

  private Vec start = Vec.of();
  private Vec times = Vec.of();
  private Integrator solver = Method.AUTO.withTolerances(1e-8, 1e-8);
  private VectorField model = field(0, (t, x, rates) -> {});
  private VectorField formula = model;

  /** Chooses the problem and the method. */
  @Setup
  public void prepare() {
    Flow chosen =
        switch (flow) {
          case "lorenz" -> Flow.lorenz();
          case "van-der-pol" -> Flow.vanDerPol();
          case "lorenz96" -> Flow.lorenz96();
          default -> throw new IllegalArgumentException(flow);
        };
    start = chosen.start();
    model = chosen.model().field();
    formula = field(start.size(), written(flow));
    times =
        switch (flow) {
          case "lorenz" -> grid(10_000, 0.01);
          case "lorenz96" -> grid(2_000, 0.01);
          default -> Vec.of(0, 2000);
        };
    double tolerance = flow.equals("lorenz") ? 1e-10 : 1e-8;
    solver = Method.named(integrator).withTolerances(tolerance, tolerance);
  }

  /** The right-hand side of a fitted model: W θ(x). */
  @Benchmark
  public Object model() {
    return solver.integrate(model, start, times);
  }

  /** The same equations as hand-written code, without a Jacobian. */
  @Benchmark
  public Object formula() {
    return solver.integrate(formula, start, times);
  }

  private static Vec grid(int steps, double step) {
    return Vec.of(IntStream.rangeClosed(0, steps).mapToDouble(k -> step * k).toArray());
  }

  private static Evaluator written(String flow) {
    return switch (flow) {
      case "lorenz" ->
          (t, x, f) -> {
            f[0] = 10 * (x[1] - x[0]);
            f[1] = x[0] * (28 - x[2]) - x[1];
            f[2] = x[0] * x[1] - 8.0 / 3 * x[2];
          };
      case "van-der-pol" ->
          (t, x, f) -> {
            f[0] = x[1];
            f[1] = 1000 * (1 - x[0] * x[0]) * x[1] - x[0];
          };
      default ->
          (t, x, f) -> {
            int n = x.length;
            for (int i = 0; i < n; i++) {
              f[i] = (x[(i + 1) % n] - x[(i + n - 2) % n]) * x[(i + n - 1) % n] - x[i] + 8;
            }
          };
    };
  }

  private static VectorField field(int dimension, Evaluator evaluator) {
    return new VectorField() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public Evaluator evaluator() {
        return evaluator;
      }
    };
  }
}
