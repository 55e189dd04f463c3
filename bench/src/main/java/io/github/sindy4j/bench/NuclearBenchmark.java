package io.github.sindy4j.bench;

import io.github.sindy4j.datasets.recovery.RecoveryCell;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.regress.InterpolationProblem;
import io.github.sindy4j.regress.NuclearInterpolation;
import io.github.sindy4j.regress.NuclearMinimum;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One solve for the least nuclear norm, from the data to a certified minimum, the metric of the
 * operator included: a function of the recovery experiment, family and seed, from its first points.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NuclearBenchmark {
  /** Family, number of points, seed. */
  @Param({
    "ortho-se:20:1:2 72 0",
    "ortho-se:20:1:2 72 1",
    "ortho-se:20:1:2 72 2",
    "ortho-se:20:1:2 72 3",
    "ortho-se:20:1:2 72 4",
    "ortho-se:20:1:2 72 5",
    "ortho-se:30:1:2 126 0",
    "ortho-se:30:1:2 126 1",
    "ortho-se:30:1:2 126 2"
  })
  public String problem = "";

  private Optional<InterpolationProblem> data = Optional.empty();

  /** Makes the data. */
  @Setup
  public void data() {
    String[] parts = problem.split(" ", -1);
    data =
        Optional.of(
            RecoveryCell.of(RecoveryFamily.parse(parts[0]), RecoveryOperator.EXACT)
                .problem(Integer.parseInt(parts[2]))
                .with(Integer.parseInt(parts[1])));
  }

  /** The minimum; an answer without certificate is none. */
  @Benchmark
  public Object solve() {
    NuclearMinimum minimum = NuclearInterpolation.defaults().solve(data.orElseThrow());
    if (!(minimum.ending() instanceof NuclearMinimum.Certified)) {
      throw new IllegalStateException(problem + ": " + minimum.ending().text());
    }
    return minimum;
  }
}
