package io.github.sindy4j.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.derivative.SavitzkyGolay;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.Stlsq;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The results of another program on the same data: see {@code goldens/README.md} among the
 * resources.
 */
class GoldenTest {
  private static final double VALUES = 1e-10;
  private static final double COEFFICIENTS = 1e-6;

  private static final List<String> SETS =
      List.of(
          "lorenz63_clean",
          "lorenz63_control",
          "lotka_volterra_clean",
          "cubic_oscillator_clean",
          "fitzhugh_nagumo_clean",
          "hopf_mu_multitraj",
          "pendulum_nonuniform");

  /** What the other program calls a library, and what it is called here. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("PolynomialLibrary(degree=3)", "polynomial:3"),
          Map.entry(
              "PolynomialLibrary(degree=3, include_interaction=False)",
              "polynomial:3,interactions=no"),
          Map.entry("PolynomialLibrary(degree=2, include_bias=False)", "polynomial:2,constant=no"),
          Map.entry("FourierLibrary(n_frequencies=2)", "fourier:2"),
          Map.entry("Concat: PolynomialLibrary(1)+FourierLibrary(1)", "polynomial:1 + fourier:1"),
          Map.entry("Tensored: PolynomialLibrary(1)*FourierLibrary(1)", "polynomial:1 * fourier:1"),
          Map.entry("PolynomialLibrary(degree=2, include_bias=True)", "polynomial:2"),
          Map.entry("PolynomialLibrary(degree=3, include_bias=True)", "polynomial:3"),
          Map.entry("PolynomialLibrary(degree=2, include_bias=True) on [x,y,z,u]", "polynomial:2"),
          Map.entry(
              "ConcatLibrary([PolynomialLibrary(degree=2), FourierLibrary(n_frequencies=2)])",
              "polynomial:2 + fourier:2"));

  @Test
  void librariesHaveTheSameNamesInTheSameOrderAndTheSameValues() {
    JsonNode file = json("libraries");
    double[][] points = numbers(file.get("x"));
    int compared = 0;
    for (JsonNode golden : file.get("libraries")) {
      Library library = library(golden.get("library").asText(), List.of("x", "y", "z"));
      assertEquals(names(golden.get("names")), library.termNames());
      assertColumnsClose(
          numbers(golden.get("theta")),
          values(library, points),
          VALUES,
          golden.get("library").asText());
      compared++;
    }
    assertEquals(6, compared);
  }

  static Stream<String> sets() {
    return SETS.stream();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theLibraryOfASystemHasTheSameValuesAtItsSamples(String set) {
    JsonNode golden = json(set);
    Dataset data = data(set);
    Library library = library(golden.get("library").asText(), data.schema().inputNames());
    assertEquals(names(golden.get("feature_names")), library.termNames());
    double[][] all = values(library, points(data));
    double[][] picked = {all[0], all[1], all[2], all[all.length - 1]};
    assertColumnsClose(numbers(golden.get("theta_rows_0_1_2_last")), picked, VALUES, set);
  }

  static Stream<Arguments> derivatives() {
    return SETS.stream()
        .flatMap(
            set ->
                elements(json(set).get("derivatives")).stream()
                    .map(golden -> Arguments.of(set, differentiator(golden), golden.get("x_dot"))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("derivatives")
  void ratesAreTheSameAtEverySampleAlsoAtTheEnds(
      String set, Differentiator differentiator, JsonNode golden) {
    Trajectory first = data(set).first();
    double[][] rates = rows(differentiator.estimate(first.times(), first.states()).rates());
    assertColumnsClose(numbers(golden), rates, VALUES, set);
  }

  @Test
  void everyDerivativeAndFitOfTheGoldensIsCompared() {
    assertEquals(16, derivatives().count());
    assertEquals(5L * SETS.size(), fits().count());
  }

  static Stream<Arguments> fits() {
    return SETS.stream()
        .flatMap(
            set ->
                elements(json(set).get("fits")).stream()
                    .map(
                        golden ->
                            Arguments.of(
                                set,
                                golden.get("params").toString(),
                                golden.get("derivative").asText(),
                                golden)));
  }

  /**
   * Where the library's columns are dependent on the data, the coefficients are no more determined
   * than by the rates they predict.
   */
  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("fits")
  void thresholdedLeastSquaresFindsTheSameModel(
      String set, String params, String derivative, JsonNode golden) {
    Dataset data = data(set);
    double threshold = golden.get("params").get("threshold").asDouble();
    double ridge = golden.get("params").get("alpha").asDouble();
    SindyFit fit =
        Sindy.over(LibrarySpec.parse(spec(json(set).get("library").asText())))
            .differentiatedBy(finiteDifference(derivative))
            .solvedBy(Stlsq.defaults().withThreshold(threshold).withRidge(ridge))
            .fit(data);
    double[][] expected = numbers(golden.get("coef"));
    double[][] actual = rows(fit.model().coefficients());
    boolean determined = fit.regression().undecided().isEmpty();
    assertEquals(set.equals("hopf_mu_multitraj"), !determined, "only μ takes too few values");
    // These were not refitted without ridge.
    boolean biased = golden.get("params").has("unbias") && ridge > 0;
    if (determined || biased) {
      assertEquals(support(expected), support(actual), params);
    }
    if (biased) {
      return;
    }
    double[][] theta = values(fit.model().library(), points(data));
    assertColumnsClose(
        product(theta, expected), product(theta, actual), COEFFICIENTS, "predicted rates");
    if (determined) {
      for (int i = 0; i < expected.length; i++) {
        for (int j = 0; j < expected[i].length; j++) {
          assertEquals(
              expected[i][j],
              actual[i][j],
              COEFFICIENTS * Math.abs(expected[i][j]),
              fit.model().library().termNames().get(j) + " in equation " + i);
        }
      }
    }
  }

