package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.GramFold;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One pass over many rows, all divided by the triangle of some rows from everywhere: rows in the
 * order of time need time to point in all directions, a sample has them at once. The bits do not
 * depend on the threads.
 */
final class SampledFolding {
  private static final int CHUNKS = 48;

  /** Of their rows, not more than every twelfth, but so many for each column. */
  private static final int STEP = 12;

  private static final int ROWS_PER_COLUMN = 16;
  private static final int SHARES = 8;

  private final List<RowChunk> chunks;
  private final RowSource.Size size;
  private final int columns;
  private final Runnable tick;

  private SampledFolding(List<RowChunk> chunks, RowSource.Size size, Runnable tick) {
    this.chunks = chunks;
    this.size = size;
    this.columns = size.terms() + size.responses();
    this.tick = tick;
  }

  /**
   * The summary of each fold; empty where the rows are too few, or the sample does not stand for
   * them.
   *
   * @param groups how many parts run side by side
   */
  static Optional<List<RegressionSummary>> of(
      List<RowChunk> chunks, RowSource.Size size, long rows, int groups, Runnable tick) {
    if (chunks.size() < 2 * CHUNKS || !GramFold.pays(rows, size.terms() + size.responses())) {
      return Optional.empty();
    }
    SampledFolding folding = new SampledFolding(chunks, size, tick);
    return GramFold.over(folding.sample(), rows).flatMap(fold -> folding.folds(fold, groups));
  }

  /** R of some rows of chunks from everywhere. */
  private Matrix sample() {
    List<Matrix> shares = Team.map(SHARES, this::share);
    TriangularFold fold = new TriangularFold(columns);
    shares.forEach(fold::fold);
    return fold.triangle();
  }

  private Matrix share(int share) {
    TriangularFold fold = new TriangularFold(columns);
    for (int c = share; c < CHUNKS; c += SHARES) {
      RowChunk chunk = chunks.get((int) ((long) chunks.size() * c / CHUNKS));
      Block all = new Block(chunk.rows(), columns);
      chunk.fill(all);
      int step = Math.max(1, Math.min(STEP, all.rows() * CHUNKS / (ROWS_PER_COLUMN * columns)));
      Block some = new Block((all.rows() + step - 1) / step, columns);
      some.setRows(some.capacity());
      for (int j = 0; j < columns; j++) {
        for (int i = 0; i < some.rows(); i++) {
          some.set(i, j, all.get(i * step, j));
        }
      }
      fold.fold(some);
    }
    return fold.triangle();
  }

  private Optional<List<RegressionSummary>> folds(GramFold fold, int groups) {
    List<List<Part>> parts = Team.map(groups, g -> group(fold, g, groups));
    List<Optional<RegressionSummary>> folds =
        IntStream.range(0, size.folds()).mapToObj(f -> summary(parts, f)).toList();
    return folds.stream().allMatch(Optional::isPresent)
        ? Optional.of(folds.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private List<Part> group(GramFold fold, int group, int groups) {
    List<Part> parts =
        fold.parts(size.folds()).stream().map(part -> new Part(part, columns)).toList();
    int from = (int) ((long) chunks.size() * group / groups);
    int to = (int) ((long) chunks.size() * (group + 1) / groups);
    int capacity = chunks.subList(from, to).stream().mapToInt(RowChunk::rows).max().orElse(1);
    Block block = new Block(capacity, columns);
    for (RowChunk chunk : chunks.subList(from, to)) {
      chunk.fill(block);
      parts.get(chunk.fold()).add(block);
      tick.run();
    }
    return parts;
  }

  private Optional<RegressionSummary> summary(List<List<Part>> parts, int fold) {
    Part whole = parts.get(0).get(fold);
    parts.subList(1, parts.size()).forEach(group -> whole.add(group.get(fold)));
    return whole.totals.isEmpty()
        ? Optional.of(RegressionSummary.empty(size))
        : whole.fold.triangle().map(r -> whole.totals.summary(size.terms(), r));
  }

  /** The rows of one fold in one group. */
  private static final class Part {
    private final GramFold fold;
    private final Totals totals;

    Part(GramFold fold, int columns) {
      this.fold = fold;
      this.totals = new Totals(columns);
    }

    void add(Block block) {
      totals.add(block);
      fold.fold(block);
    }

    void add(Part other) {
      totals.add(other.totals);
      fold.add(other.fold);
    }
  }
}
