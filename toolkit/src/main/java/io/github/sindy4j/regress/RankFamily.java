package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code {w : L(w) K = 0}}, K the kernel of one L(w) of low rank: the models that the same
 * candidates annihilate.
 *
 * @param basis B, orthonormal, one w a column
 * @param right V, an orthonormal basis of the complement of the kernel
 */
record RankFamily(Matrix basis, Matrix right) {
  private static final int DESCENT_STEPS = 60;

  /** That of v, whose L(v) has exactly this rank, to rounding. */
  static RankFamily of(Interpolants set, Vec v, int rank) {
    Matrix x = set.map().apply(v);
    int q = x.cols();
    Matrix right = Spectrum.of(x).directions().columns(IntStream.range(q - rank, q).toArray());
    Annihilated same =
        Annihilated.of(
            set.map(),
            Matrix.zeros(0, v.size()),
            LeadingSpaces.withRight(x, right),
            false,
            set.largestTerm());
    return new RankFamily(same.directions(), right);
  }

  /**
   * That of a model of this rank near v, whatever the data; empty when the descent to it ends
   * elsewhere, or at a model of lower rank.
   *
   * @param free all w
   */
  static Optional<RankFamily> near(Interpolants free, Vec v, int rank) {
    return model(free, v, rank).map(w -> of(free, w, rank));
  }

  /** Whether the descent from v ends at a model of this rank. */
  static boolean exists(Interpolants free, Vec v, int rank) {
    return model(free, v, rank).isPresent();
  }

  private static Optional<Vec> model(Interpolants free, Vec v, int rank) {
    RankDescent end = RankDescent.of(free, v, rank, DESCENT_STEPS);
    if (!(end.tail() < MinimumRank.TAIL)) {
      return Optional.empty();
    }
    Vec values = Spectrum.of(free.map().apply(end.w())).values();
    double largest = values.last();
    double least = values.get(values.size() - rank);
    boolean vanishes = largest <= MinimumRank.TAIL * free.size(end.w());
    return vanishes || least < 1e-6 * largest ? Optional.empty() : Optional.of(end.w());
  }
}
