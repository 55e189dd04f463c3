package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SystemsTest {
  private static final int POINTS = 50;

  /** Every system, and the special parameters that bring further structure. */
  static Stream<KnownSystem> systems() {
    Stream<KnownSystem> special =
        Stream.of(
            Systems.named("duffing").with("delta", 0).with("alpha", 0.3),
            Systems.named("cubic-oscillator").with("a", 0),
            Systems.named("hopf").with("b", 0.3),
            Systems.named("kepler").with("gm", 2.5),
            Systems.named("kepler-3d").with("gm", 0.7),
            Systems.named("isotropic-oscillator").with("k", 2.5),
            Systems.named("rigid-body").with("I2", 1.7),
            Systems.named("lotka-volterra").with("c", 0.4).with("d", 0.2),
            Systems.named("seir").with("gamma", 0.2));
    return Stream.concat(Systems.all().stream(), special);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void coefficientsReproduceTheField(KnownSystem system) {
    Evaluator model = system.model().field().evaluator();
    for (Vec x : points(system)) {
      assertClose(rates(system, x), rates(model, x), "at " + x);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void affineSymmetriesCommuteWithTheField(KnownSystem system) {
    for (AffineSymmetry symmetry : system.symmetries()) {
      for (Vec x : points(system)) {
        Vec f = rates(system, x);
        Vec v = symmetry.linear().apply(x).plus(symmetry.offset());
        Vec bracket = jacobian(system, x).apply(v).minus(symmetry.linear().apply(f));
        assertClose(f.times(symmetry.factor()), bracket, symmetry.name() + " at " + x);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void discreteSymmetriesMapSolutionsToSolutions(KnownSystem system) {
    for (DiscreteSymmetry symmetry : system.discreteSymmetries()) {
      for (Vec x : points(system)) {
        Vec moved = symmetry.element().apply(rates(system, x));
        Vec there = rates(system, symmetry.element().apply(x));
        assertClose(symmetry.reversing() ? moved.times(-1) : moved, there, symmetry.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void conservedQuantitiesDoNotChangeAlongTheField(KnownSystem system) {
    List<String> names = system.schema().stateNames();
    for (ConservedQuantity quantity : system.conserved()) {
      Expression expression = Expression.parse(quantity.expression(), names);
      PointFunction h = Library.of(names, List.of(expression)).compile(Matrix.identity(1));
      for (Vec x : points(system)) {
        double[] gradient = new double[names.size()];
        h.jacobian(x.toArray(), gradient);
        Vec f = rates(system, x);
        double scale = 1 + Vec.of(gradient).norm() * f.norm();
        assertEquals(0, Vec.of(gradient).dot(f) / scale, 1e-13, quantity.name() + " at " + x);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theFieldDoesNotVanishWhereStatementsAreTested(KnownSystem system) {
    Vec f = rates(system, points(system).get(0));
    assertTrue(f.norm() > 1e-3, "the field must not vanish where it is tested");
  }

  @Test
  void benchmarkLibrariesHoldTheEquations() {
    for (String name : List.of("lorenz63", "rossler", "lotka-volterra", "hopf-mu", "duffing")) {
      KnownSystem system = Systems.named(name);
      assertEquals(
          system.coefficients().size(),
          system.model(LibrarySpec.parse("polynomial:3")).activeTerms());
    }
  }

  @Test
  void aLibraryThatLacksATermIsRefusedByName() {
    BadSetting refusal =
        assertThrows(
            BadSetting.class,
            () -> Systems.named("duffing").model(LibrarySpec.parse("polynomial:2")));
    assertEquals(
        "duffing: its equations need the term x^3, which the library lacks. Take polynomial:3",
        refusal.getMessage());
  }

  @Test
  void lorenzReadsAsLorenzWroteIt() {
    assertEquals(
        List.of(
            "x' = -10.00 x + 10.00 y",
            "y' = 28.00 x - 1.000 y - 1.000 x z",
            "z' = -2.667 z + 1.000 x y"),
        Systems.named("lorenz63").model().equations());
  }

  @Test
  void lorenz96ReadsAsLorenzWroteIt() {
    List<String> equations = Systems.named("lorenz96").model().equations();
    assertEquals("x1' = 8.000 - 1.000 x1 + 1.000 x2 x20 - 1.000 x19 x20", equations.get(0));
    assertEquals("x3' = 8.000 - 1.000 x3 - 1.000 x1 x2 + 1.000 x2 x4", equations.get(2));
  }

  /** so(3), and the seven quantities of which |A|² = gm² + 2 E |L|² and A·L = 0 leave five. */
  @Test
  void thePlanetInSpaceHasItsRotationsAndItsSevenQuantities() {
    KnownSystem planet = Systems.named("kepler-3d");
    List<AffineSymmetry> symmetries = planet.symmetries();
    assertEquals(4, symmetries.size());
    for (int a = 0; a < 3; a++) {
      Matrix one = symmetries.get(a).linear();
      Matrix two = symmetries.get((a + 1) % 3).linear();
      Vec bracket = Vec.of(one.times(two).toArray()).minus(Vec.of(two.times(one).toArray()));
      Vec third = Vec.of(symmetries.get((a + 2) % 3).linear().toArray());
      assertEquals(0, bracket.minus(third).norm(), "[Rx, Ry] = Rz and cyclically");
    }
    Vec x = planet.starts().get(3);
    double[] h = new double[7];
    for (int k = 0; k < 7; k++) {
      Expression quantity =
          Expression.parse(planet.conserved().get(k).expression(), planet.schema().stateNames());
      double[] value = new double[1];
      Library.of(planet.schema().stateNames(), List.of(quantity))
          .compile(Matrix.identity(1))
          .value(x.toArray(), value);
      h[k] = value[0];
    }
    Vec momentum = Vec.of(h[1], h[2], h[3]);
    Vec axis = Vec.of(h[4], h[5], h[6]);
    assertEquals(0, axis.dot(momentum), 1e-14);
    assertEquals(1 + 2 * h[0] * momentum.dot(momentum), axis.dot(axis), 1e-14);
  }

  /** The starts lie in four different planes: their angular momenta have different directions. */
  @Test
  void theOrbitsInSpaceAreInclined() {
    List<Vec> axes = new ArrayList<>();
    for (Vec x : Systems.named("kepler-3d").starts()) {
      Vec q = x.slice(0, 3);
      Vec v = x.slice(3, 6);
      Vec momentum =
          Vec.of(
              q.get(1) * v.get(2) - q.get(2) * v.get(1),
              q.get(2) * v.get(0) - q.get(0) * v.get(2),
              q.get(0) * v.get(1) - q.get(1) * v.get(0));
      assertTrue(v.dot(v) / 2 < 1 / q.norm(), "bound");
      axes.add(momentum.times(1 / momentum.norm()));
    }
    assertEquals(4, axes.size());
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < a; b++) {
        assertTrue(Math.abs(axes.get(a).dot(axes.get(b))) < 0.95, a + " and " + b);
      }
    }
  }

  /** 2n² = 8 matrices commute with the isotropic oscillator in n = 2 dimensions. */
  @Test
  void theIsotropicOscillatorHasEightIndependentSymmetries() {
    double[][] columns =
        Systems.named("isotropic-oscillator").symmetries().stream()
            .map(s -> s.linear().toArray())
            .toArray(double[][]::new);
    assertEquals(8, columns.length);
    assertEquals(8, ColumnBasis.of(Matrix.ofColumns(columns), Tolerance.RANK).kept().size());
  }

  @Test
  void theKeplerOrbitHasItsThirdLaw() {
    AffineSymmetry law = Systems.named("kepler").symmetries().get(1);
    assertTrue(law.rescalesTime());
    assertEquals(-3, law.factor());
    assertFalse(Systems.named("kepler").symmetries().get(0).rescalesTime());
  }

  @Test
  void namesAreUniqueAndDescriptionsAreThere() {
    assertEquals(20, Systems.all().size());
    assertEquals(20, new HashSet<>(Systems.names()).size());
    for (KnownSystem system : Systems.all()) {
      assertTrue(system.name().matches("[a-z0-9-]+"), system.name());
      assertFalse(system.description().isBlank());
      assertTrue(system.citation().text().contains("(" + system.citation().year() + ")"));
    }
  }

  @Test
  void anUnknownNameSuggestsTheNearestAndListsAll() {
    BadSetting refusal = assertThrows(BadSetting.class, () -> Systems.named("Lorentz"));
    assertTrue(
        refusal
            .getMessage()
            .startsWith("there is no known system 'Lorentz'. Did you mean lorenz63?"));
    assertTrue(refusal.getMessage().contains("rigid-body"));
    assertTrue(
        assertThrows(BadSetting.class, () -> Systems.named("van_der_Pol"))
            .getMessage()
            .contains("mean van-der-pol?"));
    assertFalse(
        assertThrows(BadSetting.class, () -> Systems.named("xyz")).getMessage().contains("mean"));
  }

  @Test
  void anUnknownParameterListsThoseThereAre() {
    KnownSystem lorenz = Systems.named("lorenz63");
    BadSetting refusal = assertThrows(BadSetting.class, () -> lorenz.with("r", 20));
    assertEquals(
        "lorenz63: there is no parameter 'r'. Its parameters are sigma, rho, beta",
        refusal.getMessage());
    assertThrows(BadSetting.class, () -> lorenz.with("rho", Double.NaN));
    assertEquals(28, lorenz.with("rho", 15).with("rho", 28).parameters().get(1).value());
  }

  private static List<Vec> points(KnownSystem system) {
    SplittableRandom random = new SplittableRandom(17);
    boolean positive = system.conserved().stream().anyMatch(c -> c.expression().contains("log"));
    int n = system.schema().states().size();
    return Stream.generate(
            () ->
                Vec.zeros(n)
                    .map(zero -> positive ? random.nextDouble(0.2, 2) : random.nextDouble(-2, 2)))
        .filter(x -> x.get(0) * x.get(0) + x.get(1) * x.get(1) > 0.1)
        .limit(POINTS)
        .toList();
  }

  private static Matrix jacobian(KnownSystem system, Vec x) {
    double[] entries = new double[x.size() * x.size()];
    assertTrue(system.model().field().evaluator().jacobian(0, x.toArray(), entries));
    return Matrix.adopt(x.size(), x.size(), entries);
  }

  private static Vec rates(KnownSystem system, Vec x) {
    return rates(system.field().evaluator(), x);
  }

  private static Vec rates(Evaluator evaluator, Vec x) {
    double[] dx = new double[x.size()];
    evaluator.rates(0, x.toArray(), dx);
    return Vec.of(dx);
  }

  private static void assertClose(Vec expected, Vec actual, String where) {
    double scale = 1 + expected.maxAbs();
    assertEquals(0, expected.minus(actual).maxAbs() / scale, 1e-12, where);
  }
}
