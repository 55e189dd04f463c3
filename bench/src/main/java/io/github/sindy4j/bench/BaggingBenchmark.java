package io.github.sindy4j.bench;

import io.github.sindy4j.Bagging;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.regress.Stlsq;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A fit of Lorenz 63, degree 3, with 100 models of resampled blocks beside it, from samples in
 * memory, on all cores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BaggingBenchmark {
  /** The number of samples. */
  @Param({"10000", "100000"})
  public int samples;

  private Dataset data = Simulation.of(Systems.named("lorenz63")).withSamples(2).dataset();

  /** Simulates the samples. */
  @Setup
  public void simulate() {
    data = Simulation.of(Systems.named("lorenz63")).withSamples(samples).dataset();
  }

  private Object bagged(Stlsq regressor) {
    return Sindy.over(PolynomialLibrary.ofDegree(3))
        .differentiatedBy(FiniteDifference.ofOrder(2))
        .solvedBy(regressor)
        .withEnsemble(Bagging.defaults())
        .fit(data);
  }

  /** Each model with a given threshold. */
  @Benchmark
  public Object threshold() {
    return bagged(Stlsq.defaults().withThreshold(0.1));
  }

  /** Each model chosen from its path. */
  @Benchmark
  public Object path() {
    return bagged(Stlsq.defaults());
  }
}
