package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.LinearMapContract;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LieDerivativeTest {
  private static final Library CUBICS = Given.monomials(2, 3);
  private static final Region BOX = new Region(Vec.of(-0.5, 1), Vec.of(2, 1.75));
  private static final Matrix GAUSS = gaussPoints(BOX, 6);
  private static final LieDerivative EXACT = LieDerivative.exact(CUBICS, BOX);
  private static final LieDerivative SAMPLED = LieDerivative.sampled(CUBICS, BOX.points(40));

  private static final Generator TURN = Given.rotation(2, 1, 0, 1);
  private static final Generator BENT = generator("x1^2 - 3", "x1*x2 + x2/2");
  private static final GroupElement SHEAR =
      new GroupElement(
          "shear",
          Given.names(2),
          Matrix.ofRows(new double[] {1, 0.5}, new double[] {0, -2}),
          Matrix.ofRows(new double[] {2, 1}, new double[] {1, 1}));

  private static final Fibre LINEAR =
      Fibre.linear(List.of(List.of(read("x1"), read("1")), List.of(read("0"), read("x2^2 - 1"))));

  private static Expression read(String formula) {
    return Expression.parse(formula, Given.names(2));
  }

  private static Generator generator(String... formulas) {
    return new Generator("", Given.names(2), List.of(read(formulas[0]), read(formulas[1])));
  }

  private static Matrix weights(int outputs, int terms, long seed) {
    Vec noise = LinearMapContract.noise(new SplittableRandom(seed), outputs * terms);
    return Matrix.adopt(outputs, terms, noise.toArray());
  }

  private static Vec vec(Matrix w) {
    return Vec.adopt(w.toArray());
  }

  @Nested
  class AnExactRotation implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return EXACT.along(TURN, Fibre.pushforward(2));
    }
  }

  @Nested
  class AnExactPolynomialGeneratorOnScalars implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return EXACT.along(BENT, Fibre.scalar(3));
    }
  }

  @Nested
  class AnExactLinearFibre implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return EXACT.along(BENT, LINEAR);
    }
  }

  @Nested
  class AnExactElement implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return EXACT.along(SHEAR);
    }
  }

  @Nested
  class AnExactIdentity implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return EXACT.identity(2);
    }
  }

  @Nested
  class ASampledRotation implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return SAMPLED.along(TURN, Fibre.pushforward(2));
    }
  }

  @Nested
  class ASampledGeneratorOnScalars implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return SAMPLED.along(generator("sin(x1)", "x1/x2"), Fibre.scalar(3));
    }
  }

  @Nested
  class ASampledLinearFibre implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return SAMPLED.along(BENT, LINEAR);
    }
  }

  @Nested
  class ASampledElement implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return SAMPLED.along(SHEAR);
    }
  }

  @Nested
  class ASampledIdentity implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return SAMPLED.identity(2);
    }
  }

  /** √weight times the point's values makes Euclidean length the L2 norm; equal weights do not. */
  private static Matrix gaussPoints(Region box, int nodes) {
    double[] x = legendreNodes(nodes);
    double[][] points = new double[nodes * nodes][];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        points[i * nodes + j] =
            new double[] {
              box.centre(0) + box.halfWidth(0) * x[i], box.centre(1) + box.halfWidth(1) * x[j]
            };
      }
    }
    return Matrix.ofRows(points);
  }

  /** The roots of the Legendre polynomial by Newton's method. */
  private static double[] legendreNodes(int nodes) {
    double[] x = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      x[i] = Math.cos(Math.PI * (i + 0.75) / (nodes + 0.5));
      for (int step = 0; step < 50; step++) {
        x[i] -= legendre(nodes, x[i]) / slope(nodes, x[i]);
      }
    }
    return x;
  }

  private static double legendre(int n, double x) {
    double before = 1;
    double now = x;
    for (int k = 1; k < n; k++) {
      double next = ((2 * k + 1) * x * now - k * before) / (k + 1);
      before = now;
      now = next;
    }
    return now;
  }

  private static double slope(int n, double x) {
    return n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1);
  }

  /** Σ weight |f|² by Gauss–Legendre quadrature, f in the coordinates of the sampled images. */
  private static double meanSquare(Vec image, int outputs) {
    double[] x = legendreNodes(6);
    double sum = 0;
    for (int k = 0; k < outputs; k++) {
      for (int l = 0; l < 36; l++) {
        double weight = 1;
        for (double node : new double[] {x[l / 6], x[l % 6]}) {
          weight /= (1 - node * node) * slope(6, node) * slope(6, node);
        }
        // Images are divided by √36.
        sum += 36 * weight * image.get(k * 36 + l) * image.get(k * 36 + l);
      }
    }
    return sum;
  }

  @Test
  void exactNormsAreThoseOfQuadrature() {
    LieDerivative gauss = LieDerivative.sampled(CUBICS, GAUSS);
    Vec w = vec(weights(2, CUBICS.size(), 1));
    assertSameNorm(EXACT.identity(2).apply(w), gauss.identity(2).apply(w));
    assertSameNorm(EXACT.along(SHEAR).apply(w), gauss.along(SHEAR).apply(w));
    for (Generator xi : List.of(TURN, BENT)) {
      for (Fibre fibre : List.of(Fibre.pushforward(2), Fibre.scalar(2), LINEAR)) {
        assertSameNorm(EXACT.along(xi, fibre).apply(w), gauss.along(xi, fibre).apply(w));
      }
    }
  }

  private static void assertSameNorm(Vec exact, Vec atGaussPoints) {
    assertEquals(Math.sqrt(meanSquare(atGaussPoints, 2)), exact.norm(), 1e-12 * exact.norm());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1", "0, 3", "1, 2"})
  void normsOfMonomialsAreTheirMoments(int a, int b) {
    // ‖x^a y^b‖² = mean of x^2a · mean of y^2b.
    double[] w = new double[CUBICS.size()];
    for (int j = 0; j < w.length; j++) {
      w[j] = CUBICS.terms().get(j).exponents().equals(List.of(a, b)) ? 1 : 0;
    }
    double expected = Math.sqrt(moment(BOX, 0, 2 * a) * moment(BOX, 1, 2 * b));
    assertEquals(expected, EXACT.identity(1).apply(Vec.of(w)).norm(), 1e-13 * expected);
  }

  /** (u^(k+1) − l^(k+1)) / ((k + 1)(u − l)). */
  private static double moment(Region box, int i, int k) {
    double l = box.lower().get(i);
    double u = box.upper().get(i);
    return (Math.pow(u, k + 1) - Math.pow(l, k + 1)) / ((k + 1) * (u - l));
  }

  @Test
  void sampledImagesAreTheValuesOfTheFormula() {
    // [v, F] = DF v − Dv F for F = (x², x y), v = (−y, x): (−2xy + xy, −y² + x² − x²).
    double[] w = new double[2 * CUBICS.size()];
    w[CUBICS.termNames().indexOf("x1^2")] = 1;
    w[CUBICS.size() + CUBICS.termNames().indexOf("x1 x2")] = 1;
    Vec image = SAMPLED.along(TURN, Fibre.pushforward(2)).apply(Vec.of(w));
    Matrix points = BOX.points(40);
    for (int l = 0; l < 40; l++) {
      double x = points.get(l, 0);
      double y = points.get(l, 1);
      assertEquals(-x * y, Math.sqrt(40) * image.get(l), 1e-13);
      assertEquals(-y * y, Math.sqrt(40) * image.get(40 + l), 1e-13);
    }
  }

  @Test
  void theDerivativeIsBilinear() {
    Generator sum = generator("2*(-x2) - 3*(x1^2 - 3)", "2*x1 - 3*(x1*x2 + x2/2)");
    for (LieDerivative derivative : List.of(EXACT, SAMPLED)) {
      Vec w = vec(weights(2, CUBICS.size(), 2));
      Fibre fibre = Fibre.pushforward(2);
      Vec turned = padded(derivative.along(TURN, fibre).apply(w).times(2), derivative);
      Vec bent = derivative.along(BENT, fibre).apply(w).times(-3);
      Vec together = derivative.along(sum, fibre).apply(w);
      assertEquals(0, together.minus(turned.plus(bent)).norm(), 1e-13 * together.norm());
    }
  }

  /** Exact images of lower degree continue with zeros. */
  private static Vec padded(Vec image, LieDerivative derivative) {
    int size = derivative.along(BENT, Fibre.pushforward(2)).rows();
    double[] longer = Arrays.copyOf(image.toArray(), size);
    return Vec.adopt(longer);
  }

  @Test
  void theBracketOfTwoFieldsIsAntisymmetric() {
    // [v, F] = −[F, v]: both fields are in the library and both are generators.
    for (LieDerivative derivative : List.of(EXACT, SAMPLED)) {
      Vec direct = derivative.along(BENT, Fibre.pushforward(2)).apply(vec(coefficients(TURN)));
      Vec swapped = derivative.along(TURN, Fibre.pushforward(2)).apply(vec(coefficients(BENT)));
      Vec sum = direct.plus(padded(swapped, derivative));
      assertEquals(0, sum.norm(), 1e-13 * direct.norm());
      assertTrue(direct.norm() > 1);
      assertEquals(
          0,
          derivative.along(BENT, Fibre.pushforward(2)).apply(vec(coefficients(BENT))).norm(),
          1e-13);
    }
  }

  /** W of a polynomial field in the library of cubics. */
  private static Matrix coefficients(Generator xi) {
    double[] w = new double[2 * CUBICS.size()];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < CUBICS.size(); j++) {
        w[i * CUBICS.size() + j] =
            xi.polynomials()
                .orElseThrow()
                .get(i)
                .coefficients()
                .getOrDefault(CUBICS.terms().get(j).exponents(), Rational.ZERO)
                .doubleValue();
      }
    }
    return Matrix.adopt(2, CUBICS.size(), w);
  }

  @Test
  void derivativesAlongLinearFieldsRepresentTheAlgebra() {
    // L_ξ L_η − L_η L_ξ = L_[ξ,η] with the field [Ax, Bx] = (B A − A B) x, on scalars and on
    // fields.
    Matrix a = Matrix.ofRows(new double[] {1, 2}, new double[] {-1, 3});
    Matrix b = Matrix.ofRows(new double[] {0, 1}, new double[] {4, -2});
    Matrix commutator = minus(b.times(a), a.times(b));
    for (Fibre fibre : List.of(Fibre.scalar(1), Fibre.pushforward(2))) {
      Matrix la = onCoefficients(a, fibre);
      Matrix lb = onCoefficients(b, fibre);
      Matrix bracket = minus(la.times(lb), lb.times(la));
      Matrix expected = onCoefficients(commutator, fibre);
      Vec difference = vec(minus(bracket, expected));
      assertEquals(0, difference.norm(), 1e-11 * vec(expected).norm());
    }
  }

  private static Matrix minus(Matrix a, Matrix b) {
    return Matrix.adopt(a.rows(), a.cols(), vec(a).minus(vec(b)).toArray());
  }

  /** L_ξ as a map of vec(W) into vec(W). */
  private static Matrix onCoefficients(Matrix a, Fibre fibre) {
    LinearMap along = EXACT.along(Generator.linear("", Given.names(2), a), fibre);
    return intoCoefficients(along.toMatrix(), fibre.outputs());
  }

  /** The vec(W) of images. */
  private static Matrix intoCoefficients(Matrix images, int outputs) {
    Matrix identity = EXACT.identity(outputs).toMatrix();
    double[][] columns = new double[images.cols()][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = NullSpace.of(identity, images.col(j), Tolerance.RANK).particular().toArray();
    }
    return Matrix.ofColumns(columns);
  }

  @Test
  void transformationsComposeLikeTheGroup() {
    // K_gh = K_h K_g for (K_g F)(x) = B⁻¹ F(A x).
    GroupElement g = SHEAR;
    GroupElement h =
        new GroupElement(
            "h",
            Given.names(2),
            Matrix.ofRows(new double[] {0, 1}, new double[] {-1, 2}),
            Matrix.ofRows(new double[] {1, -1}, new double[] {1, 3}));
    GroupElement gh =
        new GroupElement(
            "gh", Given.names(2), g.domain().times(h.domain()), g.fibre().times(h.fibre()));
    Matrix product = transformation(h).times(transformation(g));
    Vec difference = vec(minus(transformation(gh), product));
    assertEquals(0, difference.norm(), 1e-10 * vec(product).norm());
  }

  /** K_h on vec(W). */
  private static Matrix transformation(GroupElement h) {
    Matrix change = intoCoefficients(EXACT.along(h).toMatrix(), 2);
    Matrix identity = Matrix.identity(change.rows());
    return minus(change, identity.map(v -> -v));
  }

  @Test
  void theNuclearNormOfASquareUnderRigidMotions() {
    // F = x² on [−1,1]²: columns 2x, 0, √2 x y are orthogonal: 2/√3 + √2/3.
    Library squares = Given.monomials(2, 2);
    double[] w = new double[squares.size()];
    w[squares.termNames().indexOf("x1^2")] = 1;
    double half = Math.sqrt(0.5);
    List<Generator> se2 = new ArrayList<>(Given.translations(2, 1, 1));
    se2.add(Given.linear(2, 0, 1, half, 1, 0, -half));
    Matrix image =
        LieDerivative.exact(squares, Region.unit(2))
            .of(Matrix.adopt(1, w.length, w), se2, Fibre.scalar(1));
    assertEquals(3, image.cols());
    double nuclear = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(0, image.col(i).dot(image.col(j)), 1e-15);
      }
      nuclear += image.col(i).norm();
    }
    assertEquals(2 / Math.sqrt(3) + Math.sqrt(2) / 3, nuclear, 1e-14);
    assertEquals(1.626105, nuclear, 1e-6);
  }

  @Test
  void theImageOfOneModelIsThatOfTheOperators() {
    Matrix w = weights(2, CUBICS.size(), 3);
    List<Generator> candidates = List.of(TURN, BENT, generator("1", "0"), generator("x2^3", "x1"));
    for (LieDerivative derivative : List.of(EXACT, SAMPLED)) {
      for (Fibre fibre : List.of(Fibre.scalar(2), Fibre.pushforward(2), LINEAR)) {
        Matrix image = derivative.of(w, candidates, fibre);
        for (int a = 0; a < candidates.size(); a++) {
          Vec expected = derivative.along(candidates.get(a), fibre).apply(vec(w));
          double[] longer = Arrays.copyOf(expected.toArray(), image.rows());
          Vec difference = image.col(a).minus(Vec.adopt(longer));
          assertEquals(0, difference.norm(), 1e-13 * expected.norm());
        }
      }
      assertEquals(0, derivative.of(w, List.of(), Fibre.scalar(2)).cols());
    }
  }

  @Test
  void whatIsNoPolynomialIsLeftToSampling() {
    Library sines = LibrarySpec.parse("expr(sin(x1))").over(Given.names(2));
    Unsupported terms =
        assertThrows(Unsupported.class, () -> LieDerivative.exact(sines, Region.unit(2)));
    assertTrue(terms.getMessage().contains("sin(x1)"));
    assertThrows(Unsupported.class, () -> EXACT.along(generator("sin(x1)", "0"), Fibre.scalar(1)));
    Fibre root = Fibre.linear(List.of(List.of(read("sqrt(x1)"))));
    assertThrows(Unsupported.class, () -> EXACT.along(TURN, root));
  }

  @Test
  void shapesMustAgree() {
    assertThrows(IllegalArgumentException.class, () -> LieDerivative.exact(CUBICS, Region.unit(3)));
    assertThrows(
        IllegalArgumentException.class, () -> LieDerivative.sampled(CUBICS, Matrix.zeros(4, 3)));
    assertThrows(
        IllegalArgumentException.class, () -> LieDerivative.sampled(CUBICS, Matrix.zeros(0, 2)));
  }
}
