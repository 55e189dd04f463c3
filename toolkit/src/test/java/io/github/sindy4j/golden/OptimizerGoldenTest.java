package io.github.sindy4j.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.regress.EvidenceGreedy;
import io.github.sindy4j.regress.ForwardSelection;
import io.github.sindy4j.regress.Lasso;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Sr3;
import io.github.sindy4j.regress.Ssr;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The optimisers of another program on the same data: see {@code goldens/README.md}. */
class OptimizerGoldenTest {
  private static Stream<JsonNode> goldens(String optimizer) {
    return GoldenTest.elements(GoldenTest.json("optimizers")).stream()
        .filter(golden -> golden.get("optimizer").asText().startsWith(optimizer));
  }

  /**
   * Where the library has full rank. In {@code hopf_mu_multitraj} μ takes three values, so columns
   * are dependent: the other program spreads coefficients over them (of least norm), here the later
   * ones are left out.
   */
  private static Stream<JsonNode> determined(String optimizer) {
    return goldens(optimizer)
        .filter(golden -> !golden.get("set").asText().equals("hopf_mu_multitraj"));
  }

  private static Stream<Arguments> named(Stream<JsonNode> goldens) {
    return goldens.map(
        golden ->
            Arguments.of(
                golden.get("set").asText(),
                golden.get("optimizer").asText() + " " + golden.get("params"),
                golden));
  }

  private static SindyFit fit(JsonNode golden, SparseRegressor regressor) {
    String set = golden.get("set").asText();
    String library = GoldenTest.spec(GoldenTest.json(set).get("library").asText());
    return Sindy.over(LibrarySpec.parse(library))
        .differentiatedBy(FiniteDifference.ofOrder(2))
        .solvedBy(regressor)
        .fit(GoldenTest.data(set));
  }

  private static double[][] coefficients(SindyFit fit) {
    return GoldenTest.rows(fit.model().coefficients());
  }

  /** The same terms, and coefficients to this part of the largest of their equation. */
  private static void assertSame(JsonNode golden, SindyFit fit, double tolerance) {
    double[][] expected = GoldenTest.numbers(golden.get("coef"));
    double[][] actual = coefficients(fit);
    assertEquals(GoldenTest.support(expected), GoldenTest.support(actual));
    for (int i = 0; i < expected.length; i++) {
      double largest = 0;
      for (double value : expected[i]) {
        largest = Math.max(largest, Math.abs(value));
      }
      for (int j = 0; j < expected[i].length; j++) {
        assertEquals(expected[i][j], actual[i][j], tolerance * largest, i + ", " + j);
      }
    }
  }

  static Stream<Arguments> lassos() {
    return named(goldens("Lasso"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("lassos")
  void theLassoIsTheSame(String set, String what, JsonNode golden) {
    Lasso lasso =
        Lasso.defaults().unscaled().withWeight(golden.get("params").get("alpha").asDouble());
    boolean refit = golden.get("optimizer").asText().endsWith("unbias");
    assertSame(golden, fit(golden, refit ? lasso : lasso.withoutRefit()), 1e-5);
  }

  static Stream<Arguments> relaxed() {
    return named(determined("SR3"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("relaxed")
  void relaxedRegularisationIsTheSameAfterAsManySteps(String set, String what, JsonNode golden) {
    JsonNode params = golden.get("params");
    String norm = params.path("regularizer").asText("l0").toUpperCase(Locale.ROOT);
    Sr3 sr3 =
        Sr3.defaults()
            .unscaled()
            .withWeight(params.path("reg_weight_lam").asDouble(0.005))
            .withNorm(Sr3.Norm.valueOf(norm))
            .withRelaxation(params.path("relax_coeff_nu").asDouble(1))
            .withEnd(1e-300, golden.get("iters").asInt());
    boolean refit = params.path("unbias").asBoolean(false);
    assertSame(golden, fit(golden, refit ? sr3 : sr3.withoutRefit()), 1e-6);
  }

  /**
   * θ' = ω holds to rounding: which second term joins ω is decided by the other's ridge of 0.05.
   */
  private static boolean isLeftToRidge(JsonNode golden) {
    return golden.get("set").asText().equals("pendulum_nonuniform")
        && !golden.get("params").has("criteria");
  }

  static Stream<Arguments> stepwise() {
    return named(determined("SSR").filter(golden -> !isLeftToRidge(golden)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("stepwise")
  void stepwiseRegressionIsTheSameWithAsManyTerms(String set, String what, JsonNode golden) {
    double[][] expected = GoldenTest.numbers(golden.get("coef"));
    int terms = GoldenTest.support(expected).get(0).size();
    Ssr.Rule rule = golden.get("params").has("criteria") ? Ssr.Rule.RESIDUAL : Ssr.Rule.COEFFICIENT;
    assertSame(golden, fit(golden, Ssr.defaults().withRule(rule).withTerms(terms)), 1e-6);
  }

  static Stream<Arguments> forward() {
    return named(determined("FROLS"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("forward")
  void forwardRegressionHasTheSameTerms(String set, String what, JsonNode golden) {
    double[][] expected = GoldenTest.numbers(golden.get("coef"));
    int terms = GoldenTest.support(expected).get(0).size();
    assertSame(golden, fit(golden, ForwardSelection.frols().withTerms(terms)), 1e-6);
  }

  static Stream<Arguments> evidence() {
    return named(determined("EvidenceGreedy"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("evidence")
  void theGreatestEvidenceHasTheSameTerms(String set, String what, JsonNode golden) {
    EvidenceGreedy bayes =
        EvidenceGreedy.defaults().unscaled().withNoise(0.01).withPrecision(1).withoutRefit();
    assertSame(golden, fit(golden, bayes), 1e-6);
  }

  /**
   * What the other program delivers breaks x': x + x': y = 0 or y': x = 28; what is delivered here
   * does not.
   */
  @Test
  void constrainedRegularisationDeliversWhatWasDemanded() {
    double largest = 0;
    for (JsonNode golden : goldens("ConstrainedSR3").toList()) {
      double[][] theirs = GoldenTest.numbers(golden.get("coef"));
      largest = Math.max(largest, Math.abs(theirs[1][1] - 28));
      String norm = golden.get("params").get("regularizer").asText().toUpperCase(Locale.ROOT);
      Sr3 sr3 =
          Sr3.defaults()
              .unscaled()
              .withWeight(golden.get("params").get("reg_weight_lam").asDouble())
              .withNorm(Sr3.Norm.valueOf(norm));
      SindyFit fit =
          Sindy.over(LibrarySpec.parse("polynomial:2"))
              .differentiatedBy(FiniteDifference.ofOrder(2))
              .constrainedBy("x: x + x: y = 0")
              .constrainedBy("y: x = 28")
              .solvedBy(sr3)
              .fit(GoldenTest.data("lorenz63_clean"));
      double[][] w = coefficients(fit);
      assertEquals(0, w[0][1] + w[0][2], 1e-10);
      assertEquals(28, w[1][1], 1e-10);
    }
    assertEquals(0.1, largest, 1e-10, "theirs");
  }

  @Test
  void everyGoldenIsCompared() {
    long compared =
        Stream.of(lassos(), relaxed(), stepwise(), forward(), evidence())
            .mapToLong(Stream::count)
            .sum();
    assertEquals(67, compared);
    assertEquals(2, goldens("ConstrainedSR3").count());
    assertEquals(67 + 2 + 9 + 1, GoldenTest.json("optimizers").size());
  }
}
