package io.github.sindy4j.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every {@link LieAlgebra} of affine fields keeps. */
public interface LieAlgebraContract {
  /**
   * An algebra and what is known of it.
   *
   * @param dimension by the formula of the literature
   */
  record Known(LieAlgebra algebra, int dimension) {}

  /** The algebras under test. */
  List<Known> subjects();

  private Stream<DynamicTest> each(java.util.function.Consumer<Known> law) {
    return subjects().stream().map(s -> dynamicTest(s.algebra().name(), () -> law.accept(s)));
  }

  @TestFactory
  default Stream<DynamicTest> theDimensionIsThatOfTheLiterature() {
    return each(s -> assertEquals(s.dimension(), s.algebra().dimension()));
  }

  @TestFactory
  default Stream<DynamicTest> theGeneratorsAreIndependent() {
    return each(
        s -> {
          double[][] columns =
              s.algebra().generators().stream()
                  .map(v -> v.matrix().orElseThrow().toArray())
                  .toArray(double[][]::new);
          ColumnBasis basis = ColumnBasis.of(Matrix.ofColumns(columns), Tolerance.RANK);
          assertEquals(s.dimension(), basis.kept().size());
        });
  }

  /** Of homogeneous matrices Â = [[A, a], [0, 0]] the field of ÂB̂ − B̂Â is −[v, w]. */
  @TestFactory
  default Stream<DynamicTest> bracketsAreTheCombinationsThatTheConstantsSay() {
    return each(
        s -> {
          List<Matrix> all =
              s.algebra().generators().stream().map(LieAlgebraContract::homogeneous).toList();
          StructureConstants c = s.algebra().structure();
          for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
              double[] bracket = commutator(all.get(j), all.get(i));
              double[] sum = new double[bracket.length];
              for (int k = 0; k < all.size(); k++) {
                double[] v = all.get(k).toArray();
                for (int e = 0; e < sum.length; e++) {
                  sum[e] += c.get(i, j, k) * v[e];
                }
              }
              assertArrayEquals(bracket, sum, 1e-13, "bracket " + i + ", " + j);
            }
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> theConstantsAreAntisymmetricAndObeyJacobi() {
    return each(
        s -> {
          StructureConstants c = s.algebra().structure();
          int d = c.dimension();
          for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
              for (int k = 0; k < d; k++) {
                assertEquals(
                    Rational.ZERO,
                    c.exactly(i, j, k).orElseThrow().plus(c.exactly(j, i, k).orElseThrow()));
              }
            }
          }
          // ad [x, y] = ad x ad y − ad y ad x, in whole or half numbers: doubles are exact.
          for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
              double[] commutator = commutator(c.adjoint(i), c.adjoint(j));
              double[] sum = new double[commutator.length];
              for (int k = 0; k < d; k++) {
                double[] ad = c.adjoint(k).toArray();
                for (int e = 0; e < sum.length; e++) {
                  sum[e] += c.get(i, j, k) * ad[e];
                }
              }
              assertArrayEquals(commutator, sum, 0.0, "Jacobi " + i + ", " + j);
            }
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> leastSquaresFindTheSameConstants() {
    return each(
        s -> {
          StructureConstants exact = s.algebra().structure();
          StructureConstants numeric = StructureConstants.numeric(s.algebra().generators());
          assertEquals(0, numeric.residual(), 1e-12);
          for (int i = 0; i < exact.dimension(); i++) {
            assertArrayEquals(
                exact.adjoint(i).toArray(), numeric.adjoint(i).toArray(), 1e-12, "ad " + i);
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> everyGeneratorHasItsOwnName() {
    return each(
        s -> {
          List<String> names = s.algebra().generators().stream().map(Generator::name).toList();
          assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
        });
  }

  private static Matrix homogeneous(Generator v) {
    Matrix affine = v.matrix().orElseThrow();
    int m = affine.rows();
    double[] entries = new double[(m + 1) * (m + 1)];
    System.arraycopy(affine.toArray(), 0, entries, 0, m * (m + 1));
    return Matrix.adopt(m + 1, m + 1, entries);
  }

  private static double[] commutator(Matrix a, Matrix b) {
    double[] ab = a.times(b).toArray();
    double[] ba = b.times(a).toArray();
    for (int e = 0; e < ab.length; e++) {
      ab[e] -= ba[e];
    }
    return ab;
  }
}
