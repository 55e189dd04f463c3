package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * All δ with M L(δ) K = 0 and C δ = 0, for M = I − U Uᵀ or M = I, and K = I − V Vᵀ.
 *
 * <p>First few directions are taken that hold all of them, from the eigenvectors of a Gram matrix,
 * in which K may be replaced by some random combinations of its columns; among these few the
 * singular values of the map itself decide. So nothing counts as annihilated that is not, nor the
 * reverse, and no precision is lost to the square.
 *
 * @param directions an orthonormal basis, one a column
 * @param gap the least singular value that counts as not zero, beside the size of L; 1 when there
 *     is none
 * @param rounding the largest that counts as zero, beside the size of L
 */
record Annihilated(Matrix directions, double gap, double rounding) {
  /** Below this, beside the size of L, a singular value counts as zero: rather one too many. */
  private static final double ZERO = 1e-6;

  /** Below this it may be zero, for all that a Gram matrix can tell. */
  private static final double DOUBTFUL = 1e-3;

  /** So many more rows than unknowns are enough. */
  private static final int COPIES = 4;

  /** {@code scale} is the length of the largest ‖L(eⱼ)‖_F: what is zero beside it is zero. */
  static Annihilated of(
      MatrixMap map, Matrix constraint, LeadingSpaces spaces, boolean bothSides, double scale) {
    int unknowns = map.unknowns();
    UnaryOperator<Matrix> left = bothSides ? spaces::outsideLeft : z -> z;
    int few = 1 + (COPIES * unknowns) / Math.max(1, map.rows());
    Matrix some =
        2 * few < map.cols()
            ? spaces.outsideRight(random(few, map.cols())).transpose()
            : spaces.outsideRight(Matrix.identity(map.cols()));
    Matrix rows = rows(map, constraint, Matrix.identity(unknowns), z -> left.apply(z.times(some)));
    SymmetricEigen eigen = SymmetricEigen.of(rows.timesTranspose(rows));
    Vec squares = eigen.values();
    // Not beside the largest value alone: at full rank all of them are rounding.
    double beside =
        Math.max(scale, squares.size() == 0 ? 0 : Math.sqrt(Math.max(0, squares.first())));
    int clear = 0;
    while (clear < unknowns && squares.get(clear) > DOUBTFUL * DOUBTFUL * beside * beside) {
      clear++;
    }
    Matrix doubtful = eigen.vectors().columns(IntStream.range(clear, unknowns).toArray());
    Matrix images =
        rows(map, constraint, doubtful, z -> spaces.outsideRight(left.apply(z))).transpose();
    Spectrum spectrum =
        images.cols() == 0 ? Spectrum.of(images) : Spectrum.of(TriangularFold.triangle(images));
    Vec values = spectrum.values();
    int zeros = spectrum.upTo(ZERO * beside);
    double next =
        zeros < values.size()
            ? values.get(zeros)
            : clear > 0 ? Math.sqrt(squares.get(clear - 1)) : beside;
    return new Annihilated(
        doubtful.times(spectrum.directions().columns(IntStream.range(0, zeros).toArray())),
        beside == 0 ? 1 : next / beside,
        zeros == 0 || beside == 0 ? 0 : values.get(zeros - 1) / beside);
  }

  /** For each column of the basis a row: its masked image, and how it misses C δ = 0. */
  private static Matrix rows(
      MatrixMap map, Matrix constraint, Matrix basis, UnaryOperator<Matrix> mask) {
    double[][] rows = new double[basis.cols()][];
    for (int j = 0; j < rows.length; j++) {
      Vec direction = basis.col(j);
      double[] image = mask.apply(map.apply(direction)).toArray();
      double[] missed = constraint.apply(direction).toArray();
      rows[j] = Arrays.copyOf(image, image.length + missed.length);
      System.arraycopy(missed, 0, rows[j], image.length, missed.length);
    }
    return Matrix.ofRows(rows);
  }

  /** Always the same. */
  private static Matrix random(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(1);
    double scale = 1 / Math.sqrt(rows);
    return Vec.zeros(rows * columns)
        .map(zero -> scale * random.nextGaussian())
        .asMatrix(rows, columns);
  }
}
