package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The changes δ of w that keep the rank of L(w) to first order: (I − UUᵀ) L(δ) (I − VVᵀ) = 0 and C
 * δ = 0, from the singular values of that map.
 *
 * @param directions an orthonormal basis of them, one a column
 * @param gap the least singular value that counts as not zero, beside the size of L; 1 when there
 *     is none
 * @param rounding the largest that counts as zero, beside the size of L
 */
record TangentSpace(Matrix directions, double gap, double rounding) {
  /** Below this, beside the size of L, a singular value counts as freedom: rather one too many. */
  private static final double ZERO = 1e-6;

  /** Each row of a map that is much taller than wide is added, with random signs, to so many. */
  private static final int COPIES = 4;

  /** {@code scale} is the length of the largest ‖L(eⱼ)‖_F: what is zero beside it is zero. */
  static TangentSpace of(MatrixMap map, Matrix constraint, LeadingSpaces spaces, double scale) {
    Spectrum spectrum = Spectrum.of(triangle(map, constraint, spaces));
    Vec values = spectrum.values();
    // Not beside the largest value: at full rank all of them are rounding.
    double beside = Math.max(scale, spectrum.largest());
    int zeros = spectrum.upTo(ZERO * beside);
    return new TangentSpace(
        spectrum.directions().columns(IntStream.range(0, zeros).toArray()),
        zeros == values.size() ? 1 : values.get(zeros) / beside,
        zeros == 0 || beside == 0 ? 0 : values.get(zeros - 1) / beside);
  }

  /** R with RᵀR that of δ ↦ ((I − UUᵀ) L(δ) (I − VVᵀ), C δ), or nearly so when it is tall. */
  private static Matrix triangle(MatrixMap map, Matrix constraint, LeadingSpaces spaces) {
    int unknowns = map.unknowns();
    int entries = map.rows() * map.cols();
    int rows = entries > 2 * COPIES * unknowns ? COPIES * unknowns : entries;
    Block block = new Block(Math.max(1, rows + constraint.rows()), unknowns);
    block.setRows(rows + constraint.rows());
    double[] unit = new double[unknowns];
    for (int j = 0; j < unknowns; j++) {
      unit[j] = 1;
      double[] image = spaces.outside(map.apply(Vec.of(unit))).toArray();
      unit[j] = 0;
      double[] column = rows < entries ? mixed(image, rows) : image;
      System.arraycopy(column, 0, block.values(), block.offset(j), rows);
      constraint.copyColumn(j, 0, constraint.rows(), block.values(), block.offset(j) + rows);
    }
    TriangularFold fold = new TriangularFold(unknowns);
    fold.fold(block);
    return fold.triangle();
  }

  /**
   * S x with a sparse matrix S of random signs, always the same. What x ↦ S x sends to zero is
   * added to the freedom, never taken away; with four times as many rows as unknowns it is nothing.
   */
  private static double[] mixed(double[] x, int rows) {
    SplittableRandom random = new SplittableRandom(1);
    double[] sum = new double[rows];
    for (double value : x) {
      for (int copy = 0; copy < COPIES; copy++) {
        long draw = random.nextLong();
        sum[(int) Long.remainderUnsigned(draw >>> 1, rows)] += (draw & 1) == 0 ? value : -value;
      }
    }
    return sum;
  }
}
