package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A {@link TriangularFold} of many rows, whatever kernel it finds. Oracles: sums with twice the
 * digits; the plain column-by-column reflections; planted coefficients.
 */
public interface LargeFoldContract {
  /** So many rows expected in all that matrix products are used from the first row on. */
  long MANY = 1L << 40;

  /** A fold that believes in much work. */
  static TriangularFold fold(int columns) {
    return new TriangularFold(columns, MANY);
  }

  /** Folds the rows of A in blocks of this height. */
  static Matrix triangle(Matrix a, int height) {
    TriangularFold fold = fold(a.cols());
    for (int from = 0; from < a.rows(); from += height) {
      fold.fold(Block.of(a.rowSlice(from, Math.min(a.rows(), from + height))));
    }
    return fold.triangle();
  }

  /** The same by the method for few rows. */
  static Matrix reference(Matrix a) {
    TriangularFold fold = new TriangularFold(a.cols());
    for (int from = 0; from < a.rows(); from += 500) {
      fold.fold(Block.of(a.rowSlice(from, Math.min(a.rows(), from + 500))));
    }
    return fold.triangle();
  }

  /** max |RᵀR − AᵀA|ᵢⱼ / (‖aᵢ‖ ‖aⱼ‖). */
  static double gramError(Matrix a, Matrix r) {
    return gramError(a, r, 1);
  }

  /** The same over every {@code step}-th entry of each row. */
  private static double gramError(Matrix a, Matrix r, int step) {
    Matrix left = a.transpose();
    Matrix right = r.transpose();
    double[] norms = a.columnNorms().toArray();
    double worst = 0;
    for (int i = 0; i < a.cols(); i++) {
      for (int j = i % step; j <= i; j += step) {
        double error = dot(right, i, j, norms).minus(dot(left, i, j, norms));
        worst = Math.max(worst, Math.abs(error));
      }
    }
    return worst;
  }

  private static TwiceTheDigits dot(Matrix rows, int i, int j, double[] norms) {
    TwiceTheDigits sum = new TwiceTheDigits();
    double p = norms[i] == 0 ? 1 : norms[i];
    double q = norms[j] == 0 ? 1 : norms[j];
    // Powers of two scale without rounding.
    double first = Math.scalb(1.0, -Math.getExponent(p));
    double second = Math.scalb(1.0, -Math.getExponent(q));
    for (int t = 0; t < rows.cols(); t++) {
      sum.add(rows.get(i, t) * first, rows.get(j, t) * second);
    }
    return sum;
  }

  /** Columns of independent random numbers. */
  static Matrix random(long seed, int rows, int cols) {
    return Matrix.adopt(
        rows, cols, new SplittableRandom(seed).doubles((long) rows * cols, -1, 1).toArray());
  }

