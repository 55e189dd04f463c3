package io.github.sindy4j.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.RationalColumns;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact answers of the worked examples of method section 10, and published minimum defects. */
class DiscoveryTest {
  private static final List<String> XY = List.of("x", "y");
  private static final List<String> XYZ = List.of("x", "y", "z");

  private static Subject hopf() {
    return Fields.polynomial(XY, 1, "x/2 - y - x^3 - x*y^2", "x + y/2 - x^2*y - y^3");
  }

  private static List<String> names(SymmetrySpectrum spectrum) {
    return spectrum.generators().stream().map(f -> f.generator().name()).toList();
  }

  private static List<String> texts(SymmetrySpectrum spectrum) {
    return spectrum.generators().stream().map(f -> f.generator().text()).toList();
  }

  @ParameterizedTest
  @CsvSource({"1,2", "2,8", "3,18"})
  void theIsotropicOscillatorHasTwiceNSquaredLinearSymmetries(int n, int expected) {
    List<String> variables = Fields.names(2 * n);
    String[] rates = new String[2 * n];
    for (int i = 0; i < n; i++) {
      rates[i] = variables.get(n + i);
      rates[n + i] = "-" + variables.get(i);
    }
    Subject subject = Fields.polynomial(variables, 1, rates);
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.linear(variables));
    assertEquals(expected, spectrum.dimension(), spectrum.toString());
    assertTrue(spectrum.exact());
    assertTrue(spectrum.closed());
    assertTrue(spectrum.singularValues().get(expected - 1) <= 1e-12);
    assertTrue(spectrum.gap() > 1e10);
    assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("linear-model")));
  }

  @Test
  void theHarmonicOscillatorHasRotationAndScaling() {
    Subject subject = Fields.polynomial(XY, 1, "y", "-x");
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.affine(XY));
    assertEquals(List.of("scaling(x,y)", "rotation(x,y)"), names(spectrum));
    assertEquals(List.of("x ∂/∂x + y ∂/∂y", "-y ∂/∂x + x ∂/∂y"), texts(spectrum));
    assertTrue(spectrum.algebra().orElseThrow().abelian());
    assertTrue(spectrum.generators().get(1).trivial(), "F is the rotation");
    assertFalse(spectrum.generators().get(0).trivial());
  }

  @Test
  void theHopfNormalFormIsHeldUnderRotationAlone() {
    SymmetrySpectrum spectrum = Discovery.defaults().of(hopf(), GeneratorSpace.affine(XY));
    assertEquals(List.of("rotation(x,y)"), names(spectrum));
    assertEquals("-y ∂/∂x + x ∂/∂y", spectrum.generators().get(0).generator().text());
    assertEquals(0, spectrum.generators().get(0).defect());
    assertTrue(spectrum.exact());
    assertTrue(spectrum.singularValues().get(0) <= 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.3"})
  void amongCubicFieldsTheHopfNormalFormHasRotationAndItself(String b) {
    Subject subject =
        Fields.polynomial(
            XY,
            1,
            "x/2 - y - (x^2+y^2)*x - (" + b + ")*(x^2+y^2)*y",
            "x + y/2 - (x^2+y^2)*y + (" + b + ")*(x^2+y^2)*x");
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.polynomial(XY, 3));
    assertEquals(
        List.of("rotation(x,y)", "F"),
        names(spectrum).stream().sorted(Comparator.reverseOrder()).toList(),
        spectrum.toString());
    Finding itself =
        spectrum.generators().stream().filter(Finding::trivial).findFirst().orElseThrow();
    assertEquals("F", itself.generator().name());
    assertTrue(spectrum.exact());
    assertTrue(spectrum.closed());
  }

  @Test
  void vanDerPolAndLorenzHaveNoAffineSymmetry() {
    Subject vdp = Fields.polynomial(XY, 1, "y", "-x + y - x^2*y");
    Subject lorenz = Fields.polynomial(XYZ, 20, "10*(y-x)", "28*x - y - x*z", "x*y - 8/3*z");
    for (Discovery discovery :
        List.of(Discovery.defaults(), Discovery.defaults().withRescaling())) {
      assertEquals(0, discovery.of(vdp, GeneratorSpace.affine(XY)).dimension());
      SymmetrySpectrum spectrum = discovery.of(lorenz, GeneratorSpace.affine(XYZ));
      assertEquals(0, spectrum.dimension());
      assertTrue(spectrum.exact());
      assertTrue(spectrum.generators().isEmpty());
      assertTrue(spectrum.closed());
    }
  }

  @Test
  void theEulerTopScalesOnlyWithTimeRescaled() {
    Subject subject = Fields.polynomial(XYZ, 1, "-y*z/2", "x*z", "-x*y/2");
    GeneratorSpace affine = GeneratorSpace.affine(XYZ);
    assertEquals(0, Discovery.defaults().of(subject, affine).dimension());
    SymmetrySpectrum spectrum = Discovery.defaults().withRescaling().of(subject, affine);
    assertEquals(List.of("scaling(x,y,z)"), names(spectrum));
    assertEquals(1, spectrum.generators().get(0).rescaling());
    assertTrue(spectrum.exact());
  }

  @Test
  void keplersThirdLawIsASymmetryWithTimeRescaled() {
    List<String> variables = List.of("q1", "q2", "p1", "p2");
    String[] terms = {"p1", "p2", "q1/(q1^2+q2^2)^1.5", "q2/(q1^2+q2^2)^1.5"};
    Region region = new Region(Vec.of(-1.6, -1.6, -1, -1), Vec.of(1.6, 1.6, 1, 1));
    SplittableRandom random = new SplittableRandom(3);
    double[][] points = new double[400][];
    for (int l = 0; l < points.length; l++) {
      points[l] =
          new double[] {
            random.nextDouble(0.4, 1.6) * (random.nextBoolean() ? 1 : -1),
            random.nextDouble(0.4, 1.6) * (random.nextBoolean() ? 1 : -1),
            random.nextDouble(-1, 1),
            random.nextDouble(-1, 1)
          };
    }
    Subject subject =
        Fields.field(
                variables,
                region,
                terms,
                new double[] {1, 0, 0, 0},
                new double[] {0, 1, 0, 0},
                new double[] {0, 0, -1, 0},
                new double[] {0, 0, 0, -1})
            .withPoints(Matrix.ofRows(points));
    GeneratorSpace linear = GeneratorSpace.linear(variables);
    SymmetrySpectrum strict = Discovery.defaults().of(subject, linear);
    assertEquals(List.of("rotation(q1,q2),(p1,p2)"), names(strict));
    assertFalse(strict.exact());
    SymmetrySpectrum orbits = Discovery.defaults().withRescaling().of(subject, linear);
    assertEquals(2, orbits.dimension(), orbits.toString());
    Finding scaling =
        orbits.generators().stream().filter(f -> f.rescaling() != 0).findFirst().orElseThrow();
    assertEquals("scaling(q1:2,q2:2,p1:-1,p2:-1)", scaling.generator().name());
    assertEquals(-3, scaling.rescaling());
  }

  @Test
  void lotkaVolterraInLogarithmsHasNoAffineSymmetry() {
    Subject subject =
        Fields.field(
            List.of("u", "v"),
            Region.unit(2),
            new String[] {"1", "exp(u)", "exp(v)"},
            new double[] {1, 0, -0.5},
            new double[] {-0.75, 0.25, 0});
    SymmetrySpectrum spectrum =
        Discovery.defaults().of(subject, GeneratorSpace.affine(List.of("u", "v")));
    assertEquals(0, spectrum.dimension());
    assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("sampled")));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void aDistanceBreaksExactlyMOfTheEuclideanMotions(int m) {
    List<String> variables = Fields.names(m);
    Polynomial square = Polynomial.zero(m);
    for (int k = 0; k < m; k++) {
      Polynomial centre = Polynomial.constant(m, Rational.of(-k - 1, 7));
      square = square.plus(Polynomial.variable(m, k).plus(centre).power(2));
    }
    Subject field = Fields.polynomial(variables, Region.unit(m), List.of(square));
    Subject subject = Subject.functions(field.library(), field.coefficients(), field.region());
    GeneratorSpace euclidean = Fields.euclidean(variables);
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, euclidean);
    assertEquals(m, euclidean.basis().size() - spectrum.dimension(), spectrum.toString());
    assertTrue(spectrum.exact());
    assertTrue(spectrum.closed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "vanderpol; 1; 0.248; y | -x + y - x^2*y",
        "duffing; 2; 0.286; y | x - x^3 - 0.2*y",
        "lotka-volterra; 1; 0.271; x - x*y | -y + x*y",
        "selkov; 2; 0.486; 0.1 - x + 0.5*y + x^2*y | -0.5*y - x^2*y",
        "rigid; 1; 0.206; -y*z | x*z | -x*y/3",
        "lorenz; 20; 0.179; 10*(y-x) | 28*x - y - x*z | x*y - 8/3*z"
      })
  void theLeastDefectsAreThePublishedOnes(
      String name, double scale, double expected, String field) {
    String[] rates = field.split("\\|");
    List<String> variables = XYZ.subList(0, rates.length);
    Subject subject = Fields.polynomial(variables, scale, rates);
    double least =
        Discovery.defaults().of(subject, GeneratorSpace.affine(variables)).singularValues().get(0);
    assertEquals(expected, least, 0.012 * expected, name);
  }

  @Test
  void aShiftThatTheFieldDoesNotDependOnIsFound() {
    Subject subject = Fields.polynomial(XYZ, 1, "y", "-x + y - x^2*y", "x^2");
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.affine(XYZ));
    assertEquals(List.of("shift(z)"), names(spectrum), spectrum.toString());
  }

  @Test
  void unitsOfTheColumnsDoNotMatter() {
    // x = 1000 ξ, y = ζ/100: the same field in other units.
    Subject plain = Fields.polynomial(XY, 1, "y", "-x + y - x^2*y");
    Subject other =
        Fields.polynomial(XY, 1, "y*100000", "-x/100000 + y - x^2*y/1000000")
            .withRegion(new Region(Vec.of(-1000, -0.01), Vec.of(1000, 0.01)));
    GeneratorSpace affine = GeneratorSpace.affine(XY);
    SymmetrySpectrum one = Discovery.defaults().of(plain, affine);
    SymmetrySpectrum two = Discovery.defaults().of(other, affine);
    for (int k = 0; k < affine.basis().size(); k++) {
      assertEquals(one.singularValues().get(k), two.singularValues().get(k), 1e-12, "value " + k);
    }
  }

  @Test
  void dependentCandidatesAreRefused() {
    Expression wave = Expression.parse("sin(x)", XY);
    Generator first = new Generator("", XY, List.of(wave, Expression.number(0)));
    Generator second =
        new Generator("", XY, List.of(Expression.parse("3*sin(x)", XY), Expression.number(0)));
    GeneratorSpace waves = new GeneratorSpace("waves", List.of(first, second));
    BadSetting refused =
        assertThrows(BadSetting.class, () -> Discovery.defaults().of(hopf(), waves));
    assertTrue(refused.getMessage().contains("candidate 2 of 2"), refused.getMessage());
    assertThrows(
        BadSetting.class, () -> Discovery.defaults().of(hopf(), GeneratorSpace.affine(XYZ)));
  }

  @Test
  void everyCandidateHasAVerdict() {
    SymmetrySpectrum spectrum = Discovery.defaults().of(hopf(), Fields.euclidean(XY));
    assertEquals(
        List.of(Verdict.HELD, Verdict.BROKEN, Verdict.BROKEN),
        spectrum.each().stream().map(Finding::verdict).toList());
  }

  @Test
  void theGl10OfACubicFieldIsSearchedInTime() {
    List<String> variables = Fields.names(10);
    SplittableRandom random = new SplittableRandom(10);
    Library library = PolynomialLibrary.ofDegree(3).over(variables);
    double[] w = new double[10 * library.size()];
    for (int k = 0; k < w.length; k++) {
      w[k] = random.nextDouble(-1, 1);
    }
    Subject subject = Subject.field(library, Matrix.adopt(10, library.size(), w), Region.unit(10));
    long start = System.nanoTime();
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.linear(variables));
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals(2860, w.length);
    assertEquals(100, spectrum.singularValues().size());
    assertEquals(0, spectrum.dimension());
    assertTrue(seconds < 5, "took " + seconds + " s");
  }

  /** The dimension by elimination of the operator's rational rows, W put in: another way. */
  @Test
  void theNullSpaceIsThatOfTheOperatorsRationalRows() {
    Subject subject = Fields.polynomial(XYZ, 1, "-0.5*y*z", "x*z", "-0.5*x*y");
    GeneratorSpace candidates = GeneratorSpace.polynomial(XYZ, 2);
    List<SortedMap<Integer, Rational>> columns =
        RationalColumns.of(
            subject.library(), subject.coefficients(), candidates.basis(), Fibre.pushforward(3));
    int rank = EchelonForm.of(100_000, columns).rank();
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, candidates);
    assertTrue(spectrum.exact());
    assertEquals(candidates.basis().size() - rank, spectrum.dimension());
    assertTrue(spectrum.generators().stream().anyMatch(Finding::trivial));
  }

  @Test
  void aZeroModelHasEverySymmetryAndSaysSo() {
    Subject hopf = hopf();
    Subject zero = Subject.field(hopf.library(), hopf.coefficients().map(v -> 0), hopf.region());
    SymmetrySpectrum spectrum =
        Discovery.defaults().withDiscrete().of(zero, GeneratorSpace.affine(XY));
    assertEquals(6, spectrum.dimension());
    assertEquals(8, spectrum.discrete().orElseThrow().order());
    assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("zero-model")));
  }

  @Test
  void aConstantFieldCommutesWithShiftsAndWithWhatKeepsIt() {
    Subject subject = Fields.polynomial(XY, 1, "1", "0");
    SymmetrySpectrum spectrum = Discovery.defaults().of(subject, GeneratorSpace.affine(XY));
    // A e₁ = 0: ∂x, ∂y, y ∂x, y ∂y.
    assertEquals(4, spectrum.dimension(), spectrum.toString());
    assertTrue(spectrum.exact());
    Finding itself =
        spectrum.generators().stream().filter(Finding::trivial).findFirst().orElseThrow();
    assertEquals("shift(x)", itself.generator().name());
  }

  /** x' = u x: the scaling of x is one, and u may be scaled only with time. */
  @Test
  void controlsAreActedOnOrLeftAsTheyAre() {
    List<String> variables = List.of("x", "u");
    Library library = PolynomialLibrary.ofDegree(2).over(variables);
    double[] w = new double[library.size()];
    w[library.termNames().indexOf("x u")] = 1;
    Subject subject = Subject.field(library, Matrix.adopt(1, w.length, w), Region.unit(2));
    GeneratorSpace linear = GeneratorSpace.linear(variables);
    SymmetrySpectrum strict = Discovery.defaults().of(subject, linear);
    assertEquals(List.of("scaling(x)"), names(strict));
    SymmetrySpectrum paced = Discovery.defaults().withRescaling().of(subject, linear);
    assertEquals(List.of("scaling(x)", "scaling(u)"), names(paced));
    assertEquals(List.of(0.0, 1.0), paced.generators().stream().map(Finding::rescaling).toList());
  }

  @Test
  void aFittedModelThatIsNearlySymmetricIsShownWithTheSymmetry() {
    Subject nearly =
        Fields.polynomial(
            XY, 1, "0.501*x - y - 0.998*x^3 - 1.003*x*y^2", "x + 0.499*y - x^2*y - 1.001*y^3");
    SymmetrySpectrum spectrum = Discovery.defaults().of(nearly, GeneratorSpace.affine(XY));
    assertEquals(List.of("-y ∂/∂x + x ∂/∂y"), texts(spectrum));
    assertFalse(spectrum.exact());
    assertTrue(spectrum.generators().get(0).defect() > 1e-4);
    assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("approximate")));
    SymmetrySpectrum strict =
        Discovery.defaults().withTolerance(0).of(nearly, GeneratorSpace.affine(XY));
    assertEquals(0, strict.dimension());
    assertTrue(strict.exact());
  }

  /** In skew coordinates the rotation is no signed integer matrix; it is still found. */
  @Test
  void generatorsThatAreNotSimpleKeepTheirNumbers() {
    double a = Math.sqrt(2);
    // u = x, v = a y of the Hopf normal form.
    Subject skew =
        Fields.polynomial(
                XY, 1, "x/2 - y/" + a + " - x^3 - x*y^2/2", "x*" + a + " + y/2 - x^2*y - y^3/2")
            .withRegion(new Region(Vec.of(-1, -a), Vec.of(1, a)));
    SymmetrySpectrum spectrum = Discovery.defaults().of(skew, GeneratorSpace.affine(XY));
    assertEquals(1, spectrum.dimension());
    Matrix found = spectrum.generators().get(0).generator().matrix().orElseThrow();
    assertEquals(-2, found.get(1, 0) / found.get(0, 1), 1e-12);
    assertEquals(0, found.get(0, 0));
    assertTrue(spectrum.generators().get(0).defect() < 1e-12);
  }

  /** Unused terms do not matter to a model that is known, whatever they are. */
  @Test
  void termsThatTheModelDoesNotUseDoNotMakeItLessThanPolynomial() {
    Subject subject =
        Fields.field(
            XY,
            Region.unit(2),
            new String[] {"x", "y", "1/x", "sin(y)"},
            new double[] {0, 1, 0, 0},
            new double[] {-1, 0, 0, 0});
    SymmetrySpectrum spectrum =
        Discovery.defaults().withDiscrete().of(subject, GeneratorSpace.affine(XY));
    assertTrue(spectrum.exact());
    assertEquals(2, spectrum.dimension());
    assertEquals(4, spectrum.discrete().orElseThrow().order());
  }
}
