package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class GaussLegendreTest {
  @Test
  void gaussRulesIntegratePolynomials() {
    GaussLegendre rule = GaussLegendre.of(5);
    double[] moments = new double[10];
    for (int i = 0; i < rule.size(); i++) {
      for (int k = 0; k < 10; k++) {
        moments[k] += rule.weight(i) * Math.pow(rule.node(i), k);
      }
    }
    double[] exact = new double[10];
    for (int k = 0; k < 10; k += 2) {
      exact[k] = 2.0 / (k + 1);
    }
    assertArrayEquals(exact, moments, 1e-14);
  }
}
