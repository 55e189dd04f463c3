package io.github.sindy4j.bench;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TriangularFold;
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

/** Folds 100 000 rows of q columns on one thread: 2·10⁵ q² operations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FoldBenchmark {
  private static final int ROWS = 100_000;

  /** q, terms and responses together; 59 is Lorenz at degree 5. */
  @Param({"23", "59", "234"})
  public int columns;

  private double[] source = {};

  /** Draws one block, which is folded again and again. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    source = random.doubles((long) TriangularFold.blockRows(columns) * columns, -1, 1).toArray();
  }

  /** Folds all rows, block by block. */
  @Benchmark
  public Object fold() {
    int rows = TriangularFold.blockRows(columns);
    TriangularFold fold = new TriangularFold(columns);
    Block block = new Block(rows, columns);
    for (int done = 0; done < ROWS; done += rows) {
      System.arraycopy(source, 0, block.values(), 0, source.length);
      block.setRows(Math.min(rows, ROWS - done));
      fold.fold(block);
    }
    return fold.triangle();
  }
}
