package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativesTest {
  private static final List<String> XY = List.of("x", "y");

  /** The other way to differentiate: the library's directional derivative, number by number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3", "x", "y^2", "2*x*y - 3*x^2*y^3 + y", "x/sqrt(x^2 + y^2)", "1/(x^2 + y^2)^1.5",
        "sin(x*y)", "cos(x)^2 y", "tan(x/3)", "exp(-x*y)", "log(x + y)", "sqrt(x)*y",
        "abs(x - y)", "sign(x)*y", "sinh(x)", "cosh(x*y)", "tanh(2*x)", "asin(x/4)",
        "acos(x*y/9)", "atan(x/y)", "x*(x + y)*(x - y)", "(1 + x)^-2 * y", "sin(cos(x + y^2))"
      })
  void derivativesAgreeWithTheDirectionalOnes(String text) {
    Expression e = Expression.parse(text, XY);
    PointFunction f = Library.of(XY, List.of(e)).compile(Matrix.identity(1));
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2; i++) {
      Expression derived = Derivatives.of(e, i).orElseThrow();
      assertEquals(derived.toString(), Expression.parse(derived.toString(), XY).toString());
      PointFunction g = Library.of(XY, List.of(derived)).compile(Matrix.identity(1));
      for (int k = 0; k < 10; k++) {
        double[] x = {random.nextDouble(0.2, 2), random.nextDouble(0.2, 2)};
        double[] gradient = new double[2];
        double[] value = new double[1];
        f.jacobian(x, gradient);
        g.value(x, value);
        assertEquals(gradient[i], value[0], 1e-12 * (1 + Math.abs(gradient[i])), derived::toString);
      }
    }
  }

  @Test
  void derivativesReadAsOneWouldWriteThem() {
    assertEquals("2 x", derivative("x^2 + 3"));
    assertEquals("2 (x + y)", derivative("(x + y)^2"));
    assertEquals("-x/sqrt(x^2 + y^2)^3", derivative("1/sqrt(x^2 + y^2)"));
    assertEquals("3 y", derivative("x*y + 2*y*x"));
    assertEquals("0", derivative("y - 3"));
  }

  @Test
  void aFunctionOfTheUserHasADerivativeWithoutAFormula() {
    ScalarFunction step = new ScalarFunction("step", "s", x -> x, x -> 1);
    Expression e = Expression.parse("x + step(x)", XY, List.of(step));
    assertTrue(Derivatives.of(e, 0).isEmpty());
    assertEquals("0", Derivatives.of(e, 1).orElseThrow().toString());
  }

  private static String derivative(String text) {
    return Derivatives.of(Expression.parse(text, XY), 0).orElseThrow().toString();
  }
}
