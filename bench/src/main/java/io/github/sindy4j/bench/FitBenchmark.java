package io.github.sindy4j.bench;

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

/** Fits Lorenz 63 from samples in memory, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBenchmark {
  /** The number of samples. */
  @Param({"10000", "100000", "1000000"})
  public int samples;

  /** The degree of the polynomial library: 20 or 56 terms. */
  @Param({"3", "5"})
  public int degree;

  private Dataset data = Simulation.of(Systems.named("lorenz63")).withSamples(2).dataset();

  /** Simulates the samples. */
  @Setup
  public void simulate() {
    data = Simulation.of(Systems.named("lorenz63")).withSamples(samples).dataset();
  }

  /** Everything chosen from the data. */
  @Benchmark
  public Object automatic() {
    return Sindy.over(PolynomialLibrary.ofDegree(degree)).fit(data);
  }

  /** Finite differences of order 2 and a given threshold. */
  @Benchmark
  public Object threshold() {
    return Sindy.over(PolynomialLibrary.ofDegree(degree))
        .differentiatedBy(FiniteDifference.ofOrder(2))
        .solvedBy(Stlsq.defaults().withThreshold(0.1))
        .fit(data);
  }
}
