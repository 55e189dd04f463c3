package io.github.sindy4j.bench.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.datasets.recovery.RecoveryCell;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedRowsTest {
  /** Another solver, written by others, on what should be the same functions, points and norm. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void withThePublishedOperatorEachRowNeedsThePublishedNumberOfPoints(Kind kind) {
    int same = 0;
    int rows = 0;
    for (Row row : Published.rows(kind)) {
      RecoveryFamily family = row.key().family();
      if (family.m() == 5 && family.libraryDegree() == 2 && row.key().seed() < 5) {
        RecoveryProblem problem =
            RecoveryCell.of(family, RecoveryOperator.SAMPLED).problem(row.key().seed());
        int points = recovery(problem, Nuclear.defaults());
        rows++;
        same += points == row.points() ? 1 : 0;
        assertTrue(Math.abs(points - row.points()) <= 1, family.text() + " needs " + points);
      }
    }

    assertEquals(kind == Kind.QUAD_SE ? 5 : 15, rows);
    assertTrue(same >= rows - 1, same + " of " + rows);
  }

  @Test
  void leastRankIsRecoveredFromOnePointMoreThanThereAreParameters() {
    RecoveryCell cell =
        RecoveryCell.of(RecoveryFamily.parse("ortho-t:6:1:2"), RecoveryOperator.EXACT);
    for (int seed = 0; seed < 3; seed++) {
      assertEquals(9, recovery(cell.problem(seed), LeastRank.defaults()));
    }
  }

  private static int recovery(RecoveryProblem problem, RecoveryMethod method) {
    return Bisection.least(problem.points(), method.on(problem)::recovered);
  }
}
