package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ways to go from one model of rank r to others: w moves to first order by Σ δ_g d_g. */
@FunctionalInterface
interface RankMoves {
  /** At w = B c. */
  Frame at(Vec w, Matrix basis);

  /** The directions at one model. */
  interface Frame {
    /** The k×n matrix with rows Θ d_g, for Θᵀ, F×n. */
    Matrix seen(Matrix data);

    /** The models with the kernel that δ leads to; empty when none of rank r is there. */
    Optional<Matrix> moved(Vec delta);
  }

  /** d_g = A_g w, and B moves along with w. */
  static RankMoves along(Motions motions) {
    return (w, basis) ->
        new Frame() {
          @Override
          public Matrix seen(Matrix data) {
            return motions.seen(data, w);
          }

          @Override
          public Optional<Matrix> moved(Vec delta) {
            return Optional.of(motions.moved(delta, basis));
          }
        };
  }

  /**
   * Where nothing is known but L: d_g an orthonormal basis of the changes that keep the rank to
   * first order, then a descent to rank r, and its kernel anew.
   *
   * @param free all w
   */
  static RankMoves within(Interpolants free, int rank) {
    return (w, basis) -> {
      Matrix x = free.map().apply(w);
      int q = x.cols();
      Matrix right = Spectrum.of(x).directions().columns(IntStream.range(q - rank, q).toArray());
      Matrix tangent =
          Annihilated.of(
                  free.map(),
                  Matrix.zeros(0, w.size()),
                  LeadingSpaces.withRight(x, right),
                  true,
                  free.largestTerm())
              .directions();
      return new Frame() {
        @Override
        public Matrix seen(Matrix data) {
          return tangent.transposeTimes(data);
        }

        @Override
        public Optional<Matrix> moved(Vec delta) {
          return RankFamily.near(free, w.plus(tangent.apply(delta)), rank).map(RankFamily::basis);
        }
      };
    };
  }
}
