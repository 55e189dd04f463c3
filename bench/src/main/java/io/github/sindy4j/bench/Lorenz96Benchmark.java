package io.github.sindy4j.bench;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Folding;
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
 * Fits Lorenz 96 with 20 states, degree 3 (1771 terms), from samples in memory, on all cores. What
 * a fit takes beyond {@link #fold} is spent on everything but the fold.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Lorenz96Benchmark {
  private static final PolynomialLibrary TERMS = PolynomialLibrary.ofDegree(3);
  private static final FiniteDifference RATES = FiniteDifference.ofOrder(2);

  /** The number of samples. */
  @Param("20000")
  public int samples;

  private Dataset data = Simulation.of(Systems.named("lorenz96")).withSamples(2).dataset();

  /** Simulates the samples. */
  @Setup
  public void simulate() {
    data = Simulation.of(Systems.named("lorenz96")).withSamples(samples).dataset();
  }

  private Object fit(Stlsq regressor) {
    return Sindy.over(TERMS).differentiatedBy(RATES).solvedBy(regressor).fit(data);
  }

  /** A given threshold. */
  @Benchmark
  public Object threshold() {
    return fit(Stlsq.defaults().withThreshold(0.1));
  }

  /** The path of all thresholds. */
  @Benchmark
  public Object path() {
    return fit(Stlsq.defaults());
  }

  /** Only rates, rows and fold. */
  @Benchmark
  public Object fold() {
    return Folding.fold(
        DifferentialForm.by(RATES).rows(data, TERMS.over(data.schema().inputNames())).source(),
        Progress.NONE);
  }
}
