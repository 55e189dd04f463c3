package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EquivarianceLawsTest {
  private static final List<String> XY = List.of("x", "y");

  private static final Action SO2 = Given.action("so(2)", Given.so(2, 1));

  private static Generator generator(List<String> names, String... formulas) {
    return new Generator(
        "", names, Stream.of(formulas).map(f -> Expression.parse(f, names)).toList());
  }

  private static EquivariantSpace invariants(String library, Region box, Generator xi) {
    return Equivariance.ofInvariants(LibrarySpec.parse(library).over(xi.variables()), 1)
        .within(box)
        .space(List.of(Given.action("", List.of(xi))));
  }

  private static EquivariantSpace rates(String library, Region box, Generator xi) {
    List<String> names = xi.variables();
    return Equivariance.ofRates(LibrarySpec.parse(library).over(names), names.size())
        .within(box)
        .space(List.of(Given.action("", List.of(xi))));
  }

  @Test
  void aDemandHoldsIndependentRowsInTheUsersWords() {
    Equivariance cubics = Equivariance.ofRates(Given.monomials(2, 3), 2);
    Action mirror = Given.action("mirror", Given.element(Given.diagonal(1, -1)));
    List<Demand> demands = cubics.demands(List.of(SO2, mirror));
    assertEquals(List.of("so(2)", "mirror"), demands.stream().map(Demand::statement).toList());
    assertEquals(16, demands.get(0).rows().size());
    assertEquals(10, demands.get(1).rows().size());
    for (Demand demand : demands) {
      assertTrue(demand.exact());
      assertEquals(Demand.Relation.EQUAL, demand.relation());
      assertTrue(demand.rows().stream().allMatch(row -> row.target().isZero()));
    }
  }

  @Test
  void theResidualIsTheLengthOfTheBracketInCoefficients() {
    // F = (x², 0), v = (−y, x): [v, F] = (−2xy, −x²), of length √5.
    Equivariance quadratics = Equivariance.ofRates(Given.monomials(2, 2), 2);
    double[] w = new double[12];
    w[3] = -7;
    assertEquals(Math.sqrt(5), quadratics.residual(SO2, Matrix.adopt(2, 6, w)), 1e-15);
    assertEquals(0, quadratics.residual(SO2, Matrix.zeros(2, 6)));
    double[] oscillator = new double[12];
    oscillator[2] = 3;
    oscillator[7] = -3;
    assertEquals(0, quadratics.residual(SO2, Matrix.adopt(2, 6, oscillator)));
  }

  @Test
  void theResidualIsTheWorstOfAllParts() {
    // The mirror x ↦ −x turns F = (x², 0) into −F: B F differs from F∘A by 2 F.
    Action both = new Action("both", Given.so(2, 1), List.of(Given.element(Given.diagonal(-1, 1))));
    double[] w = new double[12];
    w[3] = 1;
    Equivariance quadratics = Equivariance.ofRates(Given.monomials(2, 2), 2);
    assertEquals(Math.sqrt(5), quadratics.residual(both, Matrix.adopt(2, 6, w)), 1e-15);
    Action mirror = Given.action("mirror", both.elements().get(0));
    assertEquals(2, quadratics.residual(mirror, Matrix.adopt(2, 6, w)), 1e-15);
  }

  @Test
  void basisFieldsObeyWhatWasDemanded() {
    Equivariance systems = Equivariance.ofRates(Given.monomials(6, 2), 6);
    Action so3 = Given.action("so(3)", Given.so(3, 2));
    for (SortedMap<Integer, Rational> vector : systems.space(List.of(so3)).rows().nullBasis()) {
      double[] w = new double[6 * 28];
      vector.forEach((k, v) -> w[k] = v.doubleValue());
      assertEquals(0, systems.residual(so3, Matrix.adopt(6, 28, w)));
    }
  }

  @Test
  void theConflictIsAMinimalSetOfStatements() {
    GroupElement odd = Given.element(Given.diagonal(-1, -1));
    GroupElement even =
        new GroupElement("", Given.names(2), Given.diagonal(-1, -1), Given.diagonal(1, 1));
    Action inversion = Given.action("inversion", odd);
    Action reversal = Given.action("reversal", even);
    Equivariance cubics = Equivariance.ofRates(Given.monomials(2, 3), 2);
    assertEquals(List.of(), cubics.conflict(List.of(SO2, inversion)));
    assertEquals(List.of(inversion, reversal), cubics.conflict(List.of(SO2, inversion, reversal)));
    BadSetting error =
        assertThrows(BadSetting.class, () -> cubics.demands(List.of(inversion, SO2, reversal)));
    assertEquals("only-zero-model", error.code());
    assertTrue(error.getMessage().contains("together leave no model"), error::getMessage);
    EquivariantSpace empty = cubics.space(List.of(inversion, reversal));
    assertEquals(0, empty.dimension());
    assertEquals(List.of(), empty.basis());
  }

  @Test
  void oneStatementCanLeaveNothing() {
    Equivariance constants = Equivariance.ofRates(Given.monomials(2, 0), 2);
    BadSetting error = assertThrows(BadSetting.class, () -> constants.demands(List.of(SO2)));
    assertEquals(
        "so(2): leaves no model of these terms but the one that is zero. Leave it out, or take a"
            + " library with more terms",
        error.getMessage());
  }

  @Test
  void controlsMayTurnWithTheStatesButNotIntoThem() {
    // ẋ = F(x, u), both turning: {x, u} · {1} and their right angles, degree 1.
    List<String> names = List.of("x", "y", "u", "v");
    Library library = LibrarySpec.parse("polynomial:1").over(names);
    Matrix turn = Given.matrix(4, 0, 1, -1, 1, 0, 1, 2, 3, -1, 3, 2, 1);
    Equivariance equivariance = Equivariance.ofRates(library, 2);
    Action both = Given.action("so(2)", List.of(Generator.linear("", names, turn)));
    assertEquals(4, equivariance.space(List.of(both)).dimension());
    assertEquals(1, equivariance.demands(List.of(both)).size());
    Matrix mixed = Given.matrix(4, 0, 2, -1, 2, 0, 1);
    Action wrong = Given.action("so(2) on (x,u)", List.of(Generator.linear("", names, mixed)));
    BadSetting error = assertThrows(BadSetting.class, () -> equivariance.demands(List.of(wrong)));
    assertEquals("state-moved-by-control", error.code());
  }

  @Test
  void timeReversalLeavesRatesOfTheRightParity() {
    // (x, v) ↦ (x, −v): ẋ odd in v (v, x v), v̇ even in v (1, x, x², v²).
    GroupElement reversal =
        new GroupElement("", Given.names(2), Given.diagonal(1, -1), Given.diagonal(-1, 1));
    assertEquals(
        6,
        Equivariance.ofRates(Given.monomials(2, 2), 2)
            .space(List.of(Given.action("reversal", reversal)))
            .dimension());
  }

  @ParameterizedTest
  @CsvSource({"x^2, x^2", "x + x^2, x + x^2", "1, 1"})
  void onTheLineAFieldCommutesWithItsMultiplesOnly(String formula, String only) {
    EquivariantSpace space =
        rates("polynomial:4", Region.unit(1), generator(List.of("x"), formula));
    assertEquals(List.of("(" + only + ")"), space.texts());
    assertTrue(space.exact());
  }

  @ParameterizedTest
  @CsvSource({
    "exp(x), 'expr(1, exp(x), exp(2*x))', (exp(x))",
    "sin(x), fourier:3 + polynomial:1, (sin(x))",
    "x*log(x), 'expr(x, x*log(x), x^2)', (x log(x))"
  })
  void fieldsThatAreNoPolynomialsAreSampled(String formula, String library, String only) {
    Region positive = new Region(Vec.of(0.5), Vec.of(2));
    EquivariantSpace space = rates(library, positive, generator(List.of("x"), formula));
    assertEquals(List.of(only), space.texts());
    assertTrue(space.exact());
  }

  @Test
  void samplingFindsWhatTheMonomialsTell() {
    // x² written so that it is no polynomial: (√x)⁴.
    Region positive = new Region(Vec.of(0.5, 0.25), Vec.of(2, 1));
    EquivariantSpace exact = rates("polynomial:3", positive, generator(XY, "x^2", "x*y"));
    EquivariantSpace sampled = rates("polynomial:3", positive, generator(XY, "(x^0.5)^4", "x*y"));
    assertEquals(exact.rows(), sampled.rows());
    assertTrue(sampled.exact());
    assertTrue(exact.dimension() > 0);
  }

  @Test
  void logarithmsOfPositiveColumnsScale() {
    EquivariantSpace space =
        invariants(
            "expr(1, log(x), log(y))",
            new Region(Vec.of(0.5, 1), Vec.of(2, 3)),
            generator(XY, "x", "-2*y"));
    assertEquals(List.of("(1)", "(2 log(x) + log(y))"), space.texts());
  }

  @Test
  void termsThatDependOnOthersAddTheirOwnDirections() {
    // r², and the coefficients that make zero: (x + y)² − x² − 2 x y − y².
    EquivariantSpace space =
        invariants("expr((x+y)^2, x^2, x*y, y^2)", Region.unit(2), generator(XY, "-y", "x"));
    assertEquals(2, space.dimension());
    assertTrue(space.exact());
  }

  @Test
  void angularNumbersThatAreNoFractionsStayNumbers() {
    // v = x ∂x + √2 y ∂y commutes with x ∂x and y ∂y only; on invariants √2 log x − log y remains.
    EquivariantSpace space =
        invariants(
            "expr(1, log(x), log(y))",
            new Region(Vec.of(0.5, 1), Vec.of(2, 3)),
            generator(XY, "x", "1.4142135623730951*y"));
    assertEquals(2, space.dimension());
    assertFalse(space.exact());
    assertEquals(-Math.sqrt(0.5), space.rows().nullBasis().get(1).get(2).doubleValue(), 1e-12);
    EquivariantSpace fields =
        rates("polynomial:3", Region.unit(2), generator(XY, "x", "1.4142135623730951*y"));
    assertEquals(List.of("(x, 0)", "(0, y)"), fields.texts());
    assertTrue(fields.exact());
  }

  static Stream<Arguments> boxes() {
    return Stream.of(
        Arguments.of("around the sun", Region.unit(4)),
        Arguments.of(
            "kilometres", new Region(Vec.of(-2e8, -1e8, -30, -40), Vec.of(1e8, 2e8, 30, 40))),
        Arguments.of("off centre", new Region(Vec.of(90, 90, -3, -3), Vec.of(100, 100, 1, 2))),
        Arguments.of("tiny", new Region(Vec.of(1e-6, 0, -1, -1), Vec.of(2e-6, 1e-6, 1, 1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("boxes")
  void keplersForceIsRecognisedInEveryUnit(String name, Region box) {
    List<String> names = List.of("x", "y", "vx", "vy");
    Generator turn = generator(names, "-y", "x", "-vy", "vx");
    EquivariantSpace space =
        rates("polynomial:1 + expr(x/(x^2+y^2)^1.5, y/(x^2+y^2)^1.5)", box, turn);
    assertEquals(12, space.dimension());
    assertTrue(space.exact());
    assertEquals("(x, y, 0, 0)", space.texts().get(0));
  }

  @Test
  void termsThatAreNowhereFiniteTogetherAreRefused() {
    BadSetting error =
        assertThrows(
            BadSetting.class,
            () -> invariants("expr(log(x), log(-x))", Region.unit(2), generator(XY, "x", "y")));
    assertEquals("library-not-finite", error.code());
  }

  @Test
  void variablesAndValuesMustBeThoseOfTheLibrary() {
    Equivariance cubics = Equivariance.ofRates(Given.monomials(2, 3), 2);
    Action other = Given.action("so(3)", Given.so(3, 1));
    assertThrows(IllegalArgumentException.class, () -> cubics.space(List.of(other)));
    Action scalar =
        Given.action(
            "h", new GroupElement("", Given.names(2), Matrix.identity(2), Matrix.identity(1)));
    assertThrows(IllegalArgumentException.class, () -> cubics.space(List.of(scalar)));
  }

  @Test
  void rigidMotionsOfPositionAndVelocityToDegreeFiveAreQuick() {
    // 2772 unknowns; v, |v|² v, |v|⁴ v in both halves. Two points: the same of their difference.
    Library library = Given.monomials(6, 5);
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int points : new int[] {1, 2}) {
            List<Generator> se3 = new ArrayList<>(Given.so(3, 2));
            se3.addAll(Given.translations(3, 2, points));
            EquivariantSpace space =
                Equivariance.ofRates(library, 6).space(List.of(Given.action("se(3)", se3)));
            assertEquals(6, space.dimension());
          }
        });
  }
}
