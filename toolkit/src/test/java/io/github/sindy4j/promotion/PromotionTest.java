package io.github.sindy4j.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Demands;
import io.github.sindy4j.regress.Stlsq;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionTest {
  private static final List<String> XY = List.of("x", "y");
  private static final List<String> XYZ = List.of("x", "y", "z");
  private static final Library CUBIC = PolynomialLibrary.ofDegree(3).over(XY);
  private static final Library CUBIC3 = PolynomialLibrary.ofDegree(3).over(XYZ);

  /** so(2) and the reflection; a term y² ∂/∂x breaks both rotation and the reflection of x. */
  private static final Planted HOPF =
      Planted.of(
          CUBIC, Region.unit(2), "0.5*x; -1*y; -1*x^3; -1*x y^2", "1*x; 0.5*y; -1*x^2 y; -1*y^3");

  /** No rotation, but (x, y) → (x, −y) is a symmetry: y' is odd in y, x' even. */
  private static final Planted BROKEN =
      Planted.of(
          CUBIC, Region.unit(2), "0.5*x; -1*x^3; -1*x y^2; 0.4*y^2", "0.5*y; -1*x^2 y; -1*y^3");

  /** so(3) but for a term that singles out z. */
  private static final Planted ABOUT_Z =
      Planted.of(
          CUBIC3,
          Region.unit(3),
          "1*x; -1*x^3; -1*x y^2; -1*x z^2",
          "1*y; -1*y^3; -1*x^2 y; -1*y z^2",
          "1*z; -1*z^3; -1*x^2 z; -1*y^2 z; 0.5*z^2");

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1})
  void theRotationOfAPlanarFieldIsKeptAmongAffineCandidates(double noise) {
    Promoted promoted = promoted(HOPF, "affine", 500, noise);
    assertEquals(List.of("rotation(x,y)"), texts(promoted));
    assertEquals("R: abelian, dimension 1", promoted.algebra().orElseThrow().text());
    assertEquals(6, promoted.broken().size());
    assertTrue(promoted.broken().stream().allMatch(b -> b.defect() > 0.5));
    double plain = promoted.errors().plain().orElseThrow();
    assertTrue(promoted.errors().enforced().orElseThrow() <= plain * 1.01 + 1e-12);
    for (Promoted.Broken broken : promoted.broken()) {
      assertTrue(broken.heldOutError().orElseThrow() > 3 * plain, broken.toString());
    }
    assertTrue(error(promoted, HOPF) < 1e-10 + noise, "" + error(promoted, HOPF));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void oneTermBreaksTheRotationAndLeavesTheReflection(double noise) {
    Promoted promoted = promoted(BROKEN, "so(2) and reflection(x,-y)", 500, noise);
    assertEquals(List.of("reflection(x,-y)"), texts(promoted));
    assertEquals(1, promoted.broken().size());
    Promoted.Broken rotation = promoted.broken().get(0);
    assertEquals(1, rotation.symmetry().generators().size());
    assertTrue(rotation.defect() > 0.1 && rotation.defect() < 0.5, rotation.toString());
    assertFalse(rotation.promoted());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void rotationsInSpaceAreBrokenToThoseAboutOneAxis(double noise) {
    Promoted promoted = promoted(ABOUT_Z, "so(3)", 2000, noise);
    assertEquals(List.of("rotation(x,y)"), texts(promoted));
    assertEquals(
        List.of("rotation(x,z)", "rotation(y,z)"),
        promoted.broken().stream().map(b -> b.symmetry().text()).toList());
    assertTrue(error(promoted, ABOUT_Z) < 1e-10 + noise);
  }

  @Test
  void aDirectionInWhichTheFunctionChangesIsNoTranslation() {
    Planted planted = Planted.of(CUBIC, Region.unit(2), "1*x; -1*x^3");
    PromotionProblem problem =
        PromotionProblem.of(
            planted.rows(300, 0.05, 1),
            CUBIC,
            List.of("f"),
            Fibre.scalar(1),
            Region.unit(2),
            candidates("t(2)", XY));
    Promoted promoted = Promotion.defaults().of(problem, Stlsq.defaults());
    assertEquals(1, promoted.kept().size());
    assertEquals("∂/∂y", promoted.kept().get(0).symmetry().generators().get(0).text());
    assertEquals(1, promoted.broken().size());
    assertEquals("∂/∂x", promoted.broken().get(0).symmetry().generators().get(0).text());
  }

  @Test
  void aFieldWithoutSymmetryKeepsNothing() {
    Planted planted =
        Planted.of(CUBIC, Region.unit(2), "1*1; 0.5*x; -1*x y; 0.7*y^3", "0.4*1; 1*x^2; -0.8*y");
    Promoted promoted = promoted(planted, "affine", 500, 0.01);
    assertEquals(List.of(), promoted.kept());
    assertTrue(promoted.algebra().isEmpty());
    assertTrue(codes(promoted).contains("nothing-kept"));
    assertEquals(promoted.errors().plain(), promoted.errors().enforced());
    assertTrue(promoted.enforced().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void aFieldWithAllSymmetriesKeepsAll(double noise) {
    Planted planted =
        Planted.of(
            CUBIC3,
            Region.unit(3),
            "1*x; -1*x^3; -1*x y^2; -1*x z^2",
            "1*y; -1*y^3; -1*x^2 y; -1*y z^2",
            "1*z; -1*z^3; -1*x^2 z; -1*y^2 z");
    Promoted promoted = promoted(planted, "so(3) and reflection(-x,-y,-z)", 2000, noise);
    assertEquals(4, promoted.kept().size());
    assertEquals(List.of(), promoted.broken());
    assertEquals("so(3) = su(2): semisimple, dimension 3", promoted.algebra().orElseThrow().text());
    assertTrue(codes(promoted).contains("everything-kept"));
  }

  @Test
  void atTheLargestWeightEveryCandidateIsKept() {
    for (Planted planted : List.of(HOPF, BROKEN)) {
      Promoted promoted = promoted(planted, "affine", 500, 0.02);
      assertEquals(1.0, promoted.path().get(0).fraction());
      assertEquals(6, promoted.path().get(0).kept());
    }
    Promoted both = promoted(BROKEN, "so(2) and reflection(-x,y)", 500, 0.02);
    assertEquals(1, both.path().get(0).kept());
    assertEquals(List.of(0), both.path().get(0).keptElements());
  }

  @Test
  void whatHurtsIsGivenUpAndSaid() {
    Promoted promoted =
        Promotion.defaults().at(1).of(problem(ABOUT_Z, "so(3)", 2000, 0.02), Stlsq.defaults());
    assertEquals("given", promoted.choice().reason());
    assertEquals(3, promoted.chosen().kept());
    assertEquals(List.of("rotation(x,y)"), texts(promoted));
    assertTrue(promoted.broken().stream().allMatch(Promoted.Broken::promoted));
    assertTrue(codes(promoted).contains("given-up"));
  }

  @Test
  void unitsDoNotMatter() {
    Vec scale = Vec.of(1000, 1e-3);
    Promoted one = promoted(HOPF, "affine", 500, 0);
    Promoted other = promoted(rescaled(HOPF, scale), "affine", 500, 0);
    assertEquals(one.choice(), other.choice());
    for (int k = 0; k < one.path().size(); k++) {
      PromotionStep a = one.path().get(k);
      PromotionStep b = other.path().get(k);
      assertEquals(a.weight(), b.weight(), 1e-4 * a.weight());
      double e = a.heldOutError().orElseThrow();
      assertEquals(e, b.heldOutError().orElseThrow(), 2e-3 * e);
      assertEquals(a.kept(), b.kept());
      Vec values = a.singularValues();
      double largest = values.last();
      for (int c = 0; c < values.size(); c++) {
        assertEquals(values.get(c), b.singularValues().get(c), 2e-3 * largest, "at " + k);
      }
    }
  }

  @Test
  void aRotationIsFoundInOtherUnits() {
    Promoted promoted = promoted(rescaled(HOPF, Vec.of(4, 0.5)), "affine", 500, 0);
    assertEquals(1, promoted.kept().size());
    Generator turn = promoted.kept().get(0).symmetry().generators().get(0);
    assertEquals("-64 y ∂/∂x + x ∂/∂y", turn.text());
  }

  /** The same field of X = scale · x. */
  private static Planted rescaled(Planted planted, Vec scale) {
    double[] w = planted.w().toArray();
    int p = planted.library().size();
    for (int k = 0; k < w.length; k++) {
      w[k] *= scale.get(k / p);
      for (int v = 0; v < scale.size(); v++) {
        w[k] /= Math.pow(scale.get(v), planted.library().terms().get(k % p).exponents().get(v));
      }
    }
    Region box = new Region(scale.times(-1), scale);
    return new Planted(planted.library(), Matrix.adopt(planted.w().rows(), p, w), box);
  }

  @Test
  void sameBitsTwice() {
    assertEquals(
        promoted(BROKEN, "affine", 300, 0.05).path(), promoted(BROKEN, "affine", 300, 0.05).path());
  }

  @Test
  void equalitiesHoldAllAlong() {
    Demand demand =
        new Demand(
            "x: x + y: y = 1.2",
            Demand.Relation.EQUAL,
            List.of(
                new Demand.Row(
                    new TreeMap<>(
                        java.util.Map.of(
                            CUBIC.termNames().indexOf("x"),
                            Rational.ONE,
                            CUBIC.size() + CUBIC.termNames().indexOf("y"),
                            Rational.ONE)),
                    Rational.simplest(1.2))),
            true);
    List<String> names = new ArrayList<>();
    XY.forEach(s -> CUBIC.termNames().forEach(t -> names.add(s + ": " + t)));
    Demands demands = Demands.of(List.of(demand), names);
    PromotionProblem problem = problem(HOPF, "affine", 500, 0.02).within(demands);
    for (double fraction : List.of(1.0, 0.1, 0.01, 0.001)) {
      Promoted promoted = Promotion.defaults().at(fraction).of(problem, Stlsq.defaults());
      assertTrue(demands.residual(promoted.coefficients()) < 1e-9, "at " + fraction);
      assertTrue(promoted.demands().residual(promoted.regression().coefficients()) < 1e-10);
      assertTrue(codes(promoted).contains("known-breaks-candidates"));
    }
    Promoted promoted = Promotion.defaults().of(problem, Stlsq.defaults());
    assertEquals(List.of("rotation(x,y)"), texts(promoted));
  }

  @Test
  void withoutHeldOutRowsTheSmallestWeightIsTakenAndSaid() {
    PromotionProblem problem =
        PromotionProblem.of(
            HOPF.rows(200, 0, 1, 1),
            CUBIC,
            XY,
            Fibre.pushforward(2),
            Region.unit(2),
            candidates("affine", XY));
    Promoted promoted = Promotion.defaults().of(problem, Stlsq.defaults());
    assertEquals(promoted.path().size() - 1, promoted.choice().step());
    assertTrue(promoted.errors().plain().isEmpty());
    assertTrue(codes(promoted).contains("no-held-out-rows"));
    assertEquals(List.of("rotation(x,y)"), texts(promoted));
  }

  /** x' = v, v' = −sin x is odd in (x, v), and keeps its form in x → −x only with time reversed. */
  @Test
  void anyLibraryIsSampled() {
    List<String> states = List.of("x", "v");
    Library library = LibrarySpec.parse("expr(1, v, sin(x), cos(x))").over(states);
    Planted pendulum =
        Planted.of(library, new Region(Vec.of(-3, -2), Vec.of(3, 2)), "1*v", "-1*sin(x)");
    Promoted promoted =
        promoted(pendulum, "reflection(-x,-v) and reversal(x,-v) and reflection(-x,v)", 400, 0.02);
    assertEquals(List.of("reflection(-x,-v)", "reversal(x,-v)"), texts(promoted));
    assertEquals("reflection(-x,v)", promoted.broken().get(0).symmetry().text());
  }

  @Test
  void whatTheLibraryCannotExpressIsSaidAndNotEnforced() {
    Library library = LibrarySpec.parse("expr(x, y, x^3, y^3)").over(XY);
    Planted planted = Planted.of(library, Region.unit(2), "1*x; -1*x^3", "1*y; -1*y^3");
    Promoted promoted = promoted(planted, "so(2) and reflection(-x,y)", 400, 0.02);
    assertEquals(List.of("reflection(-x,y)"), texts(promoted));
    assertTrue(codes(promoted).contains("library-not-closed"));
    assertTrue(promoted.broken().get(0).heldOutError().isEmpty());
  }

  @Test
  void anElementThatIsKnownNeedsNoPromotion() {
    PromotionProblem free = problem(HOPF, "so(2)", 300, 0.05);
    PromotionProblem known =
        free.within(free.with(List.of(Action.parse("reflection(-x,-y)", XY, List.of()))));
    Promoted promoted = Promotion.defaults().of(known, Stlsq.defaults());
    assertEquals(List.of("rotation(x,y)"), texts(promoted));
    assertTrue(promoted.demands().statements().contains("reflection(-x,-y)"));
    assertTrue(known.demands().residual(promoted.coefficients()) < 1e-9);
  }

  @Test
  void mistakesAreAnsweredAtTheDoor() {
    assertThrows(BadSetting.class, () -> Promotion.defaults().at(0));
    assertThrows(BadSetting.class, () -> Promotion.defaults().at(1.5));
    assertThrows(BadSetting.class, () -> Promotion.defaults().at(Double.NaN));
    assertThrows(BadSetting.class, () -> Promotion.defaults().withFractions(List.of()));
    assertThrows(BadSetting.class, () -> Promotion.defaults().withTolerance(1));
    PromotionProblem other =
        PromotionProblem.of(
            HOPF.rows(100, 0, 1),
            CUBIC,
            XY,
            Fibre.pushforward(2),
            Region.unit(2),
            candidates("so(3)", XYZ));
    BadSetting wrong =
        assertThrows(BadSetting.class, () -> Promotion.defaults().of(other, Stlsq.defaults()));
    assertEquals("wrong-variables", wrong.code());
    assertThrows(
        BadSetting.class,
        () -> problem(HOPF, "affine", 100, 0, new Action("none", List.of(), List.of())));
  }

  private static Promoted promoted(Planted planted, String candidates, int rows, double noise) {
    return Promotion.defaults().of(problem(planted, candidates, rows, noise), Stlsq.defaults());
  }

  private static PromotionProblem problem(
      Planted planted, String candidates, int rows, double noise) {
    return problem(
        planted, candidates, rows, noise, candidates(candidates, planted.library().variables()));
  }

  private static PromotionProblem problem(
      Planted planted, String candidates, int rows, double noise, Action action) {
    List<String> states = planted.library().variables();
    return PromotionProblem.of(
        planted.rows(rows, noise, candidates.length()),
        planted.library(),
        states,
        Fibre.pushforward(states.size()),
        planted.box(),
        action);
  }

  private static Action candidates(String text, List<String> states) {
    return text.equals("affine")
        ? new Action(text, GeneratorSpace.affine(states).basis(), List.of())
        : Action.parse(text, states, List.of());
  }

  private static List<String> texts(Promoted promoted) {
    return promoted.kept().stream().map(k -> k.symmetry().text()).toList();
  }

  private static List<String> codes(Promoted promoted) {
    return promoted.notices().stream().map(Notice::code).toList();
  }

  private static double error(Promoted promoted, Planted planted) {
    return promoted.regression().coefficients().minus(planted.w()).norm();
  }
}
