package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Blocks of rows, each folded for itself in one pass: the rows with which a bootstrap counts each
 * block k times have the triangle of the blocks' R's, √k times each. Chunks are folded on any
 * number of threads; the bits do not depend on them.
 *
 * <p>Memory: {@link #bytes}, at most that of all rows.
 */
final class BlockTriangles implements DrawnTriangles {
  private final RowSource.Size size;
  private final List<OneBlock> blocks;

  private BlockTriangles(RowSource.Size size, List<OneBlock> blocks) {
    this.size = size;
    this.blocks = blocks;
  }

  /**
   * Rows behind each other in one fold: the triangle of their columns, or fewer rows as they are.
   */
  private record OneBlock(int fold, Block rows, double[] sums, long samples) {}

  /** What the blocks take. */
  static long bytes(RowSource.Size size, RowBlocks blocks) {
    long q = (long) size.terms() + size.responses();
    return blocks.rows().stream().mapToLong(rows -> Math.min(rows, q) * q * Double.BYTES).sum();
  }

  /** Reads the rows once. */
  static BlockTriangles of(RowSource source, RowBlocks blocks, Progress progress) {
    List<RowChunk> chunks = source.chunks();
    AtomicLong done = new AtomicLong();
    List<List<OneBlock>> folded =
        IntStream.range(0, chunks.size())
            .parallel()
            .mapToObj(
                c -> {
                  List<OneBlock> own = fold(chunks.get(c), blocks.pieces().get(c), source.size());
                  progress.report("fold", done.incrementAndGet(), chunks.size());
                  return own;
                })
            .toList();
    List<List<OneBlock>> parts = new ArrayList<>();
    blocks.folds().forEach(fold -> parts.add(new ArrayList<>()));
    for (int c = 0; c < folded.size(); c++) {
      for (int k = 0; k < folded.get(c).size(); k++) {
        parts.get(blocks.pieces().get(c).get(k).block()).add(folded.get(c).get(k));
      }
    }
    return new BlockTriangles(
        source.size(), parts.stream().parallel().map(BlockTriangles::joined).toList());
  }

  private static List<OneBlock> fold(
      RowChunk chunk, List<RowBlocks.Piece> pieces, RowSource.Size size) {
    int q = size.terms() + size.responses();
    Block filled = new Block(Math.max(1, chunk.rows()), q);
    chunk.fill(filled);
    List<OneBlock> blocks = new ArrayList<>();
    for (RowBlocks.Piece piece : pieces) {
      int rows = piece.to() - piece.from();
      double[] sums = new double[q];
      for (int j = 0; j < q; j++) {
        sums[j] = Sums.of(filled.values(), filled.offset(j) + piece.from(), rows);
      }
      Block own = new Block(rows, q);
      copy(filled, piece.from(), piece.to(), own);
      blocks.add(new OneBlock(chunk.fold(), compressed(own), sums, rows));
    }
    return blocks;
  }

  /** Behind what the target holds. */
  private static void copy(Block source, int from, int to, Block target) {
    int place = target.rows();
    for (int j = 0; j < source.columns(); j++) {
      System.arraycopy(
          source.values(),
          source.offset(j) + from,
          target.values(),
          target.offset(j) + place,
          to - from);
    }
    target.setRows(place + to - from);
  }

  private static Block compressed(Block rows) {
    if (rows.rows() <= rows.columns()) {
      return rows;
    }
    TriangularFold fold = new TriangularFold(rows.columns());
    fold.fold(rows);
    return Block.of(fold.triangle());
  }

  private static OneBlock joined(List<OneBlock> parts) {
    OneBlock all = parts.get(0);
    for (OneBlock part : parts.subList(1, parts.size())) {
      Block both = new Block(all.rows().rows() + part.rows().rows(), all.rows().columns());
      copy(all.rows(), 0, all.rows().rows(), both);
      copy(part.rows(), 0, part.rows().rows(), both);
      double[] sums = all.sums().clone();
      for (int j = 0; j < sums.length; j++) {
        sums[j] += part.sums()[j];
      }
      all = new OneBlock(all.fold(), compressed(both), sums, all.samples() + part.samples());
    }
    return all;
  }

  @Override
  public List<List<RegressionSummary>> of(List<List<Integer>> draws) {
    return draws.stream().parallel().map(this::folds).toList();
  }

  private List<RegressionSummary> folds(List<Integer> times) {
    DrawnRows drawn = new DrawnRows(size);
    for (int b = 0; b < blocks.size(); b++) {
      if (times.get(b) > 0) {
        OneBlock block = blocks.get(b);
        drawn.add(block.fold(), block.rows(), 0, block.rows().rows(), times.get(b));
        drawn.count(block.fold(), block.sums(), block.samples(), times.get(b));
      }
    }
    return drawn.folds();
  }
}
