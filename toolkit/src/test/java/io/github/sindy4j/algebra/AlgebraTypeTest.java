package io.github.sindy4j.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlgebraTypeTest {
  /** Matrices or fields that span a known algebra, and its name. */
  static Stream<Arguments> known() {
    List<Arguments> all = new ArrayList<>();
    for (int n = 1; n <= 6; n++) {
      all.add(Arguments.of(n == 1 ? "R" : "R^" + n, LieAlgebra.t(n)));
    }
    all.add(Arguments.of("R", LieAlgebra.so(2)));
    all.add(Arguments.of("R", LieAlgebra.so(1, 1)));
    all.add(Arguments.of("so(3)", LieAlgebra.so(3)));
    all.add(Arguments.of("so(4)", LieAlgebra.so(4)));
    all.add(Arguments.of("sl(2)", LieAlgebra.so(2, 1)));
    all.add(Arguments.of("so(3,1)", LieAlgebra.so(1, 3)));
    all.add(Arguments.of("so(2,2)", LieAlgebra.so(2, 2)));
    all.add(Arguments.of("se(2)", LieAlgebra.se(2)));
    all.add(Arguments.of("se(3)", LieAlgebra.se(3)));
    all.add(Arguments.of("gl(2)", LieAlgebra.gl(2)));
    all.add(Arguments.of("sl(2)", LieAlgebra.sl(2)));
    all.add(Arguments.of("sl(2)", LieAlgebra.sp(2)));
    all.add(Arguments.of("aff(1)", LieAlgebra.aff(1)));
    all.add(Arguments.of("aff(2)", LieAlgebra.aff(2)));
    all.add(known("so(3)+R", LieAlgebra.so(3), LieAlgebra.t(1)));
    all.add(known("so(3)+R^3", LieAlgebra.so(3), LieAlgebra.t(3)));
    all.add(known("so(3)+aff(1)", LieAlgebra.so(3), LieAlgebra.aff(1)));
    all.add(known("sl(2)+so(3)", LieAlgebra.so(3), LieAlgebra.sl(2)));
    all.add(known("so(3)+se(2)", LieAlgebra.so(3), LieAlgebra.se(2)));
    all.add(known("sl(2)+aff(1)", LieAlgebra.sl(2), LieAlgebra.aff(1)));
    all.add(known("aff(1)+aff(1)", LieAlgebra.aff(1), LieAlgebra.aff(1)));
    all.add(known("aff(1)+R", LieAlgebra.aff(1), LieAlgebra.so(2)));
    all.add(known("aff(1)+se(2)", LieAlgebra.aff(1), LieAlgebra.se(2)));
    all.add(known("se(2)+se(2)", LieAlgebra.se(2), LieAlgebra.se(2)));
    all.add(
        known(
            "se(2)+R^2", LieAlgebra.se(2), LieAlgebra.so(2).times(renamed("w", LieAlgebra.t(1)))));
    all.add(
        known(
            "aff(1)+aff(1)+aff(1)",
            LieAlgebra.aff(1),
            LieAlgebra.aff(1).times(renamed("w", LieAlgebra.aff(1)))));
    all.add(Arguments.of("heis(3)", fields("x y z", "1 0 0", "0 1 x", "0 0 1")));
    all.add(
        Arguments.of(
            "heis(5)",
            fields("x y z u v", "1 0 0 0 0", "0 1 x 0 0", "0 0 1 0 0", "0 0 0 1 0", "0 0 u 0 1")));
    all.add(known("heis(3)+R", fields("x y z", "1 0 0", "0 1 x", "0 0 1"), LieAlgebra.t(1)));
    all.add(known("aff(1)+heis(3)", fields("x y z", "1 0 0", "0 1 x", "0 0 1"), LieAlgebra.aff(1)));
    all.add(Arguments.of("e(1,1)", fields("x y", "1 0", "0 1", "y x")));
    all.add(Arguments.of("Bianchi IV", fields("x y", "1 0", "0 1", "x+y y")));
    all.add(Arguments.of("Bianchi V", fields("x y", "1 0", "0 1", "x y")));
    all.add(Arguments.of("Bianchi VI", fields("x y", "1 0", "0 1", "x 3*y")));
    all.add(Arguments.of("Bianchi VII", fields("x y", "1 0", "0 1", "x-y y+x")));
    all.add(Arguments.of("sim(2)", fields("x y", "1 0", "0 1", "x y", "-y x")));
    all.add(Arguments.of("Engel algebra", fields("x y z", "1 0 0", "0 0 1", "0 1 x", "0 x x^2/2")));
    // The harmonic oscillator's ladder: rotation of (x, y) beside the Heisenberg algebra of x, y.
    all.add(
        Arguments.of("oscillator algebra", fields("x y z", "1 0 -y", "0 1 x", "0 0 1", "-y x 0")));
    all.add(
        Arguments.of(
            "split oscillator algebra", fields("x y z", "1 0 -y", "0 1 x", "0 0 1", "x -y 0")));
    all.add(Arguments.of("sl(2)⋉R^2", fields("x y", "1 0", "0 1", "y 0", "0 x", "x -y")));
    all.add(
        Arguments.of(
            "sl(2)⋉heis(3)",
            fields("x y z", "1 0 -y", "0 1 x", "0 0 1", "y 0 0", "0 x 0", "x -y 0")));
    all.add(
        Arguments.of(
            "so(2,1)⋉R^3", fields("x y z", "1 0 0", "0 1 0", "0 0 1", "-y x 0", "z 0 x", "0 z y")));
    // No classical name: three eigenvalues 1, 2, 3 on a translated space.
    all.add(Arguments.of("", fields("x y z", "1 0 0", "0 1 0", "0 0 1", "x 2*y 3*z")));
    return all.stream();
  }

  private static LieAlgebra renamed(String letter, LieAlgebra a) {
    return a.over(a.variables().stream().map(v -> letter + v).toList());
  }

  private static Arguments known(String name, LieAlgebra a, LieAlgebra b) {
    return Arguments.of(name, renamed("a", a).times(renamed("b", b)));
  }

  private static LieAlgebra fields(String variables, String... fields) {
    List<String> names = List.of(variables.split(" "));
    List<Generator> generators = new ArrayList<>();
    for (String field : fields) {
      generators.add(
          new Generator(
              field,
              names,
              Stream.of(field.split(" ")).map(c -> Expression.parse(c, names)).toList()));
    }
    return LieAlgebra.of("given", generators);
  }

  @ParameterizedTest
  @MethodSource("known")
  void classicalAlgebrasAreNamed(String name, LieAlgebra algebra) {
    assertEquals(name, algebra.type().name());
    assertEquals(algebra.type(), AlgebraType.of(StructureConstants.numeric(algebra.generators())));
  }

  @ParameterizedTest
  @MethodSource("known")
  void rationalChangesOfBasisDoNotMatter(String name, LieAlgebra algebra) {
    SplittableRandom random = new SplittableRandom(41);
    for (int draw = 0; draw < 5; draw++) {
      LieAlgebra mixed = LieAlgebra.of("mixed", mixed(algebra.generators(), random));
      assertEquals(algebra.type(), mixed.type(), name);
    }
  }

  @ParameterizedTest
  @MethodSource("known")
  void noiseInTheEighthDigitDoesNotMatter(String name, LieAlgebra algebra) {
    SplittableRandom random = new SplittableRandom(42);
    for (int draw = 0; draw < 5; draw++) {
      List<Generator> noisy =
          turned(algebra.generators(), random).stream().map(v -> noisy(v, random)).toList();
      assertEquals(algebra.type(), AlgebraType.of(StructureConstants.numeric(noisy)), name);
    }
  }

  /** Every coefficient is multiplied, and every affine one shifted, by noise. */
  private static Generator noisy(Generator v, SplittableRandom random) {
    if (v.isAffine()) {
      return LieAlgebraTest.noisy(v, 1e-8, random);
    }
    List<Polynomial> components = new ArrayList<>();
    for (Polynomial p : v.polynomials().orElseThrow()) {
      Polynomial sum = Polynomial.zero(p.variables());
      for (var term : p.coefficients().entrySet()) {
        double c = term.getValue().doubleValue() * (1 + 1e-8 * random.nextGaussian());
        sum = sum.plus(Polynomial.monomial(term.getKey()).times(Rational.simplest(c)));
      }
      components.add(sum);
    }
    return Generator.of(v.name(), v.variables(), components);
  }

  /** Rational combinations with entries a/b, |a| ≤ 3, b ≤ 2, that are independent. */
  private static List<Generator> mixed(List<Generator> generators, SplittableRandom random) {
    while (true) {
      List<Generator> mixed = new ArrayList<>();
      ExactSpan span = new ExactSpan();
      FieldCoordinates coordinates = new FieldCoordinates();
      for (int i = 0; i < generators.size(); i++) {
        List<Polynomial> sum = null;
        for (Generator v : generators) {
          Rational factor = Rational.of(random.nextInt(-3, 4), random.nextInt(1, 3));
          List<Polynomial> field =
              v.polynomials().orElseThrow().stream().map(p -> p.times(factor)).toList();
          sum = sum == null ? field : plus(sum, field);
        }
        if (span.add(coordinates.of(sum))) {
          mixed.add(Generator.of("m" + i, generators.get(0).variables(), sum));
        }
      }
      if (mixed.size() == generators.size()) {
        return mixed;
      }
    }
  }

  /** Turned by angles with cosine 3/5 in pairs, and scaled: no direction is lost in the noise. */
  private static List<Generator> turned(List<Generator> generators, SplittableRandom random) {
    List<List<Polynomial>> fields = new ArrayList<>();
    for (Generator v : generators) {
      fields.add(times(v.polynomials().orElseThrow(), Rational.of(random.nextInt(2, 5), 2)));
    }
    for (int turn = 0; turn < 12 && fields.size() > 1; turn++) {
      int i = random.nextInt(fields.size());
      int j = (i + random.nextInt(1, fields.size())) % fields.size();
      List<Polynomial> a = fields.get(i);
      List<Polynomial> b = fields.get(j);
      fields.set(i, plus(times(a, Rational.of(3, 5)), times(b, Rational.of(4, 5))));
      fields.set(j, plus(times(b, Rational.of(3, 5)), times(a, Rational.of(-4, 5))));
    }
    return fields.stream()
        .map(field -> Generator.of("m", generators.get(0).variables(), field))
        .toList();
  }

  private static List<Polynomial> times(List<Polynomial> field, Rational factor) {
    return field.stream().map(p -> p.times(factor)).toList();
  }

  private static List<Polynomial> plus(List<Polynomial> a, List<Polynomial> b) {
    List<Polynomial> sum = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i).plus(b.get(i)));
    }
    return sum;
  }

  @Test
  void generatorsFromDataAreNamedWhileNoiseIsSmallBesideThem() {
    SplittableRandom random = new SplittableRandom(43);
    for (LieAlgebra algebra :
        List.of(LieAlgebra.so(3), LieAlgebra.se(2), LieAlgebra.so(4), LieAlgebra.t(3))) {
      List<Generator> noisy =
          turned(algebra.generators(), random).stream()
              .map(v -> LieAlgebraTest.noisy(v, 1e-4, random))
              .toList();
      StructureConstants constants = StructureConstants.numeric(noisy);
      assertEquals(algebra.type(), AlgebraType.of(constants, 0.02), algebra.name());
    }
  }

  @Test
  void bracketsThatDoNotCloseHaveNoType() {
    StructureConstants open =
        StructureConstants.numeric(LieAlgebra.so(3).generators().subList(0, 2));
    BadSetting refused = assertThrows(BadSetting.class, () -> AlgebraType.of(open));
    assertEquals("not-closed", refused.code());
  }

  /** gl(4) in a basis without zeros: its 16·15/2 brackets hold 1920 fractions. */
  @Test
  void denseBasesOfBigAlgebrasAreNoHindrance() {
    LieAlgebra gl4 = LieAlgebra.gl(4);
    List<Generator> mixed = mixed(gl4.generators(), new SplittableRandom(44));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertEquals(gl4.type(), AlgebraType.of(StructureConstants.exact(mixed))));
  }

  /** Two copies of so(3) over Q(√2) stay one ideal over Q; over R they part. */
  @Test
  void idealsThatOnlyIrrationalNumbersSeparateAreFound() {
    // e, √2 e of so(3) ⊗ Q(√2), as matrices: e ↦ e ⊕ e, √2 e ↦ (e ⊕ e) ∘ [[0, 2], [1, 0]].
    List<Generator> generators = new ArrayList<>();
    List<String> names = List.of("a1", "a2", "a3", "b1", "b2", "b3");
    int[][] planes = {{0, 1}, {0, 2}, {1, 2}};
    for (int[] plane : planes) {
      generators.add(block(names, plane, 1, 0, 0, 1));
      generators.add(block(names, plane, 0, 2, 1, 0));
    }
    assertEquals("so(4)", LieAlgebra.of("split", generators).type().name());
  }

  private static Generator block(List<String> names, int[] plane, int a, int b, int c, int d) {
    double[][] entries = new double[6][6];
    int[][] factor = {{a, b}, {c, d}};
    for (int r = 0; r < 2; r++) {
      for (int s = 0; s < 2; s++) {
        entries[3 * r + plane[0]][3 * s + plane[1]] = -factor[r][s];
        entries[3 * r + plane[1]][3 * s + plane[0]] = factor[r][s];
      }
    }
    return Generator.linear(
        "m" + plane[0] + plane[1] + a, names, io.github.sindy4j.linalg.Matrix.ofRows(entries));
  }

  @Test
  void theTypeTellsSeriesCentreRadicalAndKillingForm() {
    AlgebraType se3 = LieAlgebra.se(3).type();
    assertEquals(List.of(6), se3.derivedSeries());
    assertEquals(3, se3.radical());
    assertEquals(0, se3.centre());
    // K vanishes on translations, and is negative on rotations.
    assertEquals(new Signature(0, 3, 3), se3.killing());
    AlgebraType aff2 = LieAlgebra.aff(2).type();
    assertEquals(List.of(6, 5), aff2.derivedSeries());
    AlgebraType se2 = LieAlgebra.se(2).type();
    assertEquals(List.of(3, 2, 0), se2.derivedSeries());
    assertEquals(List.of(3, 2), se2.lowerCentralSeries());
    assertTrue(se2.solvable() && !se2.nilpotent() && !se2.semisimple());
    assertTrue(LieAlgebra.so(4).type().semisimple());
    assertFalse(LieAlgebra.gl(2).type().semisimple());
    assertTrue(LieAlgebra.t(3).type().abelian());
  }

  @Test
  void theTypeReadsAsOneLine() {
    assertEquals("so(4) = so(3)+so(3): semisimple, dimension 6", LieAlgebra.so(4).type().text());
    assertEquals("se(2) = e(2): solvable, dimension 3", LieAlgebra.se(2).type().text());
    assertEquals(
        "se(3) = e(3): neither solvable nor semisimple, dimension 6",
        LieAlgebra.se(3).type().text());
    assertEquals("R^2: abelian, dimension 2", LieAlgebra.t(2).type().text());
    assertEquals("trivial: dimension 0", LieAlgebra.trivial(2).type().text());
    assertEquals("semisimple, dimension 10", LieAlgebra.so(5).type().text());
    assertEquals(
        "solvable, dimension 4",
        fields("x y z", "1 0 0", "0 1 0", "0 0 1", "x 2*y 3*z").type().text());
  }

  /** Dimension n(n−1)/2 of so(n), centre 1 and derived sl(n) of gl(n); so(p,q) has pq boosts. */
  @Test
  void bigAlgebrasAreTypedWithoutNames() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertEquals(new Signature(0, 45, 0), LieAlgebra.so(10).type().killing());
          assertEquals(new Signature(12, 9, 0), LieAlgebra.so(3, 4).type().killing());
          AlgebraType gl7 = LieAlgebra.gl(7).type();
          assertEquals(List.of(49, 48), gl7.derivedSeries());
          assertEquals(1, gl7.centre());
          assertEquals(1, gl7.radical());
          // K of sl(n): n(n+1)/2 − 1 positive for symmetric, n(n−1)/2 negative for skew matrices.
          assertEquals(new Signature(27, 21, 1), gl7.killing());
          AlgebraType numeric =
              AlgebraType.of(StructureConstants.numeric(LieAlgebra.gl(7).generators()));
          assertEquals(gl7, numeric);
        });
  }
}
