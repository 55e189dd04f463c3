package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import java.util.stream.Stream;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link DormandPrince} beside the integrator of Commons Math: the same bits. */
class DormandPrinceOracleTest {
  private static Solution byCommonsMath(
      DormandPrince settings, VectorField field, Vec start, Vec times) {
    CommonsRun.Recipe recipe =
        (shortest, longest, first) -> {
          DormandPrince853Integrator integrator =
              new DormandPrince853Integrator(
                  shortest, longest, settings.absoluteTolerance(), settings.relativeTolerance());
          integrator.setInitialStepSize(first > 0 ? first : -1);
          return integrator;
        };
    return CommonsRun.solve(
        recipe,
        DormandPrince.NAME,
        settings.region(),
        settings.maxEvaluations(),
        new Request(field, start, times));
  }

  static Stream<Arguments> problems() {
    VectorField lorenz =
        IntegratorContract.field(
            3,
            (t, x, dx) -> {
              dx[0] = 10 * (x[1] - x[0]);
              dx[1] = x[0] * (28 - x[2]) - x[1];
              dx[2] = x[0] * x[1] - 8.0 / 3 * x[2];
            });
    VectorField driven =
        IntegratorContract.field(
            2,
            (t, x, dx) -> {
              dx[0] = x[1];
              dx[1] = Math.cos(3 * t) - x[0] * x[0] * x[0] - 0.1 * x[1];
            });
    VectorField vanDerPol =
        IntegratorContract.field(
            2,
            (t, x, dx) -> {
              dx[0] = x[1];
              dx[1] = 20 * (1 - x[0] * x[0]) * x[1] - x[0];
            });
    VectorField rest = IntegratorContract.field(1, (t, x, dx) -> dx[0] = 0);
    return Stream.of(
        Arguments.of(
            "Lorenz, dense", lorenz, Vec.of(-8, 7, 27), IntegratorContract.grid(0, 0.001, 20001)),
        Arguments.of("Lorenz, sparse", lorenz, Vec.of(-8, 7, 27), Vec.of(0, 7, 19.5, 40)),
        Arguments.of("driven", driven, Vec.of(1, 0), IntegratorContract.grid(-3, 0.05, 2001)),
        Arguments.of("van der Pol", vanDerPol, Vec.of(2, 0), IntegratorContract.grid(0, 0.1, 1001)),
        Arguments.of("at rest", rest, Vec.of(0), Vec.of(0, 1, 1000)),
        Arguments.of("late", driven, Vec.of(1, 0), IntegratorContract.grid(1e9, 0.5, 101)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void statesHaveTheSameBits(String name, VectorField field, Vec start, Vec times) {
    for (double tolerance : new double[] {1e-3, 1e-6, 1e-9, 1e-13}) {
      DormandPrince settings = DormandPrince.defaults().withTolerance(tolerance);
      Solution own = settings.integrate(field, start, times);
      Solution other = byCommonsMath(settings, field, start, times);
      assertEquals(other.outcome(), own.outcome(), name);
      assertEquals(other.states(), own.states(), name + " at " + tolerance);
      assertTrue(own.evaluations() <= other.evaluations(), name);
    }
  }
}
