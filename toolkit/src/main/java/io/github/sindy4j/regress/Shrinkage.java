package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import java.util.Optional;

/**
 * Z = Σ max(0, σᵢ − t) uᵢ vᵢᵀ for one X = Σ σᵢ uᵢ vᵢᵀ after another, each near the one before.
 *
 * <p>When few σᵢ exceeded t the last time, one step of subspace iteration from the last singular
 * vectors and a few more gives the next ones. It counts when its residual ‖XᵀX v − σ² v‖ is as
 * small as asked for and the smallest value it sees is below t; otherwise, and every so often, all
 * singular values are computed.
 */
final class Shrinkage {
  /** A subspace larger than this part of the space does not pay. */
  private static final double LARGE = 0.3;

  /** Singular values that fall by this factor may be the end of the rank. */
  private static final double FALL = 10;

  private static final int FULL_EVERY = 20;

  private Matrix basis = Matrix.zeros(0, 0);
  private int rank;
  private int apparentRank;
  private int sinceFull;

  /** The rank of the last Z. */
  int rank() {
    return rank;
  }

  /** The rank of the last Z without a tail of values that are small beside the others. */
  int apparentRank() {
    return apparentRank;
  }

  /**
   * Z.
   *
   * @param accuracy of the singular directions; 0 asks for all of double precision
   */
  Matrix shrink(Matrix x, double t, double accuracy) {
    boolean flipped = x.cols() > x.rows();
    Matrix tall = flipped ? x.transpose() : x;
    Leading leading = leading(tall, t, accuracy);
    rank = leading.above(t);
    apparentRank = apparent(leading, t);
    int wanted = rank + 4 + rank / 4;
    basis = wanted <= LARGE * tall.cols() ? leading.first(wanted) : Matrix.zeros(0, 0);
    Matrix z = leading.shrunk(tall, t);
    return flipped ? z.transpose() : z;
  }

  /** Where the values of Z fall most steeply, if they fall by a factor. */
  private int apparent(Leading leading, double t) {
    int best = rank;
    double steepest = FALL;
    for (int k = 1; k < rank; k++) {
      double fall = (leading.lengths().get(k - 1) - t) / (leading.lengths().get(k) - t);
      if (fall > steepest) {
        best = k;
        steepest = fall;
      }
    }
    return best;
  }

  private Leading leading(Matrix tall, double t, double accuracy) {
    if (accuracy > 0 && basis.cols() > 0 && sinceFull < FULL_EVERY) {
      Optional<Leading> near = Leading.near(tall, basis, t, accuracy);
      if (near.isPresent()) {
        sinceFull++;
        return near.get();
      }
    }
    sinceFull = 0;
    return Leading.all(tall, t);
  }
}
