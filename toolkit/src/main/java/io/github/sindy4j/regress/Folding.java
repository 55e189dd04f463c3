package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * One pass over rows, folded to triangles. The chunks are cut into groups whose number depends on
 * the problem alone; groups run on any number of threads and are merged in order, so the bits do
 * not depend on the threads. Where triangles are so large that merging them would cost as much as
 * the rows, there is one group, whose folds run side by side.
 */
public final class Folding {
  private static final int MOST_GROUPS = 16;
  private static final int CHUNKS_PER_GROUP = 16;
  private static final long GROUP_MEMORY = 256L << 20;

  private Folding() {}

  /** Folds every row of the source, fold by fold. */
  public static FoldedData fold(RowSource source, Progress progress) {
    List<RowChunk> chunks = source.chunks();
    RowSource.Size size = source.size();
    AtomicLong done = new AtomicLong();
    Runnable tick = () -> progress.report("fold", done.incrementAndGet(), chunks.size());
    int groups = groups(chunks.size(), size);
    List<RegressionSummary> folds =
        groups == 1 ? foldByFold(chunks, size, tick) : inGroups(chunks, groups, size, tick);
    double[] effective = new double[size.responses()];
    Arrays.fill(effective, (double) source.rows());
    return new FoldedData(folds, source.responseBiases(), Vec.adopt(effective));
  }

  private static int groups(int chunks, RowSource.Size size) {
    long q = (long) size.terms() + size.responses();
    long affordable = Math.max(1, GROUP_MEMORY / Math.max(1, q * q * 8 * size.folds()));
    return affordable < MOST_GROUPS
        ? 1
        : Math.max(1, Math.min(MOST_GROUPS, chunks / CHUNKS_PER_GROUP));
  }

  private static List<RegressionSummary> foldByFold(
      List<RowChunk> chunks, RowSource.Size size, Runnable tick) {
    return IntStream.range(0, size.folds())
        .parallel()
        .mapToObj(
            f -> {
              List<RowChunk> own = chunks.stream().filter(chunk -> chunk.fold() == f).toList();
              Partial partial = new Partial(size.terms() + size.responses());
              Block block = block(own, size);
              own.forEach(
                  chunk -> {
                    chunk.fill(block);
                    partial.add(block);
                    tick.run();
                  });
              return partial.samples == 0
                  ? RegressionSummary.empty(size)
                  : partial.summary(size.terms());
            })
        .toList();
  }

  private static List<RegressionSummary> inGroups(
      List<RowChunk> chunks, int groups, RowSource.Size size, Runnable tick) {
    List<Partial[]> parts =
        IntStream.range(0, groups)
            .parallel()
            .mapToObj(
                g -> {
                  int from = (int) ((long) chunks.size() * g / groups);
                  int to = (int) ((long) chunks.size() * (g + 1) / groups);
                  return foldGroup(chunks.subList(from, to), size, tick);
                })
            .toList();
    return IntStream.range(0, size.folds()).mapToObj(f -> merge(parts, f, size)).toList();
  }

  private static Block block(List<RowChunk> chunks, RowSource.Size size) {
    int capacity = chunks.stream().mapToInt(RowChunk::rows).max().orElse(1);
    return new Block(capacity, size.terms() + size.responses());
  }

  private static Partial[] foldGroup(List<RowChunk> chunks, RowSource.Size size, Runnable tick) {
    int q = size.terms() + size.responses();
    Partial[] folds = new Partial[size.folds()];
    Arrays.setAll(folds, f -> new Partial(q));
    Block block = block(chunks, size);
    for (RowChunk chunk : chunks) {
      chunk.fill(block);
      folds[chunk.fold()].add(block);
      tick.run();
    }
    return folds;
  }

  private static RegressionSummary merge(List<Partial[]> parts, int fold, RowSource.Size size) {
    RegressionSummary merged = RegressionSummary.empty(size);
    for (Partial[] part : parts) {
      if (part[fold].samples > 0) {
        RegressionSummary next = part[fold].summary(size.terms());
        merged = merged.samples() == 0 ? next : merged.merge(next);
      }
    }
    return merged;
  }

  private static final class Partial {
    private final TriangularFold fold;
    private final double[] sums;
    private long samples;

    Partial(int columns) {
      fold = new TriangularFold(columns);
      sums = new double[columns];
    }

    void add(Block block) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += Sums.of(block.values(), block.offset(j), block.rows());
      }
      samples += block.rows();
      fold.fold(block);
    }

    RegressionSummary summary(int terms) {
      Matrix triangle = fold.triangle();
      return new RegressionSummary(terms, triangle, Vec.of(sums), samples);
    }
  }
}
