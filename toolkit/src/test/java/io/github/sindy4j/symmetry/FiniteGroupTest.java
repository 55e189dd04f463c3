package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Inverse;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dimensions from generators against averages over all elements of the group. */
class FiniteGroupTest {
  private static Matrix turn(int n) {
    double c = Math.cos(2 * Math.PI / n);
    double s = Math.sin(2 * Math.PI / n);
    return Matrix.ofRows(new double[] {c, -s}, new double[] {s, c});
  }

  private static final Matrix QUARTER = Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0});

  /** Name, order, degree, generators. */
  static Stream<Arguments> groups() {
    Matrix cycle = Given.permutation(1, 2, 0);
    Matrix quarter = Given.matrix(3, 0, 1, -1, 1, 0, 1, 2, 2, 1);
    // The reflection I − 2 n nᵀ at n = (1, 2, 2)/3, with ninths for entries.
    Matrix mirror =
        Matrix.ofRows(
            new double[] {7.0 / 9, -4.0 / 9, -4.0 / 9},
            new double[] {-4.0 / 9, 1.0 / 9, -8.0 / 9},
            new double[] {-4.0 / 9, -8.0 / 9, 1.0 / 9});
    return Stream.of(
        Arguments.of("C3 of coordinates", 3, 2, List.of(cycle)),
        Arguments.of("S3 of coordinates", 6, 3, List.of(cycle, Given.permutation(1, 0, 2))),
        Arguments.of("C4", 4, 5, List.of(QUARTER)),
        Arguments.of("D4", 8, 5, List.of(QUARTER, Given.diagonal(1, -1))),
        Arguments.of("rotations of the cube", 24, 3, List.of(cycle, quarter)),
        Arguments.of("the cube", 48, 3, List.of(cycle, quarter, Given.diagonal(-1, -1, -1))),
        Arguments.of("an oblique mirror", 2, 3, List.of(mirror)),
        Arguments.of("C3 of the plane", 3, 4, List.of(turn(3))),
        Arguments.of("C5 of the plane", 5, 6, List.of(turn(5))),
        Arguments.of("D7 of the plane", 14, 7, List.of(turn(7), Given.diagonal(1, -1))));
  }

  private static List<Matrix> closure(List<Matrix> generators) {
    List<Matrix> all = new ArrayList<>();
    all.add(Matrix.identity(generators.get(0).rows()));
    for (int i = 0; i < all.size(); i++) {
      for (Matrix g : generators) {
        Matrix product = all.get(i).times(g);
        if (all.stream().noneMatch(a -> distance(a, product) < 1e-9)) {
          all.add(product);
        }
      }
    }
    return all;
  }

  private static double distance(Matrix a, Matrix b) {
    return Vec.adopt(a.toArray()).minus(Vec.adopt(b.toArray())).norm();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("groups")
  void theDimensionIsTheMeanOfTheCharacter(
      String name, int order, int degree, List<Matrix> generators) {
    // Molien: dim = (1/|G|) Σ tr(g⁻¹) Σ_k h_k(g), k h_k = Σ tr(gⁱ) h_{k−i}: 1/det(1 − t g) by
    // degree.
    List<Matrix> group = closure(generators);
    assertEquals(order, group.size());
    double mean = 0;
    for (Matrix g : group) {
      mean += trace(Inverse.of(g)) * symmetricPowers(g, degree) / order;
    }
    int m = group.get(0).rows();
    EquivariantSpace space =
        Equivariance.ofRates(Given.monomials(m, degree), m).space(List.of(action(generators)));
    assertEquals(mean, space.dimension(), 1e-9);
    assertTrue(space.dimension() > 0);
    assertTrue(space.exact());
  }

  private static Action action(List<Matrix> generators) {
    return Given.action("G", generators.stream().map(Given::element).toArray(GroupElement[]::new));
  }

  private static double trace(Matrix a) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      sum += a.get(i, i);
    }
    return sum;
  }

  private static double symmetricPowers(Matrix g, int degree) {
    double[] h = new double[degree + 1];
    h[0] = 1;
    List<Double> traces = new ArrayList<>();
    Matrix power = g;
    double sum = 1;
    for (int k = 1; k <= degree; k++) {
      traces.add(trace(power));
      power = power.times(g);
      for (int i = 1; i <= k; i++) {
        h[k] += traces.get(i - 1) * h[k - i] / k;
      }
      sum += h[k];
    }
    return sum;
  }

  @Test
  void averagingOverTheGroupProjectsOntoTheSameSubspace() {
    List<Matrix> generators =
        List.of(Given.permutation(1, 2, 0), Given.matrix(3, 0, 1, -1, 1, 0, 1, 2, 2, 1));
    List<Matrix> group = closure(generators);
    Library library = Given.monomials(3, 3);
    int p = library.size();
    List<SortedMap<Integer, Rational>> basis =
        Equivariance.ofRates(library, 3).space(List.of(action(generators))).rows().nullBasis();
    double trace = 0;
    double[][] averages = new double[3 * p][];
    for (int column = 0; column < 3 * p; column++) {
      averages[column] = average(group, library, column);
      trace += averages[column][column];
    }
    assertEquals(basis.size(), trace, 1e-12);
    Matrix projector = Matrix.ofColumns(averages);
    assertEquals(0, distance(projector, projector.times(projector)), 1e-12);
    for (SortedMap<Integer, Rational> vector : basis) {
      double[] w = new double[3 * p];
      vector.forEach((k, v) -> w[k] = v.doubleValue());
      assertEquals(0, projector.apply(Vec.of(w)).minus(Vec.of(w)).norm(), 1e-12);
    }
  }

  /** The mean of g⁻¹ F(g x) for one unit of vec(W), multiplied out by polynomials. */
  private static double[] average(List<Matrix> group, Library library, int column) {
    int p = library.size();
    double[] mean = new double[3 * p];
    List<Integer> alpha = library.terms().get(column % p).exponents();
    for (Matrix g : group) {
      Polynomial image = Polynomial.constant(3, Rational.ONE);
      for (int i = 0; i < 3; i++) {
        Polynomial row = Polynomial.zero(3);
        for (int j = 0; j < 3; j++) {
          row = row.plus(Polynomial.variable(3, j).times(Rational.simplest(g.get(i, j))));
        }
        image = image.times(row.power(alpha.get(i)));
      }
      Matrix inverse = Inverse.of(g);
      for (int k = 0; k < 3; k++) {
        for (int j = 0; j < p; j++) {
          Rational c =
              image.coefficients().getOrDefault(library.terms().get(j).exponents(), Rational.ZERO);
          mean[k * p + j] += inverse.get(k, column / p) * c.doubleValue() / group.size();
        }
      }
    }
    return mean;
  }
}
