package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dimensions of equivariant subspaces, each known from invariant theory. */
class EquivarianceTest {
  private static final Action SO2 = Given.action("so(2)", Given.so(2, 1));

  private static final GroupElement MIRROR = Given.element(Given.diagonal(1, -1));

  private static int rates(int m, int degree, Action... actions) {
    EquivariantSpace space =
        Equivariance.ofRates(Given.monomials(m, degree), m).space(List.of(actions));
    assertTrue(space.exact());
    return space.dimension();
  }

  private static int invariants(int m, int degree, List<Generator> generators) {
    EquivariantSpace space =
        Equivariance.ofInvariants(Given.monomials(m, degree), 1)
            .space(List.of(Given.action("", generators)));
    assertTrue(space.exact());
    return space.dimension();
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "3, 4", "4, 4", "5, 6", "7, 8"})
  void planarRotationsLeaveTwoFieldsForEachOddDegree(int degree, int dimension) {
    // r^(2k) (x, y) and r^(2k) (−y, x).
    assertEquals(dimension, rates(2, degree, SO2));
  }

  @Test
  void thePlanarCubicFieldsAreTheHopfNormalForm() {
    assertEquals(
        List.of(
            "(x1, x2)",
            "(x2, -x1)",
            "(x1^3 + x1 x2^2, x1^2 x2 + x2^3)",
            "(x1^2 x2 + x2^3, -x1^3 - x1 x2^2)"),
        Equivariance.ofRates(Given.monomials(2, 3), 2).space(List.of(SO2)).texts());
  }

  @Test
  void aMirrorLeavesOnlyTheRadialOnesOfThePlanarCubicFields() {
    assertEquals(2, rates(2, 3, SO2, Given.action("mirror", MIRROR)));
  }

  @Test
  void rotationsOfSpaceLeaveTheRadialCubicFields() {
    // x and |x|² x.
    assertEquals(2, rates(3, 3, Given.action("so(3)", Given.so(3, 1))));
  }

  @Test
  void twoNeighbouringRotationsGenerateAllOfSpace() {
    List<Generator> two = List.of(Given.rotation(3, 1, 0, 1), Given.rotation(3, 1, 1, 2));
    assertEquals(2, rates(3, 3, Given.action("so(3)", two)));
  }

  @Test
  void rotationsLeaveEighteenCubicSystemsOfPositionAndVelocity() {
    // For each half {x, v} · {1, |x|², x·v, |v|²} and x × v.
    assertEquals(18, rates(6, 3, Given.action("so(3)", Given.so(3, 2))));
  }

  @Test
  void rotationsLeaveNineCubicForcesAndWithTheInversionEight() {
    // As above for one half; x × v is a pseudovector.
    Library library = Given.monomials(6, 3);
    List<Generator> so3 = Given.so(3, 2);
    List<Generator> onForces = Given.so(3, 1);
    Equivariance forces =
        Equivariance.of(library, 3, xi -> matrixFibre(onForces.get(so3.indexOf(xi))));
    Action rotations = Given.action("so(3)", so3);
    assertEquals(9, forces.space(List.of(rotations)).dimension());
    GroupElement inversion =
        new GroupElement(
            "", Given.names(6), Given.diagonal(-1, -1, -1, -1, -1, -1), Given.diagonal(-1, -1, -1));
    assertEquals(
        8, forces.space(List.of(rotations, Given.action("inversion", inversion))).dimension());
  }

  /** The linear part of a generator as the fibre map S. */
  private static Fibre matrixFibre(Generator xi) {
    Matrix a = xi.matrix().orElseThrow();
    List<List<Expression>> rows = new ArrayList<>();
    for (int i = 0; i < a.rows(); i++) {
      List<Expression> row = new ArrayList<>();
      for (int j = 0; j < a.rows(); j++) {
        row.add(Expression.number(a.get(i, j)));
      }
      rows.add(row);
    }
    return Fibre.linear(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void rotationsLeaveThePowersOfTheRadius(int d) {
    // 1, r², r⁴.
    assertEquals(3, invariants(d, 4, Given.so(d, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 2, 1", // constants
    "3, 1, 2, 1",
    "2, 2, 2, 2", // 1, |x − y|²
    "2, 2, 4, 3", // and its square
    "2, 3, 2, 5", // 1, three inner products of differences, the signed area
    "3, 3, 2, 4", // 1, three inner products of differences
    "3, 2, 4, 3"
  })
  void rigidMotionsLeaveDistancesAndAreas(int d, int points, int degree, int dimension) {
    List<Generator> se = new ArrayList<>(Given.so(d, points));
    se.addAll(Given.translations(d, points, points));
    assertEquals(dimension, invariants(d * points, degree, se));
  }

  @Test
  void lorentzTransformationsLeaveThePowersOfTheInterval() {
    // 1, s², s⁴; 1, s₁², s₁·s₂, s₂²; fields x and s² x.
    assertEquals(3, invariants(4, 4, Given.lorentz(1)));
    assertEquals(4, invariants(8, 2, Given.lorentz(2)));
    assertEquals(2, rates(4, 3, Given.action("so(1,3)", Given.lorentz(1))));
  }

  @Test
  void scalingWithWeightsOneAndTwoLeavesThreeFields() {
    // (x, 0), (0, x²), (0, y).
    Action scaling = Given.action("scaling", List.of(Given.linear(2, 0, 0, 1, 1, 1, 2)));
    assertEquals(
        List.of("(x1, 0)", "(0, x2)", "(0, x1^2)"),
        Equivariance.ofRates(Given.monomials(2, 3), 2).space(List.of(scaling)).texts());
  }

  @Test
  void theReflectionOfLorenzLeavesFourteenQuadraticFields() {
    // Odd terms in two equations (x, y, xz, yz), even ones (1, z, x², xy, y², z²) in the third.
    assertEquals(
        14, rates(3, 2, Given.action("reflection", Given.element(Given.diagonal(-1, -1, 1)))));
  }

  @Test
  void cyclicPermutationsLeaveAThirdOfTheQuadraticFields() {
    assertEquals(
        10, rates(3, 2, Given.action("cyclic", Given.element(Given.permutation(1, 2, 0)))));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "1, 2, 2", "2, 2, 4", "3, 2, 6"})
  void copiesOfVectorsMapToCopiesByMultiplesOfTheIdentity(int from, int to, int dimension) {
    assertEquals(dimension, linearMaps(from, to));
  }

  private static int linearMaps(int domain, int range) {
    Library linear = LibrarySpec.parse("polynomial:1,constant=no").over(Given.names(3 * domain));
    List<Generator> from = Given.so(3, domain);
    List<Generator> to = Given.so(3, range);
    return Equivariance.of(linear, 3 * range, xi -> matrixFibre(to.get(from.indexOf(xi))))
        .space(List.of(Given.action("so(3)", from)))
        .dimension();
  }

  @Test
  void tensorsMapToVectorsInOneWayAndToTensorsInThree() {
    // V⊗V → V: the cross product. V⊗V → V⊗V: identity, transposition, trace.
    Library linear = LibrarySpec.parse("polynomial:1,constant=no").over(Given.names(9));
    List<Generator> so3 = Given.so(3, 1);
    List<Generator> squares = so3.stream().map(EquivarianceTest::tensorSquare).toList();
    Action onTensors = Given.action("so(3)", squares);
    assertEquals(
        1,
        Equivariance.of(linear, 3, xi -> matrixFibre(so3.get(squares.indexOf(xi))))
            .space(List.of(onTensors))
            .dimension());
    assertEquals(3, Equivariance.ofRates(linear, 9).space(List.of(onTensors)).dimension());
  }

  /** A ⊗ I + I ⊗ A. */
  private static Generator tensorSquare(Generator xi) {
    Matrix a = xi.matrix().orElseThrow();
    double[] square = new double[81];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          square[(3 * i + k) * 9 + 3 * j + k] += a.get(i, j);
          square[(3 * k + i) * 9 + 3 * k + j] += a.get(i, j);
        }
      }
    }
    return Generator.linear("", Given.names(9), Matrix.adopt(9, 9, square));
  }

  @Test
  void shiftsLeaveNineKernelsOnTheCircle() {
    // K(y, x) = k(y − x) of trigonometric degree at most 4: 1, cos, sin of 1 … 4 times the
    // difference.
    Library kernels =
        LibrarySpec.parse(
                "(expr(1) + expr(sin(y), cos(y), sin(2*y), cos(2*y), sin(3*y), cos(3*y), sin(4*y), cos(4*y)))"
                    + " * (expr(1) + expr(sin(x), cos(x), sin(2*x), cos(2*x), sin(3*x), cos(3*x), sin(4*x), cos(4*x)))")
            .over(List.of("x", "y"));
    assertEquals(81, kernels.size());
    Generator shift =
        new Generator("", List.of("x", "y"), List.of(Expression.number(1), Expression.number(1)));
    EquivariantSpace space =
        Equivariance.ofInvariants(kernels, 1).space(List.of(Given.action("shift", List.of(shift))));
    assertEquals(9, space.dimension());
    assertTrue(space.exact());
    assertEquals("(1)", space.texts().get(0));
    for (int k = 1; k <= 4; k++) {
      String angle = k == 1 ? "" : k + " ";
      String even = "(sin(#y) sin(#x) + cos(#y) cos(#x))".replace("#", angle);
      String odd = "(sin(#y) cos(#x) - cos(#y) sin(#x))".replace("#", angle);
      assertEquals(List.of(even, odd), space.texts().subList(2 * k - 1, 2 * k + 1));
    }
  }

  @Test
  void keplersForceHasSmallWholeRows() {
    List<String> names = List.of("x", "y", "vx", "vy");
    Library library =
        LibrarySpec.parse("polynomial:1 + expr(x/(x^2+y^2)^1.5, y/(x^2+y^2)^1.5)").over(names);
    Generator rotation =
        Generator.linear("", names, Given.matrix(4, 0, 1, -1, 1, 0, 1, 2, 3, -1, 3, 2, 1));
    Action so2 = Given.action("so(2) on (x,y),(vx,vy)", List.of(rotation));
    Equivariance equivariance = Equivariance.ofRates(library, 4);
    Demand demand = equivariance.demands(List.of(so2)).get(0);
    assertTrue(demand.exact());
    for (Demand.Row row : demand.rows()) {
      for (Map.Entry<Integer, Rational> entry : row.entries().entrySet()) {
        assertTrue(entry.getValue().isSimple(1), () -> "" + row);
      }
    }
    // (x, y), (vx, vy) and the force, each straight and turned by a right angle, in both halves.
    assertEquals(12, equivariance.space(List.of(so2)).dimension());
    assertEquals(28 - 12, demand.rows().size());
  }
}
