package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
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
    Runnable tick =
        () ->
            progress.report("fold", Math.min(chunks.size(), done.incrementAndGet()), chunks.size());
    List<RegressionSummary> folds =
        areLarge(size)
            ? foldByFold(chunks, size, source.rows(), tick)
            : inGroups(chunks, size, source.rows(), tick);
    double[] effective = new double[size.responses()];
    Arrays.fill(effective, (double) source.rows());
    return new FoldedData(folds, source.responseBiases(), Vec.adopt(effective));
  }

  /** Whether the triangles of all groups would take too much memory. */
  private static boolean areLarge(RowSource.Size size) {
    long q = (long) size.terms() + size.responses();
    return GROUP_MEMORY / Math.max(1, q * q * 8 * size.folds()) < MOST_GROUPS;
  }

  /** As many folds side by side as there are threads, each in the room of the one before. */
  private static List<RegressionSummary> foldByFold(
      List<RowChunk> chunks, RowSource.Size size, long rows, Runnable tick) {
    RegressionSummary[] folds = new RegressionSummary[size.folds()];
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, Math.min(folds.length, ForkJoinPool.getCommonPoolParallelism() + 1))
        .parallel()
        .forEach(
            lane -> {
              TriangularFold room = new TriangularFold(size.terms() + size.responses(), rows);
              Block block = block(chunks, size);
              for (int f = next.getAndIncrement(); f < folds.length; f = next.getAndIncrement()) {
                Partial partial = new Partial(room);
                for (RowChunk chunk : chunks) {
                  if (chunk.fold() == f) {
                    chunk.fill(block);
                    partial.add(block);
                    tick.run();
                  }
                }
                folds[f] = partial.summary(size);
              }
            });
    return List.of(folds);
  }

  private static List<RegressionSummary> inGroups(
      List<RowChunk> chunks, RowSource.Size size, long rows, Runnable tick) {
    int groups = Math.max(1, Math.min(MOST_GROUPS, chunks.size() / CHUNKS_PER_GROUP));
    return SampledFolding.of(chunks, size, rows, groups, tick)
        .orElseGet(() -> inOrder(chunks, groups, size, rows, tick));
  }

  private static List<RegressionSummary> inOrder(
      List<RowChunk> chunks, int groups, RowSource.Size size, long rows, Runnable tick) {
    List<RegressionSummary[]> parts =
        Team.map(
            groups,
            g -> {
              int from = (int) ((long) chunks.size() * g / groups);
              int to = (int) ((long) chunks.size() * (g + 1) / groups);
              return foldGroup(chunks.subList(from, to), size, rows, tick);
            });
    return IntStream.range(0, size.folds()).mapToObj(f -> merge(parts, f, size)).toList();
  }

  private static Block block(List<RowChunk> chunks, RowSource.Size size) {
    int capacity = chunks.stream().mapToInt(RowChunk::rows).max().orElse(1);
    return new Block(capacity, size.terms() + size.responses());
  }

  private static RegressionSummary[] foldGroup(
      List<RowChunk> chunks, RowSource.Size size, long rows, Runnable tick) {
    int q = size.terms() + size.responses();
    Partial[] folds = new Partial[size.folds()];
    Arrays.setAll(folds, f -> new Partial(new TriangularFold(q, rows)));
    Block block = block(chunks, size);
    for (RowChunk chunk : chunks) {
      chunk.fill(block);
      folds[chunk.fold()].add(block);
      tick.run();
    }
    RegressionSummary[] summaries = new RegressionSummary[folds.length];
    Arrays.setAll(summaries, f -> folds[f].summary(size));
    return summaries;
  }

  private static RegressionSummary merge(
      List<RegressionSummary[]> parts, int fold, RowSource.Size size) {
    RegressionSummary merged = RegressionSummary.empty(size);
    for (RegressionSummary[] part : parts) {
      RegressionSummary next = part[fold];
      if (next.samples() > 0) {
        merged = merged.samples() == 0 ? next : merged.merge(next);
      }
    }
    return merged;
  }

  private static final class Partial {
    private final TriangularFold fold;
    private final Totals totals;

    /** No rows yet, in a fold that has none. */
    Partial(TriangularFold fold) {
      this.fold = fold;
      this.totals = new Totals(fold.size());
    }

    void add(Block block) {
      totals.add(block);
      fold.fold(block);
    }

    RegressionSummary summary(RowSource.Size size) {
      return totals.isEmpty()
          ? RegressionSummary.empty(size)
          : totals.summary(size.terms(), fold.take());
    }
  }
}
