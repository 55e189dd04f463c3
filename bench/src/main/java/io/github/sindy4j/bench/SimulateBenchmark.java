package io.github.sindy4j.bench;

import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.VectorField;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Lorenz 63 to T = 100 at tolerance 1e-10, 10 001 requested times. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SimulateBenchmark {
  private final KnownSystem lorenz = Systems.named("lorenz63");
  private final VectorField model = lorenz.model().field();
  private final DormandPrince solver = DormandPrince.defaults().withTolerance(1e-10);
  private final Vec times =
      Vec.adopt(IntStream.rangeClosed(0, 10_000).mapToDouble(k -> 0.01 * k).toArray());

  /** The right-hand side of a fitted model: W θ(x). */
  @Benchmark
  public Object model() {
    return solver.integrate(model, lorenz.starts().get(0), times);
  }

  /** The same equations as hand-written code. */
  @Benchmark
  public Object formula() {
    return solver.integrate(lorenz.field(), lorenz.starts().get(0), times);
  }
}
