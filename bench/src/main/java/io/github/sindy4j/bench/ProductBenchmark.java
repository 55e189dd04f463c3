package io.github.sindy4j.bench;

import io.github.sindy4j.linalg.Matrix;
import java.util.SplittableRandom;
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
 * A B of two n×n matrices, 2 n³ operations, and AᵀA of an A with 100 000 rows of n / 10 columns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ProductBenchmark {
  private static final int ROWS = 100_000;

  /** n. */
  @Param({"200", "500", "1500"})
  public int size;

  private Matrix a = Matrix.zeros(0, 0);
  private Matrix b = Matrix.zeros(0, 0);
  private Matrix tall = Matrix.zeros(0, 0);

  /** Draws the matrices. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    a = drawn(random, size, size);
    b = drawn(random, size, size);
    tall = drawn(random, ROWS, size / 10);
  }

  private static Matrix drawn(SplittableRandom random, int rows, int cols) {
    return Matrix.adopt(rows, cols, random.doubles((long) rows * cols, -1, 1).toArray());
  }

  /** A B. */
  @Benchmark
  public Object product() {
    return a.times(b);
  }

  /** AᵀA. */
  @Benchmark
  public Object gram() {
    return tall.gram();
  }
}
