package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows [θ(x̃ₜ, uₜ) | ẋₜ] of data that are not held: the same chunks with the same bits as
 * {@link DifferentialRows} has, read and estimated anew in every pass.
 */
final class StoredRows implements RowSource {
  private final StoredData data;
  private final Library library;
  private final StoredEstimates estimates;
  private final List<RowChunk> chunks = new ArrayList<>();
  private final int chunkRows;
  private final HeldOutBlocks blocks;

  StoredRows(StoredData data, Library library, StoredEstimates estimates) {
    this(
        data,
        library,
        estimates,
        TriangularFold.blockRows(library.size() + data.outline().schema().states().size()));
  }

  private StoredRows(StoredData data, Library library, StoredEstimates estimates, int chunkRows) {
    this.data = data;
    this.library = library;
    this.estimates = estimates;
    this.chunkRows = chunkRows;
    long rows = estimates.stretches().stream().mapToLong(StoredEstimates.Stretch::size).sum();
    this.blocks = HeldOutBlocks.of(rows);
    long first = 0;
    for (StoredEstimates.Stretch stretch : estimates.stretches()) {
      first = addChunks(stretch, first);
    }
  }

  private long addChunks(StoredEstimates.Stretch stretch, long first) {
    long next = first;
    int offset = 0;
    while (offset < stretch.size()) {
      int size =
          (int) Math.min(Math.min(chunkRows, stretch.size() - offset), blocks.end(next) - next);
      chunks.add(new Chunk(stretch, offset, size, next, blocks.fold(next)));
      offset += size;
      next += size;
    }
    return next;
  }

  @Override
  public RowSource withTerms(List<Integer> terms) {
    return new StoredRows(data, library.select(terms), estimates, chunkRows);
  }

  @Override
  public Size size() {
    return new Size(library.size(), data.outline().schema().states().size(), blocks.folds());
  }

  @Override
  public List<RowChunk> chunks() {
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    return estimates.squaredBiases();
  }

  /** Rows of a chunk that stand in one page. */
  @FunctionalInterface
  private interface Part {
    /**
     * The rows {@code first … first+count−1} of the page come to row {@code target} of the chunk.
     */
    void copy(StoredEstimates.Page page, int first, int count, int target);
  }

  private final class Chunk implements RowChunk {
    private final StoredEstimates.Stretch stretch;
    private final int offset;
    private final int size;
    private final long first;
    private final int fold;

    Chunk(StoredEstimates.Stretch stretch, int offset, int size, long first, int fold) {
      this.stretch = stretch;
      this.offset = offset;
      this.size = size;
      this.first = first;
      this.fold = fold;
    }

    @Override
    public long first() {
      return first;
    }

    @Override
    public int rows() {
      return size;
    }

    @Override
    public int fold() {
      return fold;
    }

    private int sample(int row) {
      return stretch.segment().from() + stretch.cut() + offset + row;
    }

    private void forEachPage(Part part) {
      int row = 0;
      while (row < size) {
        StoredEstimates.Page page = estimates.page(stretch, sample(row));
        int within = sample(row) - page.from();
        int count = Math.min(size - row, page.to() - sample(row));
        part.copy(page, within, count, row);
        row += count;
      }
    }

    @Override
    public void fill(Block target) {
      int n = data.outline().schema().states().size();
      int c = data.outline().schema().controls().size();
      int p = library.size();
      Block x = new Block(size, n + c);
      x.setRows(size);
      forEachPage(
          (page, from, count, row) -> {
            copy(page.estimate().states(), from, count, x, 0, row);
            copy(page.samples().controls(), from + page.shift(), count, x, n, row);
          });
      library.evaluate(x, target);
      FiniteTerms.require(target, library, data.outline().summary().name(), this::place);
      forEachPage(
          (page, from, count, row) -> copy(page.estimate().rates(), from, count, target, p, row));
    }

    @Override
    public void fillErrors(Block target) {
      target.setRows(size);
      forEachPage(
          (page, from, count, row) ->
              copy(page.estimate().rateErrors(), from, count, target, 0, row));
    }

    private String place(int row) {
      int sample = sample(row);
      Trajectory one = data.samples(stretch.trajectory(), sample, sample + 1);
      return "at time " + one.times().get(0) + " of trajectory " + one.id();
    }
  }

  private static void copy(Matrix from, int first, int count, Block to, int column, int row) {
    for (int j = 0; j < from.cols(); j++) {
      from.copyColumn(j, first, first + count, to.values(), to.offset(column + j) + row);
    }
  }
}