  static List<List<Integer>> support(double[][] w) {
    List<List<Integer>> support = new ArrayList<>();
    for (double[] row : w) {
      List<Integer> terms = new ArrayList<>();
      for (int j = 0; j < row.length; j++) {
        if (row[j] != 0) {
          terms.add(j);
        }
      }
      support.add(terms);
    }
    return support;
  }

  /** Θ Wᵀ. */
  static double[][] product(double[][] theta, double[][] w) {
    return rows(Matrix.ofRows(theta).times(Matrix.ofRows(w).transpose()));
  }

  static void assertColumnsClose(
      double[][] expected, double[][] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what);
    assertTrue(expected.length > 0, what);
    for (int j = 0; j < expected[0].length; j++) {
      double largest = 0;
      for (double[] row : expected) {
        largest = Math.max(largest, Math.abs(row[j]));
      }
      // A column that is zero but for rounding has no scale of its own.
      largest = Math.max(largest, 1e-4);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[0].length, actual[i].length, what);
        assertEquals(
            expected[i][j],
            actual[i][j],
            tolerance * largest,
            what + ", row " + i + ", column " + j);
      }
    }
  }

  private static Differentiator differentiator(JsonNode golden) {
    JsonNode params = golden.get("params");
    return golden.get("method").asText().equals("FiniteDifference")
        ? FiniteDifference.ofOrder(params.get("order").asInt())
        : savitzkyGolay(params);
  }

  /** 0.05 to either side are five samples of the grid of step 0.01. */
  private static Differentiator savitzkyGolay(JsonNode params) {
    assertEquals("savitzky_golay", params.get("kind").asText());
    int left = (int) Math.round(params.get("left").asDouble() / 0.01);
    return SavitzkyGolay.of(2 * left + 1, params.get("order").asInt());
  }

  private static Differentiator finiteDifference(String text) {
    String order = text.replaceAll("FiniteDifference\\(order=(\\d+)\\)", "$1");
    return FiniteDifference.ofOrder(Integer.parseInt(order));
  }

  static String spec(String theirs) {
    return Objects.requireNonNull(LIBRARIES.get(theirs), theirs);
  }

  static Library library(String theirs, List<String> variables) {
    return LibrarySpec.parse(spec(theirs)).over(variables);
  }

  /** {@code sin(1 x)} is written sin(x) here, and {@code 1 sin(2 x)} without the factor 1. */
  private static List<String> names(JsonNode theirs) {
    return elements(theirs).stream()
        .map(name -> name.asText().replace("(1 ", "(").replaceFirst("^1 (?=.)", ""))
        .toList();
  }

  /** States and controls of all trajectories, one sample a row. */
  static double[][] points(Dataset data) {
    List<double[]> points = new ArrayList<>();
    for (Trajectory trajectory : data.trajectories()) {
      for (int i = 0; i < trajectory.size(); i++) {
        points.add(
            Stream.of(trajectory.states().row(i), trajectory.controls().row(i))
                .flatMapToDouble(row -> java.util.Arrays.stream(row.toArray()))
                .toArray());
      }
    }
    return points.toArray(double[][]::new);
  }

  static double[][] values(Library library, double[][] points) {
    Block x = new Block(points.length, points[0].length);
    x.setRows(points.length);
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points[i].length; j++) {
        x.set(i, j, points[i][j]);
      }
    }
    Block theta = new Block(points.length, library.size());
    library.evaluate(x, theta);
    double[][] values = new double[points.length][library.size()];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < library.size(); j++) {
        values[i][j] = theta.get(i, j);
      }
    }
    return values;
  }

  static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.row(i).toArray();
    }
    return rows;
  }

  static Dataset data(String set) {
    CsvOptions options =
        set.endsWith("_control") ? CsvOptions.defaults().withControls("u") : CsvOptions.defaults();
    try (InputStream in = resource(set + ".csv")) {
      Dataset data = Csv.read(set, in, options);
      assertFalse(data.trajectories().isEmpty());
      return data;
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  static JsonNode json(String name) {
    try (InputStream in = resource(name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/goldens/" + name), name);
  }

  static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  static double[][] numbers(JsonNode rows) {
    return elements(rows).stream()
        .map(row -> elements(row).stream().mapToDouble(JsonNode::asDouble).toArray())
        .toArray(double[][]::new);
  }
}
