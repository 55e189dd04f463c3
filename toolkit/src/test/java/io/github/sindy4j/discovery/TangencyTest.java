package io.github.sindy4j.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator S_M on sets whose symmetries are known. */
class TangencyTest {
  private static final List<String> XY = List.of("x", "y");
  private static final List<String> XYZ = List.of("x", "y", "z");

  private static Matrix points(int count, long seed, Function<SplittableRandom, double[]> point) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][];
    for (int l = 0; l < count; l++) {
      rows[l] = point.apply(random);
    }
    return Matrix.ofRows(rows);
  }

  private static Matrix sphere(int n, int count, double noise) {
    return points(
        count,
        n,
        random -> {
          double[] x = new double[n];
          double square = 0;
          for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            square += x[i] * x[i];
          }
          for (int i = 0; i < n; i++) {
            x[i] = x[i] / Math.sqrt(square) + noise * random.nextGaussian();
          }
          return x;
        });
  }

  private static Matrix cylinder(int count) {
    return points(
        count,
        3,
        random -> {
          double angle = random.nextDouble(0, 2 * Math.PI);
          return new double[] {Math.cos(angle), Math.sin(angle), random.nextDouble(-1, 1)};
        });
  }

  private static Matrix curve(int count, Function<Double, Double> y) {
    return points(
        count,
        1,
        random -> {
          double x = random.nextDouble(-1, 1);
          return new double[] {x, y.apply(x)};
        });
  }

  private static List<String> names(SymmetrySpectrum spectrum) {
    return spectrum.generators().stream().map(f -> f.generator().name()).toList();
  }

  @ParameterizedTest
  @CsvSource({"2,300,1", "3,800,3", "4,3000,6"})
  void spheresHaveTheirRotations(int n, int count, int expected) {
    List<String> variables = Fields.names(n);
    SymmetrySpectrum spectrum =
        Tangency.defaults().of(sphere(n, count, 0), GeneratorSpace.affine(variables));
    assertEquals(expected, spectrum.dimension(), spectrum.toString());
    assertTrue(names(spectrum).stream().allMatch(x -> x.startsWith("rotation")));
    AlgebraType type = spectrum.algebra().orElseThrow();
    assertEquals(n == 2 ? "R" : "so(" + n + ")", type.name(), type.text());
  }

  @Test
  void theCylinderHasTwoMotionsAndFiveAffineMaps() {
    Matrix cylinder = cylinder(1500);
    SymmetrySpectrum motions = Tangency.defaults().of(cylinder, Fields.euclidean(XYZ));
    assertEquals(List.of("rotation(x,y)", "shift(z)"), names(motions));
    SymmetrySpectrum affine = Tangency.defaults().of(cylinder, GeneratorSpace.affine(XYZ));
    assertEquals(5, affine.dimension());
  }

  @Test
  void theParabolaHasAShearAndAScaling() {
    SymmetrySpectrum spectrum =
        Tangency.defaults().of(curve(300, x -> x * x), GeneratorSpace.affine(XY));
    assertEquals(
        List.of("∂/∂x + 2 x ∂/∂y", "x ∂/∂x + 2 y ∂/∂y"),
        spectrum.generators().stream().map(f -> f.generator().text()).toList());
  }

  @Test
  void aCurveWithoutAffineSymmetryHasNone() {
    SymmetrySpectrum spectrum =
        Tangency.defaults().of(curve(300, x -> Math.sin(6 * x) + x * x), GeneratorSpace.affine(XY));
    assertTrue(spectrum.generators().isEmpty(), spectrum.toString());
    assertEquals(0, spectrum.dimension());
    assertTrue(spectrum.closed());
  }

  @Test
  void noiseMakesTheRotationOfTheCircleUncertainAndNeverWrong() {
    for (double noise : new double[] {0.002, 0.01, 0.1}) {
      SymmetrySpectrum spectrum =
          Tangency.defaults().withDimension(1).of(sphere(2, 400, noise), Fields.euclidean(XY));
      Finding rotation = spectrum.each().get(0);
      assertTrue(rotation.defect() <= 1.5 * rotation.uncertainty(), rotation.toString());
      assertEquals(
          noise < 0.1 ? Verdict.HELD : Verdict.UNDECIDABLE, rotation.verdict(), "noise " + noise);
      assertEquals(Verdict.BROKEN, spectrum.each().get(1).verdict());
    }
  }

  @Test
  void pointsThatFillTheirSpaceDecideNothing() {
    Matrix square =
        points(400, 2, random -> new double[] {random.nextDouble(), random.nextDouble()});
    SymmetrySpectrum spectrum = Tangency.defaults().of(square, GeneratorSpace.affine(XY));
    assertEquals(0, spectrum.dimension());
    assertEquals(6, spectrum.undecidable());
    assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("fills-space")));
  }

  @Test
  void generatorsThatVanishOnTheDataAreTrivial() {
    Matrix flat =
        points(
            400,
            3,
            random -> {
              double angle = random.nextDouble(0, 2 * Math.PI);
              return new double[] {Math.cos(angle), Math.sin(angle), 0};
            });
    SymmetrySpectrum spectrum = Tangency.defaults().of(flat, GeneratorSpace.affine(XYZ));
    assertEquals(1, spectrum.dimension(), spectrum.toString());
    List<Finding> still = spectrum.generators().stream().filter(Finding::trivial).toList();
    assertEquals(3, still.size(), "z ∂/∂x, z ∂/∂y and z ∂/∂z");
    assertTrue(still.stream().allMatch(f -> f.verdict() == Verdict.UNDECIDABLE));
  }

  @Test
  void statesAndRatesTellTheSymmetriesOfTheirField() {
    Matrix states =
        points(
            1500, 8, random -> new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)});
    Matrix hopf =
        rates(
            states,
            x -> {
              double square = x[0] * x[0] + x[1] * x[1];
              return new double[] {
                x[0] / 2 - x[1] - square * x[0], x[0] + x[1] / 2 - square * x[1]
              };
            });
    Tangency tangency = Tangency.defaults().withMostPoints(300);
    assertEquals(
        List.of("rotation(x,y)"), names(tangency.ofPairs(states, hopf, GeneratorSpace.affine(XY))));
    Matrix vanDerPol = rates(states, x -> new double[] {x[1], -x[0] + x[1] - x[0] * x[0] * x[1]});
    SymmetrySpectrum none = tangency.ofPairs(states, vanDerPol, GeneratorSpace.affine(XY));
    assertEquals(0, none.generators().size(), none.toString());
    Matrix oscillator = rates(states, x -> new double[] {x[1], -x[0]});
    SymmetrySpectrum linear = tangency.ofPairs(states, oscillator, GeneratorSpace.affine(XY));
    assertEquals(List.of("scaling(x,y)", "rotation(x,y)"), names(linear));
    assertTrue(linear.generators().get(1).trivial());
  }

  @Test
  void oneTrajectoryIsTooLittleToTellAField() {
    Matrix states =
        points(
            300,
            2,
            random -> {
              double angle = random.nextDouble(0, 2 * Math.PI);
              return new double[] {Math.cos(angle), Math.sin(angle)};
            });
    Matrix turning = rates(states, x -> new double[] {-x[1], x[0]});
    SymmetrySpectrum spectrum = Tangency.defaults().ofPairs(states, turning, Fields.euclidean(XY));
    assertTrue(spectrum.notices().stream().anyMatch(x -> x.code().equals("few-directions")));
    assertEquals(0, spectrum.dimension(), spectrum.toString());
  }

  @Test
  void tooFewPointsAndBrokenOnesAreRefused() {
    assertThrows(
        BadData.class,
        () ->
            Tangency.defaults().withDimension(2).of(sphere(3, 15, 0), GeneratorSpace.affine(XYZ)));
    Matrix broken = Matrix.ofRows(new double[] {1, Double.NaN}, new double[] {0, 1});
    assertThrows(BadData.class, () -> Tangency.defaults().of(broken, GeneratorSpace.affine(XY)));
    assertThrows(
        BadSetting.class,
        () -> Tangency.defaults().of(sphere(2, 300, 0), GeneratorSpace.affine(XYZ)));
  }

  @Test
  void theTreeFindsTheNeighboursThatASearchThroughAllFinds() {
    Matrix cloud =
        points(
            500,
            11,
            random ->
                new double[] {
                  random.nextInt(8), random.nextDouble(), random.nextDouble() * random.nextDouble()
                });
    NearestPoints tree = new NearestPoints(cloud);
    for (int point : new int[] {0, 17, 499}) {
      List<Integer> all =
          IntStream.range(0, 500)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(
                          l -> {
                            double sum = 0;
                            for (int i = 0; i < 3; i++) {
                              double difference = cloud.get(l, i) - cloud.get(point, i);
                              sum += difference * difference;
                            }
                            return sum;
                          })
                      .thenComparing(l -> l))
              .limit(40)
              .toList();
      assertEquals(all, Arrays.stream(tree.of(point, 40)).boxed().toList());
    }
  }

  private static Matrix rates(Matrix states, Function<double[], double[]> field) {
    double[][] rows = new double[states.rows()][];
    Arrays.setAll(rows, l -> field.apply(states.row(l).toArray()));
    return Matrix.ofRows(rows);
  }
}
