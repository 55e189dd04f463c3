package io.github.sindy4j.bench.noisy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoisyScoreTest {
  private static final Matrix TRUTH =
      Matrix.ofRows(new double[] {3, 0, 0, 0}, new double[] {0, -4, 0, 1});

  @Test
  void theTruthIsExactAndWithoutError() {
    NoisyScore score = NoisyScore.of(TRUTH, answer(TRUTH, Matrix.zeros(2, 4)));

    assertEquals(1, score.ratio());
    assertTrue(score.exact());
    assertEquals(0, score.error());
    assertEquals(0, score.spectral());
    assertEquals(3, score.covered());
    assertEquals(5, score.absent());
  }

  @Test
  void noTermAtAllHasRatioZeroAndErrorOne() {
    NoisyScore score = NoisyScore.of(TRUTH, NoisyAnswer.nothing(2, 4, "gave-up"));

    assertEquals(0, score.ratio());
    assertEquals(3, score.missed());
    assertFalse(score.exact());
    assertEquals(1, score.error(), 1e-15);
    assertEquals(1, score.spectral(), 1e-12);
    assertEquals(Math.sqrt(26.0 / 3), score.rms(), 1e-15);
    assertEquals(0, score.covered());
  }

  /** Ξ − Ξ* = [[.1, 0, .2, 0], [0, 0, 0, −1]] by hand. */
  @Test
  void termsErrorsAndIntervalsAreCountedEntryByEntry() {
    Matrix found = Matrix.ofRows(new double[] {3.1, 0, 0.2, 1e-11}, new double[] {1e-11, -4, 0, 0});
    Matrix halfWidths = Matrix.ofRows(new double[] {0.09, 9, 9, 9}, new double[] {9, 0.01, 9, 9});
    NoisyScore score = NoisyScore.of(TRUTH, answer(found, halfWidths));

    assertEquals(2, score.right());
    assertEquals(1, score.wrong());
    assertEquals(1, score.missed());
    assertEquals(4, score.absent());
    assertEquals(0.5, score.ratio());
    assertEquals(1, score.covered(), "3.1 ± 0.09 does not hold 3, −4 ± 0.01 holds −4");
    assertEquals(Math.sqrt(1.05 / 26), score.error(), 1e-12);
    assertEquals(1 / Math.sqrt(17), score.spectral(), 1e-12);
    assertEquals(Math.sqrt(1.01 / 3), score.rms(), 1e-12);
  }

  private static NoisyAnswer answer(Matrix coefficients, Matrix halfWidths) {
    return new NoisyAnswer(coefficients, halfWidths, List.of());
  }
}
