package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.OrthonormalRows;
import io.github.sindy4j.linalg.PivotedCholesky;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Coordinates in which the length of an image is plain: w = R v + K c with ‖L(w)‖_F = ‖v‖, K an
 * orthonormal basis of ker L.
 *
 * <p>From LᵀL, block by block: unknowns that it does not couple, such as monomials of different
 * parity, stay apart, so that R is sparse. It depends on L alone and serves all data.
 */
public final class ImageMetric {
  /** ‖L(w)‖² below this part of what its terms alone make is zero. */
  private static final Tolerance VANISHING = new Tolerance(1e-12);

  /** A coupling of two unknowns below this part of their sizes is none. */
  private static final Tolerance ROUNDING = new Tolerance(1e-14);

  private final MatrixMap map;
  private final SparseMatrix seen;
  private final SparseMatrix seenTransposed;
  private final Matrix kernel;
  private final double size;
  private final int[] support;

  private ImageMetric(MatrixMap map, SparseMatrix seenTransposed, Matrix kernel, double size) {
    this.map = map;
    this.size = size;
    this.support = map.support();
    this.seenTransposed = seenTransposed;
    this.seen = seenTransposed.transpose();
    this.kernel = kernel;
  }

  /** Of any L. */
  public static ImageMetric of(MatrixMap map) {
    Matrix gram = map.gram();
    List<SortedMap<Integer, Double>> seen = new ArrayList<>();
    List<double[]> kernel = new ArrayList<>();
    for (int[] block : blocks(gram)) {
      PivotedCholesky factor = PivotedCholesky.of(gram.rowsAt(block).columns(block), VANISHING);
      Matrix inverse = factor.inverse();
      for (int k = 0; k < inverse.cols(); k++) {
        SortedMap<Integer, Double> direction = new TreeMap<>();
        for (int i = 0; i < block.length; i++) {
          if (inverse.get(i, k) != 0) {
            direction.put(block[i], inverse.get(i, k));
          }
        }
        seen.add(direction);
      }
      spread(factor.kernel(), block, gram.rows(), kernel);
    }
    Matrix orthonormal =
        kernel.isEmpty()
            ? Matrix.zeros(0, gram.rows())
            : OrthonormalRows.of(
                    Matrix.ofRows(kernel.toArray(double[][]::new)),
                    Vec.zeros(kernel.size()),
                    new Tolerance(0))
                .rows();
    return new ImageMetric(
        map,
        SparseMatrix.ofRows(gram.rows(), seen),
        orthonormal.transpose(),
        Math.sqrt(gram.norm()));
  }

  /** The unknowns in parts that LᵀL does not couple. */
  private static List<int[]> blocks(Matrix gram) {
    Couplings couplings = new Couplings(gram.rows());
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = i + 1; j < gram.cols(); j++) {
        double size = Math.sqrt(gram.get(i, i)) * Math.sqrt(gram.get(j, j));
        if (!ROUNDING.isZero(gram.get(i, j), size)) {
          couplings.join(i, j);
        }
      }
    }
    return couplings.parts().stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static void spread(Matrix columns, int[] block, int unknowns, List<double[]> into) {
    for (int k = 0; k < columns.cols(); k++) {
      double[] whole = new double[unknowns];
      for (int i = 0; i < block.length; i++) {
        whole[block[i]] = columns.get(i, k);
      }
      into.add(whole);
    }
  }

  /** L. */
  public MatrixMap map() {
    return map;
  }

  /** The length of v. */
  public int dimension() {
    return seen.cols();
  }

  /** The places at which not every L(w) is zero. */
  int[] support() {
    return support.clone();
  }

  /** At least ‖L(w)‖_F / ‖w‖: what is far below for some w is rounding. */
  double size() {
    return size;
  }

  /** R v. */
  Vec coefficients(Vec v) {
    return seen.apply(v);
  }

  /** L(R v). */
  Matrix image(Vec v) {
    return map.apply(seen.apply(v));
  }

  /** Rᵀ Lᵀ(Z): the v whose image is nearest to Z. */
  Vec pull(Matrix z) {
    return seenTransposed.apply(map.applyTranspose(z));
  }

  /** A R for rows A on the coefficients, one a row. */
  Matrix onImages(Matrix a) {
    double[] product = new double[a.rows() * dimension()];
    for (int i = 0; i < a.rows(); i++) {
      Vec row = seenTransposed.apply(a.row(i));
      for (int k = 0; k < row.size(); k++) {
        product[i * row.size() + k] = row.get(k);
      }
    }
    return Matrix.adopt(a.rows(), dimension(), product);
  }

  /** K, F×k, orthonormal. */
  Matrix kernel() {
    return kernel;
  }
}
