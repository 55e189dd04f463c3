package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtremesTest {
  @Test
  void columnsLieBetweenTheirLeastAndTheirLargest() {
    Extremes extremes =
        Extremes.of(Matrix.ofRows(new double[] {3, -1}, new double[] {-2, 5}, new double[] {0, 4}));
    assertEquals(Vec.of(-2, -1), extremes.least());
    assertEquals(Vec.of(3, 5), extremes.largest());
    assertEquals(6, extremes.finite());
  }

  @Test
  void ofNoRowsNothingLiesBetween() {
    Extremes extremes = Extremes.of(Matrix.zeros(0, 2));
    assertEquals(Vec.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), extremes.least());
    assertEquals(Vec.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY), extremes.largest());
  }

  @Test
  void ofNoColumnsThereIsNothing() {
    assertEquals(new Extremes(Vec.of(), Vec.of(), 0), Extremes.of(Matrix.zeros(3, 0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void theFirstThatIsNotFiniteIsFound(double bad) {
    Matrix values =
        Matrix.ofRows(new double[] {1, 2}, new double[] {3, bad}, new double[] {bad, 9});
    assertEquals(3, Extremes.of(values).finite());
  }

  @Test
  void entriesRiseUntilOneIsNotAboveTheLast() {
    assertEquals(0, Vec.of().risesUntil());
    assertEquals(1, Vec.of(7).risesUntil());
    assertEquals(3, Vec.of(-1, 0, 2).risesUntil());
    assertEquals(2, Vec.of(-1, 0, 0, 5).risesUntil());
    assertEquals(1, Vec.of(0, Double.NaN, 1).risesUntil());
  }
}
