package io.github.sindy4j.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.derivative.Fourier;
import io.github.sindy4j.derivative.Kalman;
import io.github.sindy4j.derivative.Terms;
import io.github.sindy4j.derivative.Weight;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.linalg.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates by global methods, beside those of another program: see {@code goldens/README.md}. */
class GoldenSmoothersTest {
  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        GoldenSmoothersTest.class.getResourceAsStream("/goldens/" + name), name);
  }

  private static JsonNode golden(String set, String method) {
    try (InputStream in = resource("smoothers.json")) {
      for (JsonNode golden : new ObjectMapper().readTree(in).get(set)) {
        if (golden.get("method").asText().equals(method)
            || golden.get("params").path("kind").asText().equals(method)) {
          return golden;
        }
      }
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    throw new AssertionError(set + " has no " + method);
  }

  private static Trajectory data(String set) {
    try (InputStream in = resource(set + ".csv")) {
      return Csv.read(set, in, CsvOptions.defaults()).first();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** The largest difference to a golden, by the largest rate of its column. */
  private static double distance(JsonNode golden, Trajectory data, Differentiator method) {
    Matrix rates = method.estimate(data.times(), data.states()).rates();
    JsonNode theirs = golden.get("x_dot");
    assertEquals(rates.rows(), theirs.size());
    double worst = 0;
    for (int c = 0; c < rates.cols(); c++) {
      double size = rates.col(c).maxAbs();
      for (int i = 0; i < rates.rows(); i++) {
        double difference = Math.abs(rates.get(i, c) - theirs.get(i).get(c).asDouble());
        worst = Math.max(worst, difference / size);
      }
    }
    return worst;
  }

  /** Their alpha is the noise's variance by the intensity of the process, in the data's time. */
  @ParameterizedTest
  @CsvSource({"lorenz63_clean", "pendulum_nonuniform"})
  void aWienerProcessIntegratedOnceGivesTheRatesOfTheirKalmanSmoother(String set) {
    Trajectory data = data(set);
    double step = (data.times().last() - data.times().first()) / (data.size() - 1);
    Kalman kalman = new Kalman(1, Weight.fixed(0.05 / (step * step * step)));
    assertTrue(distance(golden(set, "kalman"), data, kalman) < 1e-5);
  }

  @Test
  void aPeriodicSeriesWithAllItsTermsIsTheirSpectralDerivative() {
    Trajectory data = data("lorenz63_clean");
    Fourier all = new Fourier(Fourier.Extension.PERIODIC, Terms.count(125));
    assertTrue(distance(golden("lorenz63_clean", "SpectralDerivative"), data, all) < 1e-10);
  }
}
