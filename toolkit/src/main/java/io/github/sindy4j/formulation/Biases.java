package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.List;

/** Sums of squares of the systematic errors of rows. */
final class Biases {
  private Biases() {}

  /** Σ e² of each response; nothing is computed where no state has quadrature errors. */
  static Vec squared(List<RowChunk> chunks, int responses, Vec refinement) {
    double[] sums = new double[responses];
    if (refinement.maxAbs() > 0) {
      for (RowChunk chunk : chunks) {
        Block block = new Block(chunk.rows(), responses);
        chunk.fillErrors(block);
        for (int c = 0; c < responses; c++) {
          for (int i = 0; i < chunk.rows(); i++) {
            sums[c] += block.get(i, c) * block.get(i, c);
          }
        }
      }
    }
    return Vec.adopt(sums);
  }
}
