package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.notice.BadSetting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChaoticSystemsTest {
  /** The census from which the systems were taken, with everything else that is known of them. */
  static Stream<JsonNode> census() throws IOException {
    List<JsonNode> systems = new ArrayList<>();
    try (InputStream in =
        ChaoticSystemsTest.class.getResourceAsStream("/dysts/dysts_polynomial.json")) {
      new ObjectMapper().readTree(in).get("systems").forEach(systems::add);
    }
    return systems.stream();
  }

  static Stream<ChaoticSystem> systems() {
    return ChaoticSystems.all().stream();
  }

  @Test
  void thereAre82Of70WhichAreABenchmark() throws IOException {
    assertEquals(82, ChaoticSystems.all().size());
    assertEquals(70, ChaoticSystems.benchmark().size());
    assertEquals(
        census().map(one -> one.get("name").asText()).toList(),
        ChaoticSystems.all().stream().map(ChaoticSystem::name).toList());
  }

  @ParameterizedTest
  @MethodSource("census")
  void everyRightHandSideIsThatOfTheCensus(JsonNode one) {
    ChaoticSystem system = ChaoticSystems.named(one.get("name").asText());
    int n = one.get("dimension").asInt();
    Evaluator field = system.system().field().evaluator();
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 10; trial++) {
      double[] x = Vec.zeros(n).map(zero -> random.nextDouble(-2, 2)).toArray();
      double[] rates = new double[n];
      field.rates(0, x, rates);
      for (int i = 0; i < n; i++) {
        double sum = 0;
        double scale = 1;
        for (JsonNode term : one.get("rhs").get(i)) {
          double value = term.get("coefficient").asDouble();
          for (int k = 0; k < n; k++) {
            value *= Math.pow(x[k], term.get("exponents").get(k).asInt());
          }
          sum += value;
          scale += Math.abs(value);
        }
        assertEquals(sum, rates[i], 1e-14 * scale, system.name());
      }
    }
    assertEquals(one.get("n_terms").asInt(), system.system().coefficients().size());
    assertEquals(one.get("period").asDouble(), system.period());
    assertEquals(one.get("initial_conditions").get(0).asDouble(), start(system).get(0));
    assertEquals(
        one.get("variables").get(n - 1).asText(), system.system().schema().stateNames().get(n - 1));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void theModelOfTheCoefficientsHasTheSameField(ChaoticSystem system) {
    Vec x = start(system).map(entry -> entry + 0.1);
    double[] one = new double[x.size()];
    double[] two = new double[x.size()];
    system.system().field().evaluator().rates(0, x.toArray(), one);
    system.system().model().field().evaluator().rates(0, x.toArray(), two);
    assertEquals(0, Vec.of(one).minus(Vec.of(two)).maxAbs(), 1e-12 * (1 + Vec.of(one).maxAbs()));
  }

  /** The parameters of the collection, by hand; it rounds β = 8/3 to 2.667. */
  @Test
  void lorenzIsLorenz() {
    SplittableRandom random = new SplittableRandom(4);
    double x = random.nextDouble(-20, 20);
    double y = random.nextDouble(-20, 20);
    double z = random.nextDouble(0, 40);
    double[] rates = new double[3];
    ChaoticSystems.named("Lorenz")
        .system()
        .field()
        .evaluator()
        .rates(0, new double[] {x, y, z}, rates);

    assertEquals(10 * (y - x), rates[0], 1e-12);
    assertEquals(x * (28 - z) - y, rates[1], 1e-12);
    assertEquals(x * y - 2.667 * z, rates[2], 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lorenz", "HyperQi", "HenonHeiles", "SprottJerk"})
  void piecesOfTheAttractorAreTenPeriodsOfAHundredPoints(String name) {
    ChaoticSystem system = ChaoticSystems.named(name);
    ChaoticSystem.Pieces pieces = system.pieces(2, 1000, 7);

    for (Trajectory piece :
        Stream.of(pieces.training(), pieces.test())
            .flatMap(d -> d.trajectories().stream())
            .toList()) {
      assertEquals(1000, piece.size());
      assertEquals(system.period() / 100, piece.times().get(1), 1e-15);
      assertEquals(9.99 * system.period(), piece.times().last(), 1e-9);
    }
    assertEquals(
        pieces.training().first().states(), system.pieces(2, 1000, 7).training().first().states());
    assertNotEquals(
        pieces.training().first().states(), system.pieces(2, 1000, 8).training().first().states());
    assertNotEquals(pieces.training().first().states(), pieces.test().first().states());
  }

  /** On the attractor means and deviations are those of the census, whatever the piece. */
  @Test
  void piecesLieOnTheAttractor() throws IOException {
    JsonNode lorenz =
        census().filter(one -> one.get("name").asText().equals("Lorenz")).findFirst().orElseThrow();
    ChaoticSystem.Pieces pieces = ChaoticSystems.named("Lorenz").pieces(20, 1000, 1);
    double sum = 0;
    double squares = 0;
    for (Trajectory piece : pieces.training().trajectories()) {
      Vec z = piece.states().col(2);
      for (int i = 0; i < z.size(); i++) {
        sum += z.get(i) / 20_000;
        squares += z.get(i) * z.get(i) / 20_000;
      }
    }
    assertEquals(lorenz.get("mean").get(2).asDouble(), sum, 0.3);
    assertEquals(lorenz.get("std").get(2).asDouble(), Math.sqrt(squares - sum * sum), 0.3);
  }

  @Test
  void anUnknownNameSuggestsTheNearest() {
    BadSetting refusal = assertThrows(BadSetting.class, () -> ChaoticSystems.named("SprotJerk"));
    assertTrue(refusal.getMessage().contains("mean SprottJerk?"), refusal.getMessage());
  }

  private static Vec start(ChaoticSystem system) {
    return system.system().starts().get(0);
  }
}
