package io.github.sindy4j.regress;

import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows cut into blocks of consecutive rows, of nearly equal length; each lies within one fold.
 *
 * @param pieces for each chunk of the rows the blocks that its rows belong to, in order
 * @param folds for each block its fold
 * @param rows for each block how many rows it has
 */
record RowBlocks(List<List<Piece>> pieces, List<Integer> folds, List<Integer> rows) {
  /** The rows {@code from … to−1} of a chunk, which belong to a block. */
  record Piece(int block, int from, int to) {}

  /** Copies the outer lists. */
  RowBlocks {
    pieces = List.copyOf(pieces);
    folds = List.copyOf(folds);
    rows = List.copyOf(rows);
  }

  /** Every run of consecutive chunks of one fold in blocks of about {@code length} rows. */
  static RowBlocks of(List<RowChunk> chunks, long length) {
    List<List<Piece>> pieces = new ArrayList<>();
    List<Integer> folds = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int first = 0; first < chunks.size(); ) {
      int end = first + 1;
      while (end < chunks.size() && follows(chunks.get(end - 1), chunks.get(end))) {
        end++;
      }
      cut(chunks.subList(first, end), Math.max(1, length), pieces, folds, rows);
      first = end;
    }
    return new RowBlocks(pieces, folds, rows);
  }

  private static boolean follows(RowChunk before, RowChunk chunk) {
    return chunk.fold() == before.fold() && chunk.first() == before.first() + before.rows();
  }

  private static void cut(
      List<RowChunk> run,
      long length,
      List<List<Piece>> pieces,
      List<Integer> folds,
      List<Integer> rows) {
    long all = run.stream().mapToLong(RowChunk::rows).sum();
    long count = Math.max(1, (all + length / 2) / length);
    int before = folds.size();
    for (long block = 0; block < count; block++) {
      folds.add(run.get(0).fold());
      rows.add(0);
    }
    long at = 0;
    for (RowChunk chunk : run) {
      List<Piece> own = new ArrayList<>();
      for (int from = 0; from < chunk.rows(); ) {
        long block = (at + from) * count / all;
        long last = ((block + 1) * all + count - 1) / count;
        int to = (int) Math.min(chunk.rows(), Math.max(from + 1, last - at));
        int number = before + (int) block;
        own.add(new Piece(number, from, to));
        rows.set(number, rows.get(number) + to - from);
        from = to;
      }
      pieces.add(own);
      at += chunk.rows();
    }
  }

  /** How many blocks there are. */
  int count() {
    return folds.size();
  }
}
