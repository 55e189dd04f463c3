package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodTest {
  @ParameterizedTest
  @EnumSource(Method.class)
  void everyNameIsReadBackAndKeepsItsTolerances(Method method) {
    assertEquals(method, Method.named(method.toString()));
    Solution coarse = turn(method, 1e-5);
    Solution fine = turn(method, 1e-10);
    assertTrue(fine.evaluations() > coarse.evaluations());
    assertEquals(Math.cos(20), fine.states().get(1, 0), 1e-7);
    String said = fine.stretches().get(0).integrator();
    assertEquals(method == Method.AUTO ? "dormand-prince" : method.toString(), said);
  }

  private static Solution turn(Method method, double tolerance) {
    return method
        .withTolerances(tolerance, tolerance)
        .integrate(IntegratorContract.oscillator(), Vec.of(1, 0), Vec.of(0, 20));
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThatAreKnown() {
    BadSetting refusal = assertThrows(BadSetting.class, () -> Method.named("lsoda"));
    assertEquals("unknown-integrator", refusal.code());
    assertTrue(refusal.getMessage().contains("gragg-bulirsch-stoer"), refusal.getMessage());
  }
}
