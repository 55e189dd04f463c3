package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link Proximable} keeps. */
public interface ProximableContract {
  /** The function under test. */
  Proximable subject();

  /** The length of what it takes. */
  int size();

  private Vec noise(SplittableRandom random, double scale) {
    return Vec.zeros(size()).map(zero -> scale * random.nextGaussian());
  }

  @Test
  default void itIsZeroAtZeroAndConvexAndNeverNegative() {
    Proximable g = subject();
    assertEquals(0, g.value(Vec.zeros(size())));
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 50; draw++) {
      Vec a = noise(random, 2);
      Vec b = noise(random, 2);
      double middle = g.value(a.plus(b).times(0.5));
      assertTrue(middle >= 0);
      assertTrue(middle <= 0.5 * (g.value(a) + g.value(b)) * (1 + 1e-13));
    }
  }

  @Test
  default void nothingNearTheProximalPointIsBetter() {
    Proximable g = subject();
    SplittableRandom random = new SplittableRandom(2);
    for (double step : new double[] {0.1, 0.7, 3}) {
      Vec z = noise(random, 1.5);
      Vec p = g.prox(z, step);
      double least = g.value(p) + p.minus(z).dot(p.minus(z)) / (2 * step);
      for (int draw = 0; draw < 200; draw++) {
        Vec x = p.plus(noise(random, Math.pow(10, -draw % 6)));
        double other = g.value(x) + x.minus(z).dot(x.minus(z)) / (2 * step);
        assertTrue(other >= least - 1e-12 * (1 + least), step + ": " + other + " < " + least);
      }
    }
  }

  /** Moreau: (z − p)/step maximises ⟨p, y⟩ − g*(y), so that g(p) + g*(y) = ⟨p, y⟩. */
  @Test
  default void theRestOfTheProximalPointIsThatOfTheConjugate() {
    Proximable g = subject();
    SplittableRandom random = new SplittableRandom(3);
    for (double step : new double[] {0.1, 0.7, 3}) {
      for (int draw = 0; draw < 20; draw++) {
        Vec z = noise(random, 1.5);
        Vec p = g.prox(z, step);
        Vec y = z.minus(p).times(1 / step);
        assertEquals(1, g.dualScale(y), 1e-12);
        assertEquals(p.dot(y), g.value(p) + g.conjugate(y), 1e-11 * (1 + z.dot(z)));
      }
    }
  }

  /** Fenchel and Young: g(x) + g*(y) ≥ ⟨x, y⟩ for every y in the domain. */
  @Test
  default void theConjugateBoundsTheInnerProduct() {
    Proximable g = subject();
    SplittableRandom random = new SplittableRandom(4);
    for (int draw = 0; draw < 100; draw++) {
      Vec x = noise(random, 1);
      Vec far = noise(random, 5);
      Vec y = far.times(g.dualScale(far));
      assertTrue(x.dot(y) <= (g.value(x) + g.conjugate(y)) * (1 + 1e-12));
    }
  }

  /** ‖prox a − prox b‖² ≤ ⟨prox a − prox b, a − b⟩. */
  @Test
  default void theProximalMapIsFirmlyNonExpansive() {
    Proximable g = subject();
    SplittableRandom random = new SplittableRandom(5);
    for (int draw = 0; draw < 50; draw++) {
      Vec a = noise(random, 1.5);
      Vec b = noise(random, 1.5);
      Vec d = g.prox(a, 0.6).minus(g.prox(b, 0.6));
      assertTrue(d.dot(d) <= d.dot(a.minus(b)) + 1e-13);
    }
  }

  @Test
  default void atZeroItIsTheSlopeThere() {
    Proximable g = subject();
    Vec z = noise(new SplittableRandom(6), 1);
    double small = 1e-9;
    assertEquals(g.atZero().value(z), g.value(z.times(small)) / small, 1e-7 * g.atZero().value(z));
    assertEquals(2 * g.atZero().value(z), g.atZero().value(z.times(-2)), 1e-12 * g.value(z));
  }
}
