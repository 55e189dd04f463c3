package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link Polyhedral} keeps. */
public interface PolyhedralContract {
  /** The function under test. */
  Polyhedral polyhedral();

  /** The length of what it takes. */
  int entries();

  private Vec noise(SplittableRandom random) {
    return Vec.zeros(entries()).map(zero -> 2 * random.nextGaussian());
  }

  /** g(z) = Σ_g max(0, max_k (⟨a, z⟩ + b)) + ½ ridge ‖z‖², the maxima written out. */
  @Test
  default void itIsItsPlanesAndItsRidge() {
    Polyhedral g = polyhedral();
    PiecewiseLinear pieces = g.pieces(entries());
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 50; draw++) {
      Vec z = noise(random);
      double expected = 0.5 * g.ridge() * z.dot(z);
      int row = 0;
      for (int size : pieces.sizes()) {
        double largest = 0;
        for (int end = row + size; row < end; row++) {
          double plane = pieces.offsets().get(row);
          for (var entry : pieces.slopes().row(row).entrySet()) {
            plane += entry.getValue() * z.get(entry.getKey());
          }
          largest = Math.max(largest, plane);
        }
        expected += largest;
      }
      assertEquals(expected, g.value(z), 1e-13 * (1 + expected));
    }
  }

  @Test
  default void itIsConvexAndNeverNegative() {
    SplittableRandom random = new SplittableRandom(2);
    for (int draw = 0; draw < 50; draw++) {
      Vec a = noise(random);
      Vec b = noise(random);
      double middle = polyhedral().value(a.plus(b).times(0.5));
      assertTrue(middle >= 0);
      assertTrue(
          middle <= 0.5 * (polyhedral().value(a) + polyhedral().value(b)) * (1 + 1e-13) + 1e-13);
    }
  }
}
