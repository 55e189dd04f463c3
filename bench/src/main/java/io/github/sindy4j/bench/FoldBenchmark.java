package io.github.sindy4j.bench;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernels;
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

/**
 * Folds rows of q columns, 10⁹ / q² of them but at least 3 q: 2·10⁹ operations, of 1791 columns
 * 3.4·10¹⁰. From one thread, with which the kernel may share large products.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FoldBenchmark {
  /** q, terms and responses together; 59 is Lorenz at degree 5, 1791 Lorenz 96 at degree 3. */
  @Param({"23", "59", "234", "1791"})
  public int columns;

  /** Plain Java, or the fastest kernel on the class path. */
  @Param({"plain", "current"})
  public String kernel = "";

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
    int all = Math.max(3 * columns, (int) (1e9 / columns / columns));
    TriangularFold fold = fold(kernel, columns);
    Block block = new Block(rows, columns);
    for (int done = 0; done < all; done += rows) {
      System.arraycopy(source, 0, block.values(), 0, source.length);
      block.setRows(Math.min(rows, all - done));
      fold.fold(block);
    }
    return fold.triangle();
  }

  private static TriangularFold fold(String kernel, int columns) {
    return TriangularFold.by(kernel.equals("plain") ? Kernels.plain() : Kernels.current(), columns);
  }
}
