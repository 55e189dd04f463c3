package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Rows cut into blocks of consecutive rows, each folded for itself in one pass: the rows with which
 * a bootstrap counts each block k times have the triangle of the blocks' R's, √k times each. Each
 * block lies within one fold. Chunks are folded on any number of threads; the bits do not depend on
 * them.
 */
final class BlockTriangles {
  private final RowSource.Size size;
  private final List<OneBlock> blocks;

  private BlockTriangles(RowSource.Size size, List<OneBlock> blocks) {
    this.size = size;
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Rows behind each other in one fold: the triangle of their columns, or fewer rows as they are.
   */
  private record OneBlock(int fold, Matrix rows, Vec sums, long samples) {}

  /** The rows {@code from … to−1} of a chunk, which belong to a block. */
  private record Piece(int block, int from, int to) {}

  /** Blocks of about {@code length} rows. */
  static BlockTriangles of(RowSource source, long length, Progress progress) {
    List<RowChunk> chunks = source.chunks();
    List<List<Piece>> pieces = new ArrayList<>();
    List<Integer> folds = new ArrayList<>();
    cut(chunks, Math.max(1, length), pieces, folds);
    AtomicLong done = new AtomicLong();
    List<List<OneBlock>> folded =
        IntStream.range(0, chunks.size())
            .parallel()
            .mapToObj(
                c -> {
                  List<OneBlock> own = fold(chunks.get(c), pieces.get(c), source.size());
                  progress.report("fold", done.incrementAndGet(), chunks.size());
                  return own;
                })
            .toList();
    List<List<OneBlock>> parts = new ArrayList<>();
    folds.forEach(fold -> parts.add(new ArrayList<>()));
    for (int c = 0; c < folded.size(); c++) {
      for (int k = 0; k < folded.get(c).size(); k++) {
        parts.get(pieces.get(c).get(k).block()).add(folded.get(c).get(k));
      }
    }
    return new BlockTriangles(source.size(), parts.stream().map(BlockTriangles::joined).toList());
  }

  /** Cuts every run of consecutive chunks of one fold into blocks of nearly equal length. */
  private static void cut(
      List<RowChunk> chunks, long length, List<List<Piece>> pieces, List<Integer> folds) {
    for (int first = 0; first < chunks.size(); ) {
      int end = first + 1;
      while (end < chunks.size() && follows(chunks.get(end - 1), chunks.get(end))) {
        end++;
      }
      List<RowChunk> run = chunks.subList(first, end);
      long rows = run.stream().mapToLong(RowChunk::rows).sum();
      long count = Math.max(1, (rows + length / 2) / length);
      long at = 0;
      for (RowChunk chunk : run) {
        List<Piece> own = new ArrayList<>();
        for (int from = 0; from < chunk.rows(); ) {
          long block = (at + from) * count / rows;
          long last = ((block + 1) * rows + count - 1) / count;
          int to = (int) Math.min(chunk.rows(), Math.max(from + 1, last - at));
          own.add(new Piece(folds.size() + (int) block, from, to));
          from = to;
        }
        pieces.add(own);
        at += chunk.rows();
      }
      for (long block = 0; block < count; block++) {
        folds.add(run.get(0).fold());
      }
      first = end;
    }
  }

  private static boolean follows(RowChunk before, RowChunk chunk) {
    return chunk.fold() == before.fold() && chunk.first() == before.first() + before.rows();
  }

  private static List<OneBlock> fold(RowChunk chunk, List<Piece> pieces, RowSource.Size size) {
    int q = size.terms() + size.responses();
    Block filled = new Block(Math.max(1, chunk.rows()), q);
    chunk.fill(filled);
    Matrix rows = filled.toMatrix();
    List<OneBlock> blocks = new ArrayList<>();
    for (Piece piece : pieces) {
      Matrix own = rows.rowSlice(piece.from(), piece.to());
      Vec ones = Vec.zeros(own.rows()).map(zero -> 1);
      blocks.add(new OneBlock(chunk.fold(), compressed(own), own.applyTranspose(ones), own.rows()));
    }
    return blocks;
  }

  private static Matrix compressed(Matrix rows) {
    return rows.rows() < rows.cols() ? rows : TriangularFold.triangle(rows);
  }

  private static OneBlock joined(List<OneBlock> parts) {
    OneBlock all = parts.get(0);
    for (OneBlock part : parts.subList(1, parts.size())) {
      double[] both =
          Arrays.copyOf(
              all.rows().toArray(), (all.rows().rows() + part.rows().rows()) * all.rows().cols());
      double[] more = part.rows().toArray();
      System.arraycopy(more, 0, both, both.length - more.length, more.length);
      int rows = all.rows().rows() + part.rows().rows();
      all =
          new OneBlock(
              all.fold(),
              compressed(Matrix.adopt(rows, all.rows().cols(), both)),
              all.sums().plus(part.sums()),
              all.samples() + part.samples());
    }
    return all;
  }

  /** How many blocks there are. */
  int count() {
    return blocks.size();
  }

  /** How many rows a block has. */
  long rows(int block) {
    return blocks.get(block).samples();
  }

  /** The folds of the rows with each block taken so many times; folds without rows are left out. */
  List<RegressionSummary> folds(List<Integer> times) {
    int q = size.terms() + size.responses();
    List<RegressionSummary> folds = new ArrayList<>();
    for (int fold = 0; fold < size.folds(); fold++) {
      TriangularFold triangle = new TriangularFold(q);
      Vec sums = Vec.zeros(q);
      long samples = 0;
      for (int b = 0; b < blocks.size(); b++) {
        OneBlock block = blocks.get(b);
        if (block.fold() == fold && times.get(b) > 0) {
          Matrix rows = block.rows();
          triangle.fold(times.get(b) == 1 ? rows : rows.scaled(Math.sqrt(times.get(b))));
          sums = sums.plus(times.get(b), block.sums());
          samples += times.get(b) * block.samples();
        }
      }
      if (samples > 0) {
        folds.add(new RegressionSummary(size.terms(), triangle.triangle(), sums, samples));
      }
    }
    return folds;
  }
}
