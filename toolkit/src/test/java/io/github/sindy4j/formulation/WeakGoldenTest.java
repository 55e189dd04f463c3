package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.linalg.Block;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Weights and integrals of another program, which interpolates linearly: see the goldens' page. */
class WeakGoldenTest {
  private static final double TOLERANCE = 1e-10;

  private static InputStream resource(String name) {
    return Objects.requireNonNull(WeakGoldenTest.class.getResourceAsStream("/goldens/" + name));
  }

  private static JsonNode golden(String field) throws IOException {
    try (InputStream in = resource("weak.json")) {
      return new ObjectMapper().readTree(in).get(field);
    }
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  @Test
  void weightsOfPiecewiseLinearDataAreTheSameOnEvenAndUnevenPoints() throws IOException {
    int compared = 0;
    for (JsonNode one : golden("weights")) {
      TestFunction bump = new PolynomialBump(one.get("p").asInt());
      TestWindow window = new ProductRule(numbers(one.get("x")), 2).window(0, bump, 0, 1);
      double[] expected = numbers(one.get("weights"));
      assertEquals(expected.length, window.values().size());
      for (int i = 0; i < expected.length; i++) {
        double actual = (one.get("d").asInt() == 0 ? window.values() : window.slopes()).get(i);
        assertEquals(expected[i], actual, TOLERANCE, one + ", point " + i);
      }
      compared++;
    }
    assertEquals(12, compared);
  }

  @Test
  void integralsOverADomainOfLorenzAreTheSame() throws IOException {
    Trajectory lorenz;
    try (InputStream in = resource("lorenz63_clean.csv")) {
      lorenz = Csv.read("lorenz63_clean", in, CsvOptions.defaults()).first();
    }
    Library quadratic = PolynomialLibrary.ofDegree(2).over(List.of("x", "y", "z"));
    Block theta = new Block(lorenz.size(), quadratic.size());
    quadratic.evaluate(Block.of(lorenz.states()), theta);
    JsonNode golden = golden("lorenz63_clean");
    for (int k = 0; k < 10; k++) {
      int first = golden.get("domains").get(k).get(0).asInt();
      int last = golden.get("domains").get(k).get(1).asInt();
      double[] times = lorenz.times().slice(first, last + 1).toArray();
      double half = (times[times.length - 1] - times[0]) / 2;
      TestWindow window =
          new ProductRule(times, 2).window(first, new PolynomialBump(4), times[0] + half, half);
      double[] lhs = numbers(golden.get("lhs").get(k));
      for (int c = 0; c < 3; c++) {
        double actual = -window.dot(window.slopes(), lorenz.states(), c);
        assertEquals(lhs[c], actual, TOLERANCE * 10, "state " + c + " of domain " + k);
      }
      double[] rhs = numbers(golden.get("rhs").get(k));
      for (int j = 0; j < rhs.length; j++) {
        double actual = window.dot(window.values(), theta.toMatrix(), j);
        assertEquals(rhs[j], actual, TOLERANCE * 100, "term " + j + " of domain " + k);
      }
    }
  }
}
