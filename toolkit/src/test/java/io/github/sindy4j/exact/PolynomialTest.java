package io.github.sindy4j.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolynomialTest {
  private static Polynomial draw(SplittableRandom random) {
    Map<List<Integer>, Rational> coefficients = new HashMap<>();
    for (int k = 0; k < 6; k++) {
      coefficients.put(
          List.of(random.nextInt(4), random.nextInt(3), random.nextInt(3)),
          Rational.of(random.nextInt(-5, 6), random.nextInt(1, 7)));
    }
    return new Polynomial(3, coefficients);
  }

  @Test
  void theLawsOfARingHold() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 200; k++) {
      Polynomial a = draw(random);
      Polynomial b = draw(random);
      Polynomial c = draw(random);
      assertEquals(a.plus(b), b.plus(a));
      assertEquals(a.times(b), b.times(a));
      assertEquals(a.times(b).times(c), a.times(b.times(c)));
      assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
      assertEquals(Polynomial.zero(3), a.minus(a));
      assertEquals(a.plus(a), a.times(Rational.of(2)));
      assertEquals(a.times(a).times(a), a.power(3));
      assertEquals(Polynomial.constant(3, Rational.ONE), a.power(0));
    }
  }

  @Test
  void derivativesObeyLeibnizAndCommute() {
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 200; k++) {
      Polynomial a = draw(random);
      Polynomial b = draw(random);
      for (int i = 0; i < 3; i++) {
        assertEquals(
            a.derivative(i).times(b).plus(a.times(b.derivative(i))), a.times(b).derivative(i));
        assertEquals(
            a.derivative(i).derivative((i + 1) % 3), a.derivative((i + 1) % 3).derivative(i));
      }
    }
  }

  @Test
  void degreesOfProductsAdd() {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 200; k++) {
      Polynomial a = draw(random);
      Polynomial b = draw(random);
      if (!a.isZero() && !b.isZero()) {
        assertEquals(a.degree() + b.degree(), a.times(b).degree());
      }
    }
    assertEquals(0, Polynomial.zero(3).degree());
  }

  @Test
  void zerosAreNotKept() {
    assertEquals(
        Polynomial.variable(2, 1),
        new Polynomial(2, Map.of(List.of(3, 0), Rational.ZERO, List.of(0, 1), Rational.ONE)));
  }

  @Test
  void exponentsFitTheVariables() {
    assertThrows(
        IllegalArgumentException.class, () -> new Polynomial(2, Map.of(List.of(1), Rational.ONE)));
    assertThrows(
        IllegalArgumentException.class, () -> new Polynomial(1, Map.of(List.of(-1), Rational.ONE)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Polynomial.variable(2, 0).plus(Polynomial.variable(3, 0)));
  }

  /** (y ∂/∂x − x ∂/∂y)(x² y + 1) = 2 x y² − x³. */
  @Test
  void theDerivativeAlongAFieldIsTheSumOverItsComponents() {
    Polynomial x = Polynomial.variable(2, 0);
    Polynomial y = Polynomial.variable(2, 1);
    Polynomial p = x.power(2).times(y).plus(Polynomial.constant(2, Rational.ONE));
    Polynomial expected = x.times(y.power(2)).times(Rational.of(2)).minus(x.power(3));
    assertEquals(expected, p.along(List.of(y, x.times(Rational.of(-1)))));
    assertEquals(x.times(y).times(y).times(Rational.of(2)), p.along(List.of(y)));
  }
}