  /** A T with singular values of T from 1 down to 1/condition, columns in very different units. */
  static Matrix graded(long seed, int rows, int cols, double condition, double units) {
    Matrix a = random(seed, rows, cols);
    Matrix mixing = Spectrum.of(random(seed + 1, cols, cols)).directions();
    double[] sizes = new double[cols];
    double[] scales = new double[cols];
    for (int j = 0; j < cols; j++) {
      sizes[j] = Math.pow(condition, -(double) j / (cols - 1));
      scales[j] = Math.pow(units, 2 * ((j * 7) % cols) / (cols - 1.0) - 1);
    }
    return a.columnsTimes(Vec.of(sizes)).timesTranspose(mixing).columnsTimes(Vec.of(scales));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 23, 59, 70, 130})
  default void theSquareOfTheTriangleIsTheGramMatrix(int cols) {
    Matrix a = random(cols, 2500, cols);
    for (int height : new int[] {100, 576, 2500}) {
      Matrix r = triangle(a, height);
      assertTrue(gramError(a, r) <= 1e-14, cols + " columns: " + gramError(a, r));
      for (int i = 1; i < cols; i++) {
        for (int j = 0; j < i; j++) {
          assertEquals(0, r.get(i, j));
        }
      }
    }
  }

  @Test
  default void wideRowsAreReflectedOverManyPanels() {
    Matrix a = random(9, 700, 530);
    Matrix r = triangle(a, 64);
    assertTrue(gramError(a, r) <= 1e-14, "error " + gramError(a, r));
  }

  /** A D H with singular values of D from 1 to 1/condition, and a reflection H. */
  private static Matrix wide(int rows, int cols, double condition) {
    double[] sizes = new double[cols];
    for (int j = 0; j < cols; j++) {
      sizes[j] = Math.pow(condition, -(double) j / (cols - 1));
    }
    Matrix graded = random(12, rows, cols).columnsTimes(Vec.of(sizes));
    Vec v = random(13, 1, cols).row(0);
    Matrix normal = Matrix.ofColumns(v.times(1 / v.norm()).toArray());
    return graded.plus(-2, graded.times(normal).timesTranspose(normal));
  }

  /** max |PᵀP − I| of P = A R⁻¹: rounding times the condition, of R from squares times another. */
  private static double orthonormalityError(Matrix a, Matrix r) {
    int cols = a.cols();
    View p = View.of(a.transpose().toArray(), 0, a.rows(), a.rows(), cols);
    View square = View.of(new double[cols * cols], 0, cols, cols, cols);
    Kernels.plain().solve(View.of(r.transpose().toArray(), 0, cols, cols, cols), p, p);
    Kernels.plain().dots(p, p, square, true);
    double worst = 0;
    for (int j = 0; j < cols; j++) {
      for (int i = j; i < cols; i++) {
        worst = Math.max(worst, Math.abs(square.get(i, j) - (i == j ? 1 : 0)));
      }
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e10})
  default void aThousandColumnsAreAsExactAsTheirConditionLetsThem(double condition) {
    Matrix a = wide(1700, 1030, condition);
    Matrix r = triangle(a, 64);
    assertTrue(gramError(a, r, 40) <= 1e-14, "error " + gramError(a, r, 40));
    double error = orthonormalityError(a, r);
    assertTrue(error <= 1e-13 * condition, "error " + error);
    for (int i = 1; i < 1030; i++) {
      assertEquals(0, r.row(i).slice(0, i).maxAbs());
    }
  }

  @Test
  default void wideFoldsOfFewRowsAreMergedAndBeginAnew() {
    Matrix a = wide(1400, 600, 1e6);
    TriangularFold fold = fold(600);
    List<Matrix> parts = new ArrayList<>();
    for (int from : new int[] {0, 250}) {
      fold.fold(Block.of(a.rowSlice(from, from == 0 ? 250 : 1400)));
      Matrix own = fold.triangle();
      parts.add(fold.take());
      assertEquals(own, parts.get(parts.size() - 1));
      assertEquals(Matrix.zeros(600, 600), fold.triangle());
    }
    assertTrue(gramError(a.rowSlice(0, 250), parts.get(0), 20) <= 1e-14, "fewer rows than columns");
    for (Matrix both : List.of(TriangularFold.merged(parts), behind(parts.get(0), a, 250))) {
      assertTrue(gramError(a, both, 20) <= 1e-14, "error " + gramError(a, both, 20));
      assertTrue(orthonormalityError(a, both) <= 1e-7);
    }
  }

  /** R of an R and of the rows that follow. */
  private static Matrix behind(Matrix r, Matrix a, int from) {
    TriangularFold fold = fold(a.cols());
    fold.fold(r);
    fold.fold(Block.of(a.rowSlice(from, a.rows())));
    return fold.triangle();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e4, 1e8, 1e12})
  default void neitherConditionNorUnitsMatter(double condition) {
    for (double units : new double[] {1, 1e10, 1e140}) {
      Matrix a = graded(3, 4000, 30, condition, units);
      double error = gramError(a, triangle(a, 500));
      assertTrue(error <= 1e-14, "units " + units + ": error " + error);
    }
  }

  @Test
  default void whatRowsToComeAreLikeNeedNotBeKnown() {
    // Each thousand rows is ten thousand times as large in directions that hardly were there.
    int cols = 24;
    double[] values = new double[6000 * cols];
    SplittableRandom random = new SplittableRandom(4);
    for (int t = 0; t < 6000; t++) {
      int thousands = t / 1000;
      for (int j = 0; j < cols; j++) {
        values[t * cols + j] =
            random.nextGaussian() * Math.pow(1e4, Math.min(0, thousands - j / 4.0));
      }
    }
    Matrix a = Matrix.adopt(6000, cols, values).times(random(5, cols, cols));
    double error = gramError(a, triangle(a, 333));
    assertTrue(error <= 1e-14, "error " + error);
    assertTrue(gramError(a, reference(a)) <= 1e-14);
  }

  @Test
  default void columnsOfZerosStayZeroAndThoseThatAppearLateAreSeen() {
    double[] values = random(6, 3000, 20).toArray();
    for (int t = 0; t < 3000; t++) {
      values[t * 20 + 3] = 0;
      values[t * 20 + 19] = 0;
      if (t < 2000) {
        values[t * 20 + 8] = 0;
      }
    }
    Matrix a = Matrix.adopt(3000, 20, values);
    Matrix r = triangle(a, 500);
    assertTrue(gramError(a, r) <= 1e-14, "error " + gramError(a, r));
    assertEquals(Vec.zeros(20), r.col(3));
    assertEquals(Vec.zeros(20), r.col(19));
    assertTrue(r.col(8).norm() > 0);
  }

  @Test
  default void dependentColumnsAreNoTrouble() {
    Matrix a = random(7, 3000, 12);
    Matrix twice = a.beside(a.times(random(8, 12, 5)));
    Matrix r = triangle(twice, 500);
    assertTrue(gramError(twice, r) <= 1e-14, "error " + gramError(twice, r));
  }

  @Test
  default void fewerRowsThanColumnsLeaveZerosBelow() {
    Matrix a = random(9, 13, 40);
    Matrix r = triangle(a, 5);
    assertTrue(gramError(a, r) <= 1e-14);
    for (int i = 13; i < 40; i++) {
      assertEquals(0, r.row(i).norm(), 1e-13 * a.norm());
    }
    assertEquals(Matrix.zeros(6, 6), fold(6).triangle());
  }

  @Test
  default void mergedFoldsHoldAllRowsInAnyOrder() {
    Matrix a = random(10, 4000, 45);
    Matrix first = triangle(a.rowSlice(0, 1500), 300);
    Matrix second = triangle(a.rowSlice(1500, 4000), 300);
    TriangularFold onward = fold(45);
    onward.fold(first);
    onward.fold(Block.of(a.rowSlice(1500, 4000)));
    TriangularFold backward = fold(45);
    backward.fold(second);
    backward.fold(first);
    TriangularFold amid = fold(45);
    amid.fold(Block.of(a.rowSlice(1500, 4000)));
    amid.fold(first);
    for (TriangularFold fold : new TriangularFold[] {onward, backward, amid}) {
      double error = gramError(a, fold.triangle());
      assertTrue(error <= 1e-14, "error " + error);
    }
  }

  @Test
  default void askingForTheTriangleChangesNothing() {
    Matrix a = random(11, 3000, 17);
    TriangularFold fold = fold(17);
    for (int from = 0; from < 3000; from += 100) {
      fold.fold(Block.of(a.rowSlice(from, from + 100)));
      assertEquals(fold.triangle(), fold.triangle());
    }
    assertTrue(gramError(a, fold.triangle()) <= 1e-14);
  }

  @Test
  default void coefficientsAreThoseOfReflectionsThoughTheFirstThousandRowsAreDegenerate() {
    Matrix rows = LorenzRows.degreeFive(20_000);
    int p = rows.cols() - 3;
    Vec early = Spectrum.of(reference(scaled(rows.rowSlice(0, 1000), p))).values();
    assertTrue(early.get(0) < 1e-13 * early.get(p - 1), "singular values " + early);
    Matrix own = triangle(rows, 500);
    assertTrue(gramError(rows, own) <= 1e-14, "error " + gramError(rows, own));
    Matrix other = reference(rows);
    for (int k = 0; k < 3; k++) {
      double error = LorenzRows.error(rows, own, k);
      double allowed = 10 * LorenzRows.error(rows, other, k);
      assertTrue(error <= allowed, "equation " + k + ": " + error + ", allowed " + allowed);
    }
  }

  /** The first p columns, each of length 1. */
  private static Matrix scaled(Matrix rows, int p) {
    int[] terms = IntStream.range(0, p).toArray();
    Matrix theta = rows.columns(terms);
    double[] inverse = theta.columnNorms().toArray();
    for (int j = 0; j < p; j++) {
      inverse[j] = 1 / inverse[j];
    }
    return theta.columnsTimes(Vec.of(inverse));
  }
}
