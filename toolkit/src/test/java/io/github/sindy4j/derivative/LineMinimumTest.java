package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineMinimumTest {
  private int evaluations;

  private double least(DoubleUnaryOperator f, double low, double high, double start, double width) {
    evaluations = 0;
    return LineMinimum.between(low, high, width)
        .from(
            start,
            f.applyAsDouble(start),
            x -> {
              evaluations++;
              return f.applyAsDouble(x);
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.9, -0.3, 0, 0.7, 1.99})
  void aParabolaNeedsFewEvaluations(double minimum) {
    assertEquals(
        minimum, least(x -> 3 * (x - minimum) * (x - minimum) + 2, -2, 2, 0.1, 1e-3), 1e-3);
    assertTrue(evaluations <= 12, evaluations + " evaluations");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.5, 0.2, 1.3})
  void aKinkIsFoundAsWell(double minimum) {
    assertEquals(minimum, least(x -> Math.abs(x - minimum), -2, 2, 0, 1e-4), 1e-4);
    assertTrue(evaluations <= 60, evaluations + " evaluations");
  }

  @Test
  void aMinimumAtAnEndIsApproached() {
    assertEquals(-2, least(Math::exp, -2, 2, 0, 1e-3), 1e-3);
    assertEquals(2, least(x -> -x, -2, 2, 0, 1e-3), 1e-3);
  }

  @Test
  void aQuarticThatIsFlatAtItsMinimumIsFound() {
    assertEquals(0.4, least(x -> Math.pow(x - 0.4, 4), -3, 2, -1, 1e-2), 0.05);
  }
}
