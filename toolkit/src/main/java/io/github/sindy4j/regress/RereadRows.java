package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws whose triangles are filled together in one pass over the rows, each row block as often as
 * each draw takes it: for libraries so large that the triangles of all blocks have no room. Each
 * chunk is computed once for all draws of a pass; draws run on any number of threads, and each
 * takes its rows in order.
 */
record RereadRows(RowSource source, RowBlocks blocks, Progress progress) implements DrawnTriangles {
  @Override
  public List<List<RegressionSummary>> of(List<List<Integer>> draws) {
    RowSource.Size size = source.size();
    int q = size.terms() + size.responses();
    List<DrawnRows> drawn = new ArrayList<>();
    draws.forEach(draw -> drawn.add(new DrawnRows(size)));
    List<RowChunk> chunks = source.chunks();
    for (int c = 0; c < chunks.size(); c++) {
      Block filled = new Block(Math.max(1, chunks.get(c).rows()), q);
      chunks.get(c).fill(filled);
      for (RowBlocks.Piece piece : blocks.pieces().get(c)) {
        double[] sums = new double[q];
        for (int j = 0; j < q; j++) {
          sums[j] =
              Sums.of(filled.values(), filled.offset(j) + piece.from(), piece.to() - piece.from());
        }
        Vec all = Vec.adopt(sums);
        int fold = chunks.get(c).fold();
        IntStream.range(0, draws.size())
            .parallel()
            .filter(d -> draws.get(d).get(piece.block()) > 0)
            .forEach(
                d -> {
                  int times = draws.get(d).get(piece.block());
                  drawn.get(d).add(fold, filled, piece.from(), piece.to(), times);
                  drawn.get(d).count(fold, all, piece.to() - piece.from(), times);
                });
      }
      progress.report("fold", c + 1L, chunks.size());
    }
    return drawn.stream().map(DrawnRows::folds).toList();
  }
}
