package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import org.junit.jupiter.api.Test;

class RestartingTest {
  private static VectorField field(Evaluator evaluator) {
    return new VectorField() {
      @Override
      public int dimension() {
        return 1;
      }

      @Override
      public Evaluator evaluator() {
        return evaluator;
      }
    };
  }

  @Test
  void kinksAtRequestedTimesCostNoAccuracy() {
    VectorField ramp = field((t, x, rates) -> rates[0] = Math.min(t, 1));
    Restarting solver = new Restarting(DormandPrince.defaults());
    Solution solution = solver.integrate(ramp, Vec.of(0), Vec.of(0, 1, 2));
    assertTrue(solution.isComplete());
    assertEquals(0.5, solution.states().get(1, 0), 1e-13);
    assertEquals(1.5, solution.states().get(2, 0), 1e-13);
  }

  @Test
  void theGuardIsThatOfTheWholeRun() {
    VectorField growth = field((t, x, rates) -> rates[0] = x[0]);
    Restarting solver = new Restarting(DormandPrince.defaults().withRegion(100));
    double[] times = new double[21];
    for (int k = 0; k < times.length; k++) {
      times[k] = k;
    }
    Solution solution = solver.integrate(growth, Vec.of(1), Vec.of(times));
    assertFalse(solution.isComplete());
    assertEquals(6, solution.times().size());
  }

  @Test
  void theBudgetIsThatOfTheWholeRun() {
    VectorField field = field((t, x, rates) -> rates[0] = Math.cos(50 * t));
    Restarting solver = new Restarting(DormandPrince.defaults().withMaxEvaluations(200));
    Solution solution = solver.integrate(field, Vec.of(0), Vec.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    assertFalse(solution.isComplete());
    assertTrue(solution.evaluations() <= 230, "evaluations " + solution.evaluations());
  }
}
