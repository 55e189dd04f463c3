package io.github.sindy4j.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LieAlgebraTest implements LieAlgebraContract {
  private static final List<String> XY = List.of("x", "y");

  @Override
  public List<Known> subjects() {
    List<Known> all = new ArrayList<>();
    for (int n = 1; n <= 5; n++) {
      all.add(new Known(LieAlgebra.t(n), n));
      all.add(new Known(LieAlgebra.se(n), n * (n + 1) / 2));
      all.add(new Known(LieAlgebra.gl(n), n * n));
      all.add(new Known(LieAlgebra.aff(n), n * (n + 1)));
      if (n > 1) {
        all.add(new Known(LieAlgebra.so(n), n * (n - 1) / 2));
        all.add(new Known(LieAlgebra.sl(n), n * n - 1));
      }
      for (int p = 1; p < n; p++) {
        all.add(new Known(LieAlgebra.so(p, n - p), n * (n - 1) / 2));
      }
    }
    for (int n = 1; n <= 3; n++) {
      all.add(new Known(LieAlgebra.sp(2 * n), n * (2 * n + 1)));
    }
    all.add(new Known(LieAlgebra.scaling(List.of(Rational.ONE, Rational.of(2))), 1));
    all.add(new Known(LieAlgebra.so(3).times(LieAlgebra.t(2).over(List.of("u", "v"))), 5));
    return all;
  }

  private static Generator field(String name, List<String> variables, String... components) {
    return new Generator(
        name,
        variables,
        List.of(components).stream().map(c -> Expression.parse(c, variables)).toList());
  }

  @Test
  void theTrivialAlgebraHasNoGenerators() {
    assertEquals(0, LieAlgebra.trivial(3).dimension());
    assertEquals(0, LieAlgebra.trivial(3).structure().dimension());
  }

  @Test
  void rotationsComeLexicographicallyAndTurnTheFirstAxisTowardsTheSecond() {
    LieAlgebra so3 = LieAlgebra.so(3);
    assertEquals(
        List.of(
            "rotation(x,y): -y ∂/∂x + x ∂/∂y",
            "rotation(x,z): -z ∂/∂x + x ∂/∂z",
            "rotation(y,z): -z ∂/∂y + y ∂/∂z"),
        so3.generators().stream().map(Generator::toString).toList());
    // [R(x,y), R(x,z)] = Dw v − Dv w, by hand: z ∂/∂y − y ∂/∂z = −R(y,z).
    assertEquals(-1, so3.structure().get(0, 1, 2));
  }

  @Test
  void everyGeneratorSaysWhatItDoes() {
    assertEquals(
        List.of("scaling(x)", "shear(x,y)", "shear(y,x)", "scaling(y)", "shift(x)", "shift(y)"),
        names(LieAlgebra.aff(2)));
    assertEquals(List.of("shear(x,y)", "shear(y,x)", "squeeze(x,y)"), names(LieAlgebra.sl(2)));
    assertEquals(List.of("flow(q^2/2)", "flow(q p)", "flow(p^2/2)"), names(LieAlgebra.sp(2)));
    assertEquals(List.of("boost(x,y)"), names(LieAlgebra.so(1, 1)));
    assertEquals("-q ∂/∂p", LieAlgebra.sp(2).generators().get(0).text());
    assertEquals("y ∂/∂x", LieAlgebra.sl(2).generators().get(0).text());
    assertEquals(
        List.of("rotation(a,b)", "shift(a)", "shift(b)"),
        names(LieAlgebra.se(2).over(List.of("a", "b"))));
    assertEquals(
        List.of("scaling(x:1,y:1/2)"),
        names(LieAlgebra.scaling(List.of(Rational.ONE, Rational.of(1, 2)))));
  }

  private static List<String> names(LieAlgebra algebra) {
    return algebra.generators().stream().map(Generator::name).toList();
  }

  @Test
  void pseudoOrthogonalOnesKeepTheirMetricAndSymplecticOnesTheirForm() {
    for (int p = 0; p <= 3; p++) {
      for (int q = p == 0 ? 2 : 1; q <= 3; q++) {
        double[] j = new double[(p + q) * (p + q)];
        for (int i = 0; i < p + q; i++) {
          j[i * (p + q) + i] = i < p ? 1 : -1;
        }
        LieAlgebra algebra = p == 0 ? LieAlgebra.so(q) : LieAlgebra.so(p, q);
        keep(Matrix.adopt(p + q, p + q, j), algebra);
      }
    }
    for (int n = 1; n <= 3; n++) {
      double[] j = new double[4 * n * n];
      for (int i = 0; i < n; i++) {
        j[i * 2 * n + n + i] = 1;
        j[(n + i) * 2 * n + i] = -1;
      }
      keep(Matrix.adopt(2 * n, 2 * n, j), LieAlgebra.sp(2 * n));
    }
  }

  /** Aᵀ J + J A = 0. */
  private static void keep(Matrix j, LieAlgebra algebra) {
    for (Generator v : algebra.generators()) {
      Matrix a = linear(v);
      double[] sum = a.transpose().times(j).toArray();
      double[] right = j.times(a).toArray();
      for (int e = 0; e < sum.length; e++) {
        assertEquals(0.0, sum[e] + right[e], v.name());
      }
    }
  }

  private static Matrix linear(Generator v) {
    Matrix affine = v.matrix().orElseThrow();
    return affine.columns(java.util.stream.IntStream.range(0, affine.rows()).toArray());
  }

  @Test
  void specialLinearOnesKeepTheVolume() {
    for (int n = 2; n <= 5; n++) {
      for (Generator v : LieAlgebra.sl(n).generators()) {
        Matrix a = linear(v);
        double trace = 0;
        for (int i = 0; i < n; i++) {
          trace += a.get(i, i);
        }
        assertEquals(0.0, trace, v.name());
      }
    }
  }

  @Test
  void bracketsOfPolynomialFieldsAreExact() {
    // [x ∂/∂x, x² ∂/∂x] = Dw v − Dv w = 2x·x − x² = x² ∂/∂x: with ∂/∂x this is sl(2).
    List<String> x = List.of("x");
    LieAlgebra projective =
        LieAlgebra.of(
            "projective", List.of(field("a", x, "1"), field("b", x, "x"), field("c", x, "x^2")));
    StructureConstants c = projective.structure();
    assertEquals(Rational.ONE, c.exactly(0, 1, 0).orElseThrow());
    assertEquals(Rational.of(2), c.exactly(0, 2, 1).orElseThrow());
    assertEquals(Rational.ONE, c.exactly(1, 2, 2).orElseThrow());
    assertEquals("sl(2)", projective.type().name());
    assertEquals(0, StructureConstants.numeric(projective.generators()).residual(), 1e-15);
  }

  @Test
  void anOpenListSaysWhichBracketLeavesAndOffersTheClosure() {
    List<Generator> open =
        List.of(LieAlgebra.so(3).generators().get(0), LieAlgebra.so(3).generators().get(1));
    BadSetting refused = assertThrows(BadSetting.class, () -> LieAlgebra.of("two", open));
    assertEquals("not-closed", refused.code());
    assertEquals(
        "Lie algebra: the bracket of rotation(x,y) and rotation(x,z) is z ∂/∂y - y ∂/∂z, which is no"
            + " combination of the generators. Their closure has dimension 3; add z ∂/∂y - y ∂/∂z",
        refused.getMessage());
    assertEquals("so(3)", LieAlgebra.closure("rotations", open).type().name());
  }

  @Test
  void dependentGeneratorsSayHow() {
    List<Generator> three =
        List.of(field("a", XY, "1", "0"), field("b", XY, "0", "1"), field("c", XY, "2", "-1/2"));
    BadSetting refused = assertThrows(BadSetting.class, () -> LieAlgebra.of("three", three));
    assertEquals("dependent-generators", refused.code());
    assertTrue(
        refused.getMessage().contains("c depends on the others: it is 2 · a + -1/2 · b"),
        refused.getMessage());
    assertEquals(
        "dependent-generators",
        assertThrows(BadSetting.class, () -> StructureConstants.numeric(three)).code());
  }

  @Test
  void shiftAndRotationGenerateAllMotionsOfThePlaneAndSpace() {
    List<Generator> plane =
        List.of(LieAlgebra.se(2).generators().get(0), LieAlgebra.se(2).generators().get(1));
    assertEquals("se(2)", LieAlgebra.closure("plane", plane).type().name());
    List<Generator> se3 = LieAlgebra.se(3).generators();
    assertEquals(
        "se(3)",
        LieAlgebra.closure("space", List.of(se3.get(0), se3.get(2), se3.get(3))).type().name());
  }

  @Test
  void aClosureWithoutEndIsCutOffAndSaysSo() {
    List<String> x = List.of("x");
    List<Generator> endless = List.of(field("a", x, "x^2"), field("b", x, "x^3"));
    BadSetting refused =
        assertThrows(BadSetting.class, () -> LieAlgebra.closure("endless", endless));
    assertEquals("no-finite-closure", refused.code());
    BadSetting open = assertThrows(BadSetting.class, () -> LieAlgebra.of("endless", endless));
    assertTrue(open.getMessage().contains("No closure up to dimension 60"), open.getMessage());
  }

  @Test
  void generatorsThatAreNotPolynomialHaveNoExactBracket() {
    List<Generator> sine = List.of(field("a", XY, "sin(y)", "0"), field("b", XY, "0", "1"));
    assertThrows(Unsupported.class, () -> LieAlgebra.of("sine", sine));
  }

  @Test
  void factorsOfAProductMustNotShareVariables() {
    BadSetting refused =
        assertThrows(BadSetting.class, () -> LieAlgebra.so(2).times(LieAlgebra.t(1)));
    assertTrue(refused.getMessage().contains("both act on 'x'"), refused.getMessage());
    assertThrows(BadSetting.class, () -> LieAlgebra.so(2).over(List.of("a")));
    assertThrows(BadSetting.class, () -> LieAlgebra.sp(3));
    assertThrows(BadSetting.class, () -> LieAlgebra.t(0));
    assertThrows(BadSetting.class, () -> LieAlgebra.of("nothing", List.of()));
  }

  /** The residual is that of the definition, up to the order of the noise. */
  @Test
  void leastSquaresReportHowFarNoisyGeneratorsAreFromClosed() {
    SplittableRandom random = new SplittableRandom(5);
    for (double noise : new double[] {1e-8, 1e-4}) {
      List<Generator> noisy =
          LieAlgebra.se(3).generators().stream().map(v -> noisy(v, noise, random)).toList();
      double residual = StructureConstants.numeric(noisy).residual();
      assertTrue(residual > noise / 10 && residual < 100 * noise, noise + ": " + residual);
    }
    List<Generator> open = LieAlgebra.so(3).generators().subList(0, 2);
    // Of unit length q = v/√2 the bracket is q₃/√2, all of it outside.
    assertEquals(Math.sqrt(0.5), StructureConstants.numeric(open).residual(), 1e-14);
  }

  static Generator noisy(Generator v, double noise, SplittableRandom random) {
    Matrix a = linear(v).map(e -> e + noise * random.nextGaussian());
    return Generator.affine(
        v.name(),
        v.variables(),
        a,
        v.matrix().orElseThrow().col(a.rows()).map(e -> e + noise * random.nextGaussian()));
  }

  @Test
  void bigAlgebrasAreSolvedAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertEquals(45, LieAlgebra.so(10).structure().dimension());
          assertEquals(100, LieAlgebra.gl(10).structure().dimension());
        });
  }
}
