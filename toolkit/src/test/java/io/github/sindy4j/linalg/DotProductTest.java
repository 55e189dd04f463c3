package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotProductTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 31})
  void isTheSumOfAllProducts(int count) {
    Random random = new Random(count);
    double[] a = random.ints(count + 2, -9, 9).mapToDouble(v -> v).toArray();
    double[] b = random.ints(count + 1, -9, 9).mapToDouble(v -> v).toArray();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[i + 2] * b[i + 1];
    }
    assertEquals(sum, DotProduct.of(a, 2, b, 1, count));
  }
}
