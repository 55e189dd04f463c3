package io.github.sindy4j.bench;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One right-hand side of a model, and one Jacobian. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvaluateBenchmark {
  /** Three quadratic equations, twenty of them on a ring, four with sine and cosine. */
  @Param({"lorenz", "lorenz96", "pendulum"})
  public String flow = "";

  private Evaluator evaluator = (t, x, rates) -> {};
  private double[] point = {};
  private double[] rates = {};
  private double[] slopes = {};

  /** Makes the evaluator. */
  @Setup
  public void prepare() {
    Flow chosen =
        switch (flow) {
          case "lorenz" -> Flow.lorenz();
          case "lorenz96" -> Flow.lorenz96();
          case "pendulum" -> Flow.pendulum();
          default -> throw new IllegalArgumentException(flow);
        };
    evaluator = chosen.model().field().evaluator();
    Vec start = chosen.start();
    point = start.toArray();
    rates = new double[start.size()];
    slopes = new double[start.size() * start.size()];
  }

  /** f(x). */
  @Benchmark
  public Object rates() {
    evaluator.rates(0, point, rates);
    return rates;
  }

  /** ∂f/∂x (x). */
  @Benchmark
  public Object jacobian() {
    evaluator.jacobian(0, point, slopes);
    return slopes;
  }
}
