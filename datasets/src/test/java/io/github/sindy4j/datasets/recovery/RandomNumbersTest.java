package io.github.sindy4j.datasets.recovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goldens printed by numpy 2.4.6 (numpy.random.seed, rand, normal, uniform, linalg.svd) and by jax
 * 0.10.2 in double precision with jax_threefry_partitionable off.
 */
class RandomNumbersTest {
  private static final double ROUNDING = 2e-15;

  @Test
  void theTwisterGivesTheNumbersOfNumpyAfterTheSameSeed() {
    MersenneTwister random = new MersenneTwister(0);

    assertEquals(0.5488135039273248, random.uniform());
    assertEquals(0.7151893663724195, random.uniform());
    assertEquals(0.6027633760716439, random.uniform());
    assertEquals(-2.268328201180374, random.normal(), ROUNDING);
    assertEquals(1.3335453816218967, random.normal(), ROUNDING);
    assertEquals(-0.8427240538292873, random.normal(), ROUNDING);
    assertEquals(0.7835460015641595, random.uniform(-1, 1), ROUNDING);
  }

  @Test
  void theLargestSeedOfNumpyIsTakenAndTheStateRenewedManyTimes() {
    MersenneTwister random = new MersenneTwister(-1);
    for (int k = 0; k < 1300; k++) {
      random.uniform();
    }

    assertEquals(0.4380170100158518, random.uniform());
    assertEquals(0.9806755012345563, random.normal(), ROUNDING);
  }

  @Test
  void threefryGivesThePointsOfJax() {
    double[] six = new Threefry(0).uniform(6);
    double[] thirty = new Threefry(7).uniform(30);

    assertArrayEquals(
        new double[] {
          0.7660179523179806,
          -0.7285322570152148,
          0.3427249926212821,
          0.450473536346633,
          -0.30486447026553076,
          0.5114518900438276
        },
        Arrays.stream(six).map(u -> 2 * u - 1).toArray());
    assertEquals(-0.44802384092394476, 2 * thirty[0] - 1);
    assertEquals(-0.09032630628378246, 2 * thirty[3] - 1);
  }

  @Test
  void rowsOfTheSingularVectorsAreThoseOfNumpySignsIncluded() {
    assertRow(rows(4, 1, 0)[0], 0.5799686609772983, -0.13155995106814494, -0.32178033684031665);
    assertRow(rows(5, 1, 1)[0], 0.7128779200222093, 0.2684820909880872, 0.23179921498893644);
    double[][] two = rows(6, 2, 2);
    assertRow(two[0], -0.01373182066067178, 0.13536234826786886, -0.704068989327863);
    assertRow(two[1], -0.6315781379509177, 0.5433652568873627, -0.16398107294043368);
    double[][] three = rows(5, 3, 3);
    assertRow(three[0], -0.5344217526565763, -0.3789938062201845, -0.22697107689530718);
    assertRow(three[1], 0.5229707674509133, 0.5236677194823685, -0.014304385353228491);
    assertRow(three[2], 0.1355534598768113, -0.22335765543829258, -0.3295133869167369);
    double[][] forty = rows(40, 3, 12);
    assertRow(forty[0], -0.08146752205407316, -0.03518593786765277, 0.09430563947979513);
    assertRow(forty[1], 0.26229248067716093, -0.10388587264505818, -0.15672886592571666);
    assertRow(forty[2], 0.02024716252167967, -0.1083686938757028, -0.06574693557258651);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void rowsAreOrthonormal(int r) {
    for (int seed = 0; seed < 50; seed++) {
      double[][] rows = rows(r + 4, r, seed);
      for (int i = 0; i < r; i++) {
        for (int j = 0; j <= i; j++) {
          double product = 0;
          for (int k = 0; k < rows[i].length; k++) {
            product += rows[i][k] * rows[j][k];
          }
          assertEquals(i == j ? 1 : 0, product, 1e-13);
        }
      }
    }
  }

  private static void assertRow(double[] row, double... beginning) {
    for (int k = 0; k < beginning.length; k++) {
      assertEquals(beginning[k], row[k], 1e-13);
    }
  }

  private static double[][] rows(int m, int r, int seed) {
    MersenneTwister random = new MersenneTwister(seed);
    double[] a = new double[m * r];
    for (int i = 0; i < a.length; i++) {
      a[i] = random.normal();
    }
    return OrthonormalRows.of(a, m, r);
  }
}
