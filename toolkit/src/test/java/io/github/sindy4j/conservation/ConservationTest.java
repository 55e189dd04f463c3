package io.github.sindy4j.conservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConservationTest {
  private static final Conservation MODELS = Conservation.ofModels();

  private static Library monomials(Dynamics model, int degree) {
    return PolynomialLibrary.ofDegree(degree).over(model.states());
  }

  /** Monomials of degree ≤ 3, 1/r, x/r and y/r. */
  private static Library kepler() {
    List<Expression> all = new ArrayList<>();
    monomials(Written.KEPLER, 3).terms().forEach(t -> all.add(t.expression()));
    Written.functions(Written.KEPLER, "1/sqrt(x^2 + y^2)", "x/sqrt(x^2 + y^2)", "y/sqrt(x^2 + y^2)")
        .terms()
        .forEach(t -> all.add(t.expression()));
    return Library.of(Written.KEPLER.states(), all);
  }

  private static List<String> texts(ConservedQuantities found) {
    return found.quantities().stream().map(ConservedQuantity::toString).toList();
  }

  /** The published first integrals, the constant not counted. */
  static Stream<Arguments> classics() {
    return Stream.of(
        // E, L, and the two components of the Laplace–Runge–Lenz vector, bound by |A|² = 1 + 2 E
        // L².
        Arguments.of(Written.KEPLER, kepler(), 4, 3),
        // Energy and squared angular momentum.
        Arguments.of(Written.EULER_TOP, monomials(Written.EULER_TOP, 2), 2, 2),
        // Two energies, L, and x y + vx vy: the Hermitian forms of u(2), bound by one relation.
        Arguments.of(Written.ISOTROPIC, monomials(Written.ISOTROPIC, 2), 4, 3),
        // With products: the 10 quadratics of those 4, less the relation between them.
        Arguments.of(Written.ISOTROPIC, monomials(Written.ISOTROPIC, 4), 13, 3),
        Arguments.of(Written.LORENZ, monomials(Written.LORENZ, 4), 0, 0),
        Arguments.of(Written.HENON_HEILES, monomials(Written.HENON_HEILES, 4), 1, 1),
        Arguments.of(Written.VAN_DER_POL, monomials(Written.VAN_DER_POL, 4), 0, 0));
  }

  @ParameterizedTest
  @MethodSource("classics")
  void classicalSystemsHaveTheirFirstIntegrals(
      Dynamics model, Library candidates, int count, int independent) {
    Region region = Region.unit(model.dimension());
    ConservedQuantities exact = MODELS.search(model, candidates, region);
    assertEquals(count, exact.count(), exact.toString());
    assertEquals(independent, exact.functionallyIndependent());
    Conservation numeric = new Conservation(1e-6, false, true);
    ConservedQuantities sampled = numeric.search(model, candidates, region);
    assertFalse(sampled.exact());
    assertEquals(count, sampled.count(), sampled.toString());
    assertEquals(independent, sampled.functionallyIndependent());
    for (ConservedQuantity quantity : sampled.quantities()) {
      assertEquals(Verdict.HELD, quantity.verdict());
      assertEquals(0, quantity.defect(), 1e-12, quantity.toString());
    }
  }

  /** Without products, whatever the degree: the same quantities as the classics list. */
  @Test
  void theLibraryThatSuitsAModelFindsWhatTextbooksList() {
    Region four = Region.unit(4);
    assertEquals(
        List.of(
            "x vy - y vx",
            "vx^2 + vy^2 - 2/sqrt(x^2 + y^2)",
            "x vx vy - y vx^2 + y/sqrt(x^2 + y^2)",
            "x vy^2 - y vx vy - x/sqrt(x^2 + y^2)"),
        texts(MODELS.search(Written.KEPLER, four)));
    assertEquals(
        List.of("x^2 + vx^2", "x y + vx vy", "x vy - y vx", "y^2 + vy^2"),
        texts(MODELS.search(Written.ISOTROPIC, four)));
    assertEquals(
        List.of("w1^2 + w2^2", "w1^2 - 3 w3^2"),
        texts(MODELS.search(Written.EULER_TOP, Region.unit(3))));
    assertEquals(
        List.of("3 x^2 + 3 y^2 + 3 px^2 + 3 py^2 + 6 x^2 y - 2 y^3"),
        texts(MODELS.search(Written.HENON_HEILES, four)));
    Dynamics pendulum = Written.model("angle rate", "rate", "-2*sin(angle)");
    assertEquals(List.of("rate^2 - 4 cos(angle)"), texts(MODELS.search(pendulum, Region.unit(2))));
    Dynamics epidemic = Written.model("s i r", "-2*s*i", "2*s*i - i", "i");
    Region people = new Region(Vec.zeros(3), Vec.of(1, 1, 1));
    // The total, and s exp(2 r): its logarithm, since s is a factor of its own rate.
    assertEquals(List.of("s + i + r", "2 r + log(s)"), texts(MODELS.search(epidemic, people)));
  }

  @Test
  void quantitiesReadBack() {
    for (ConservedQuantity quantity : MODELS.search(Written.KEPLER, Region.unit(4)).quantities()) {
      List<String> states = Written.KEPLER.states();
      Expression again = Expression.parse(quantity.toString(), states);
      assertEquals(quantity.toString(), again.toString());
      Matrix points = Region.unit(4).points(20);
      Vec original = Percentiles.values(quantity.expression(), states, points);
      assertEquals(0, original.minus(Percentiles.values(again, states, points)).maxAbs(), 1e-12);
    }
  }

  /** (log x)' = a − b y, (log y)' = d x − c: V = d x − c log x + b y − a log y. */
  @Test
  void lotkaAndVolterraHaveTheirInvariant() {
    double a = 2.0 / 3;
    double b = 4.0 / 3;
    double c = 1;
    double d = 0.7;
    Dynamics logarithmic = Written.model("u v", a + " - " + b + "*exp(v)", d + "*exp(u) - " + c);
    ConservedQuantities found =
        MODELS.search(
            logarithmic,
            Written.functions(logarithmic, "u", "v", "exp(u)", "exp(v)"),
            Region.unit(2));
    assertEquals(1, found.count());
    Vec coefficients = found.quantities().get(0).coefficients();
    Vec expected = Vec.of(-c, -a, d, b);
    Vec parallel = expected.times(coefficients.dot(expected) / expected.dot(expected));
    assertEquals(0, parallel.minus(coefficients).norm() / coefficients.norm(), 1e-9);

    Dynamics plain = Written.model("x y", "x - 2*x*y", "x*y - 3*y");
    Region populations = new Region(Vec.of(0.1, 0.2), Vec.of(5, 3));
    assertEquals(List.of("x + 2 y - 3 log(x) - log(y)"), texts(MODELS.search(plain, populations)));
  }

  /** Otherwise the count would be that of H's own dependencies. */
  @Test
  void constantsAndDependentFunctionsAreNoQuantities() {
    Dynamics pendulum = Written.model("x v", "v", "-sin(x)");
    Library redundant =
        Written.functions(
            pendulum, "3", "v^2", "sin(x)^2", "cos(x)^2", "cos(x)", "2*cos(x) + v^2", "sin(x)");
    ConservedQuantities found = MODELS.search(pendulum, redundant, Region.unit(2));
    assertEquals(List.of("v^2 - 2 cos(x)"), texts(found));
    assertEquals(3, found.dependent().size(), found.dependent().toString());
    assertEquals("3", found.dependent().get(0));
    Library polynomial =
        Written.functions(Written.ISOTROPIC, "1", "x^2 + y^2", "vx^2 + vy^2", "x^2 + y^2 + 5");
    ConservedQuantities exact = MODELS.search(Written.ISOTROPIC, polynomial, Region.unit(4));
    assertTrue(exact.exact());
    assertEquals(List.of("x^2 + y^2 + vx^2 + vy^2"), texts(exact));
    assertEquals(List.of("1", "x^2 + y^2 + 5"), exact.dependent());
  }

  @Test
  void theOperatorIsTheLieDerivativeOfScalarsAlongTheModel() {
    Library candidates = kepler();
    QuantitySamples samples =
        QuantitySamples.at(
            Region.unit(4).points(60), Written.KEPLER, candidates, Region.unit(4), 40);
    DefectForm form = samples.form();
    var lie =
        LieDerivative.sampled(candidates, samples.points())
            .along(Written.KEPLER.generator(), Fibre.scalar(1));
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 5; trial++) {
      Vec c = Vec.zeros(candidates.size()).map(zero -> random.nextDouble(-1, 1));
      assertEquals(lie.apply(c).norm(), form.a().apply(c).norm(), 1e-12 * lie.apply(c).norm());
    }
  }

  @Test
  void functionsThatMoveHaveTheDefectOfTheAngle() {
    // h = x in x' = 1, y' = 1 on the unit box: |∇h·F|/(|∇h||F|) = 1/√2 everywhere.
    Dynamics drift = Written.model("x y", "1", "1");
    Expression x = Expression.parse("x", drift.states());
    ConservedQuantity moving = MODELS.judge(drift, x, Region.unit(2));
    assertEquals(Math.sqrt(0.5), moving.defect(), 1e-12);
    assertEquals(Verdict.BROKEN, moving.verdict());
    Expression held = Expression.parse("x - y", drift.states());
    assertEquals(Verdict.HELD, MODELS.judge(drift, held, Region.unit(2)).verdict());
    Expression fixed = Expression.parse("2 + 0*x", drift.states());
    assertThrows(BadSetting.class, () -> MODELS.judge(drift, fixed, Region.unit(2)));
  }

  /** Coefficients off by 0.1 %: what is exact is gone, what is near stays. */
  @Test
  void fitsKeepTheirQuantitiesWithinTheTolerance() {
    SplittableRandom random = new SplittableRandom(11);
    for (Dynamics truth : List.of(Written.KEPLER, Written.EULER_TOP, Written.HENON_HEILES)) {
      Dynamics fit =
          Dynamics.of(
              truth.library(),
              truth.coefficients().map(w -> w * (1 + 1e-3 * random.nextDouble(-1, 1))));
      Region region = Region.unit(truth.dimension());
      ConservedQuantities found = Conservation.ofFits().search(fit, region);
      assertEquals(MODELS.search(truth, region).count(), found.count(), found.toString());
      assertEquals(
          MODELS.search(truth, region).functionallyIndependent(), found.functionallyIndependent());
      assertEquals(texts(MODELS.search(truth, region)), texts(found));
      assertTrue(found.quantities().stream().allMatch(q -> q.defect() > 0 && q.defect() < 0.01));
    }
  }

  /** A quartic of Lorenz's has ρ = 0.0006 on the attractor, but the next is not far. */
  @Test
  void functionsThatMerelyChangeLittleAreNotCounted() {
    Matrix orbit = Written.solution(Written.LORENZ, Vec.of(-8, 7, 27), 0.01, 5000);
    Region box = new Region(Vec.of(-20, -27, 0), Vec.of(20, 27, 48));
    ConservedQuantities found =
        Conservation.ofFits().searchAt(orbit, Written.LORENZ, monomials(Written.LORENZ, 4), box);
    assertTrue(found.defects().first() < 0.005, "nearly conserved: " + found.defects().first());
    assertEquals(0, found.count());
    assertEquals(34, found.defects().size());
    assertEquals(0, Conservation.ofFits().search(Written.LORENZ, box).count());
  }

  /**
   * h = x² + vx², δF = ε x in vx': rms(2 ε x vx)/rms(|∇h| |F|) = ε √(1/9)/√(2/5 + 2/9 + 4/9) over
   * the unit box.
   */
  @Test
  void whatTheDataLeaveOpenMakesAQuantityUndecidable() {
    Dynamics model = Written.ISOTROPIC;
    int p = model.library().size();
    double epsilon = 0.2;
    double[] open = new double[4 * p];
    open[2 * p + model.library().termNames().indexOf("x")] = epsilon;
    Dynamics uncertain = model.withFreedom(Matrix.adopt(4 * p, 1, open));
    ConservedQuantities found = MODELS.search(uncertain, monomials(model, 2), Region.unit(4));
    List<String> names = texts(found);
    ConservedQuantity touched = found.quantities().get(names.indexOf("x^2 + vx^2"));
    double expected = epsilon * Math.sqrt(1.0 / 9 / (0.4 + 2.0 / 9 + 4.0 / 9));
    assertEquals(expected, touched.change(), 0.02 * expected);
    assertEquals(Verdict.UNDECIDABLE, touched.verdict());
    ConservedQuantity untouched = found.quantities().get(names.indexOf("y^2 + vy^2"));
    assertEquals(0, untouched.change());
    assertEquals(Verdict.HELD, untouched.verdict());
  }

  @Test
  void trueQuantitiesStayAlongSolutionsAndOthersDrift() {
    ConservedQuantities found = MODELS.search(Written.KEPLER, Region.unit(4));
    Vec start = Vec.of(0.5, 0, 0, Math.sqrt(3));
    Trajectory orbit = trajectory(Written.solution(Written.KEPLER, start, 0.005, 2000));
    Vec drift = found.drift(orbit);
    assertEquals(4, drift.size());
    assertTrue(drift.maxAbs() < 1e-6, drift.toString());
    // The energy of another sun, and a vector that turns.
    Dynamics heavier =
        Written.model("x y vx vy", "vx", "vy", "-1.5*x/(x^2 + y^2)^1.5", "-1.5*y/(x^2 + y^2)^1.5");
    ConservedQuantities wrong = MODELS.search(heavier, Region.unit(4));
    Vec wrongDrift = wrong.drift(orbit);
    assertTrue(wrongDrift.get(0) < 1e-6, "angular momentum is the same");
    for (int k = 1; k < 4; k++) {
      assertTrue(wrongDrift.get(k) > 0.01, wrongDrift.toString());
    }
    Dataset both =
        new Dataset(
            "two",
            io.github.sindy4j.data.Schema.of("x", "y", "vx", "vy"),
            List.of(trajectory(Matrix.ofRows(start.toArray(), start.toArray())), orbit),
            List.of());
    assertEquals(wrongDrift, wrong.drift(both), "the largest over the trajectories");
  }

  private static Trajectory trajectory(Matrix states) {
    Vec times = Vec.of(IntStream.range(0, states.rows()).mapToDouble(t -> 0.005 * t).toArray());
    return Trajectory.of("orbit", times, states);
  }

  @Test
  void whereNothingMovesEverythingIsConserved() {
    Dynamics still = Written.model("x y", "0*x", "0*y");
    assertEquals(5, MODELS.search(still, monomials(still, 2), Region.unit(2)).count());
    Conservation numeric = new Conservation(1e-6, false, true);
    assertEquals(5, numeric.search(still, monomials(still, 2), Region.unit(2)).count());
  }

  @Test
  void productsAreRecognised() {
    ConservedQuantities all =
        MODELS.search(Written.EULER_TOP, monomials(Written.EULER_TOP, 4), Region.unit(3));
    assertEquals(5, all.count());
    assertEquals(3, all.quantities().stream().filter(ConservedQuantity::composed).count());
    assertEquals(2, all.functionallyIndependent());
  }

  @Test
  void farAndFlatRegionsChangeNothing() {
    Region far = new Region(Vec.of(9, -0.01, 1000, 3), Vec.of(11, 0.01, 3000, 3.001));
    Conservation numeric = new Conservation(1e-6, false, true);
    ConservedQuantities found =
        numeric.search(Written.ISOTROPIC, monomials(Written.ISOTROPIC, 2), far);
    assertEquals(4, found.count(), found.defects().toString());
    assertEquals(3, found.functionallyIndependent());
  }

  @Test
  void modelsWithControlsAreRefusedByName() {
    Library library = PolynomialLibrary.ofDegree(1).over(List.of("x", "v", "force"));
    Unsupported refusal =
        assertThrows(Unsupported.class, () -> Dynamics.of(library, Matrix.zeros(2, 4)));
    assertTrue(refusal.getMessage().contains("driven by force"), refusal.getMessage());
  }

  @Test
  void regionsOutsideEveryDomainAreRefused() {
    Dynamics model = Written.model("x y", "y", "-x");
    Library roots = Written.functions(model, "sqrt(x)", "y");
    Region negative = new Region(Vec.of(-2, -1), Vec.of(-1, 1));
    BadSetting refusal =
        assertThrows(BadSetting.class, () -> MODELS.search(model, roots, negative));
    assertTrue(refusal.getMessage().contains("sqrt(x)"), refusal.getMessage());
    assertThrows(BadSetting.class, () -> MODELS.withTolerance(0));
  }

  /**
   * Dysts' 82 polynomial systems (Gilpin, arXiv 2110.05266): two have a polynomial first integral
   * of degree ≤ 4, computed there by sympy.
   */
  @Test
  void theCensusOfChaoticSystemsFindsTwoFirstIntegrals() throws IOException {
    List<String> integrable = new ArrayList<>();
    JsonNode systems = census();
    assertEquals(82, systems.size());
    for (JsonNode system : systems) {
      Dynamics model = model(system);
      ConservedQuantities found =
          MODELS.search(model, monomials(model, 4), Region.unit(model.dimension()));
      String name = system.get("name").asText();
      assertEquals(
          system.get("symmetry_census").get("first_integrals_deg_le4").asInt(),
          found.count(),
          name + " " + found);
      if (found.count() > 0) {
        integrable.add(name);
      }
      String divergence = system.get("symmetry_census").get("divergence").asText();
      Divergence.Kind kind =
          ModelStructure.of(model, Region.unit(model.dimension())).divergence().kind();
      assertEquals(divergence.equals("zero"), kind == Divergence.Kind.ZERO, name);
    }
    assertEquals(List.of("HenonHeiles", "NuclearQuadrupole"), integrable);
  }

  private static JsonNode census() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ConservationTest.class.getResourceAsStream("/dysts/dysts_polynomial.json"))) {
      return new ObjectMapper().readTree(in).get("systems");
    }
  }

  private static Dynamics model(JsonNode system) {
    List<String> states = new ArrayList<>();
    system.get("variables").forEach(v -> states.add(v.asText()));
    int degree = system.get("degree").asInt();
    Library library = PolynomialLibrary.ofDegree(degree).over(states);
    double[] w = new double[states.size() * library.size()];
    for (int i = 0; i < states.size(); i++) {
      for (JsonNode term : system.get("rhs").get(i)) {
        List<Integer> exponents = new ArrayList<>();
        term.get("exponents").forEach(e -> exponents.add(e.asInt()));
        int j = library.terms().stream().map(t -> t.exponents()).toList().indexOf(exponents);
        w[i * library.size() + j] = term.get("coefficient").asDouble();
      }
    }
    return Dynamics.of(library, Matrix.adopt(states.size(), library.size(), w));
  }
}
