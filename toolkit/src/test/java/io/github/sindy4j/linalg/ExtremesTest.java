package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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

  /** Longer than many ranges that threads share. */
  @Test
  void ofManyRowsAreThoseOfEach() {
    double[] values = new double[3 * 9001];
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.sin(0.7 * k * k) * (1 + k % 3);
    }
    values[3 * 4711 + 1] = -9;
    values[3 * 8000 + 2] = 12;
    Matrix a = Matrix.adopt(9001, 3, values);
    Extremes all = Extremes.of(a);
    assertEquals(values.length, all.finite());
    for (int c = 0; c < 3; c++) {
      double[] sorted = a.col(c).toArray();
      Arrays.sort(sorted);
      assertEquals(sorted[0], all.least().get(c));
      assertEquals(sorted[9000], all.largest().get(c));
    }
  }

  @Test
  void whatComesAfterTheFirstThatIsNotFiniteIsNotLookedAt() {
    double[] values = new double[2 * 6000];
    values[2 * 2500 + 1] = Double.NaN;
    values[2 * 2501] = 7;
    values[2 * 5900] = -7;
    values[2 * 5950] = Double.NaN;
    Extremes extremes = Extremes.of(Matrix.adopt(6000, 2, values));
    assertEquals(2 * 2500 + 1, extremes.finite());
    assertEquals(Vec.of(0, 0), extremes.least());
    assertEquals(Vec.of(0, 0), extremes.largest());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1023, 1024, 1025, 4999})
  void inManyEntriesTheFirstThatDoesNotRiseIsFound(int late) {
    double[] values = new double[5000];
    Arrays.setAll(values, i -> i);
    assertEquals(5000, Vec.of(values).risesUntil());
    values[late] = values[late - 1];
    values[4999] = -1;
    assertEquals(late, Vec.of(values).risesUntil());
  }
}
