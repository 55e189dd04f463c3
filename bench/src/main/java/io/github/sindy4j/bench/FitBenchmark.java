package io.github.sindy4j.bench;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.Stlsq;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fits Lorenz 63 from samples in memory, on all cores, whole and in parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBenchmark {
  private static final FiniteDifference RATES = FiniteDifference.ofOrder(2);

  /** The number of samples. */
  @Param({"10000", "100000", "1000000"})
  public int samples;

  /** The degree of the polynomial library: 20 or 56 terms. */
  @Param({"3", "5"})
  public int degree;

  private Dataset data = Simulation.of(Systems.named("lorenz63")).withSamples(2).dataset();
  private List<FormulatedRows> rows = List.of();

  /** Simulates the samples. */
  @Setup
  public void simulate() {
    data = Simulation.of(Systems.named("lorenz63")).withSamples(samples).dataset();
    rows = List.of(differentiated());
  }

  private FormulatedRows differentiated() {
    return DifferentialForm.by(RATES)
        .rows(data, PolynomialLibrary.ofDegree(degree).over(data.schema().inputNames()));
  }

  private Sindy settings() {
    return Sindy.over(PolynomialLibrary.ofDegree(degree))
        .differentiatedBy(RATES)
        .solvedBy(Stlsq.defaults().withThreshold(0.1));
  }

  /** Everything chosen from the data. */
  @Benchmark
  public Object automatic() {
    return Sindy.over(PolynomialLibrary.ofDegree(degree)).fit(data);
  }

  /** Finite differences of order 2 and a given threshold. */
  @Benchmark
  public Object threshold() {
    return settings().fit(data);
  }

  /** Finite differences of order 2 and the path of all thresholds. */
  @Benchmark
  public Object path() {
    return settings().solvedBy(Stlsq.defaults()).fit(data);
  }

  /** Only the rates, with their errors. */
  @Benchmark
  public Object rates() {
    return differentiated();
  }

  /** Only the rows, on one thread: terms and rates of every chunk, one after the other. */
  @Benchmark
  public double evaluation() {
    RowSource source = rows.get(0).source();
    int most = source.chunks().stream().mapToInt(RowSource.RowChunk::rows).max().orElse(1);
    Block block = new Block(most, source.size().terms() + source.size().responses());
    double last = 0;
    for (RowSource.RowChunk chunk : source.chunks()) {
      chunk.fill(block);
      last += block.values()[0];
    }
    return last;
  }

  /** The rows and their fold. */
  @Benchmark
  public Object fold() {
    return Folding.fold(rows.get(0).source(), Progress.NONE);
  }
}
