package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast transform is the sum that defines it. */
class FourierTransformTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 64, 97, 100, 250})
  void everyLengthGivesTheDefiningSumAndComesBack(int n) {
    Random random = new Random(n);
    double[] re = random.doubles(n, -1, 1).toArray();
    double[] im = random.doubles(n, -1, 1).toArray();
    double[] a = re.clone();
    double[] b = im.clone();
    FourierTransform.forward(a, b);
    for (int k = 0; k < n; k++) {
      double real = 0;
      double imaginary = 0;
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * ((long) j * k % n) / n;
        real += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
        imaginary += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
      }
      assertEquals(real, a[k], 1e-12 * n);
      assertEquals(imaginary, b[k], 1e-12 * n);
    }
    FourierTransform.inverse(a, b);
    for (int j = 0; j < n; j++) {
      assertEquals(re[j], a[j], 1e-13 * n);
      assertEquals(im[j], b[j], 1e-13 * n);
    }
  }
}
