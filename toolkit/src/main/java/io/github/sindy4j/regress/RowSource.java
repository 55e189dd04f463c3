package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * The rows [θ(xₜ) | yₜ] of a regression, t = 1 … N in the order of time: p terms, then n responses.
 * They are computed block by block as often as asked, always with the same bits, and never held
 * together.
 */
public interface RowSource {
  /** p and n. */
  Size size();

  /** The blocks, in order; each lies within one fold. */
  List<RowChunk> chunks();

  /**
   * Σₜ eₜ² for each response, where eₜ estimates the systematic error of yₜ, noise apart; zeros
   * when there is none.
   */
  Vec responseBiases();

  /**
   * The shape of the rows.
   *
   * @param terms p
   * @param responses n
   * @param folds how many folds of held-out blocks the rows are dealt to
   */
  record Size(int terms, int responses, int folds) {}

  /** A block of consecutive rows. */
  interface RowChunk {
    /** The number of its first row, counted from 0 over all chunks. */
    long first();

    /** How many rows it has. */
    int rows();

    /** The fold that holds it out, counted from 0. */
    int fold();

    /**
     * Computes its rows into {@code target}, which has p + n columns and room for them. May be
     * called by any thread.
     */
    void fill(Block target);

    /**
     * Writes the estimated systematic errors of its responses into {@code target}, which has n
     * columns.
     */
    void fillErrors(Block target);
  }

  /**
   * The same rows, in the same chunks, with only these of the terms, in this order. A source that
   * can compute some terms without the others should.
   */
  default RowSource withTerms(List<Integer> terms) {
    return new SelectedRows(this, terms);
  }

  /** The kernel for a fold of all rows: what comes after it finds it compiled. */
  default Kernel foldedBy() {
    double columns = (double) size().terms() + size().responses();
    return Kernels.forWork(Kernels.foldWork(rows(), columns));
  }

  /** N. */
  default long rows() {
    return chunks().stream().mapToLong(RowChunk::rows).sum();
  }
}
