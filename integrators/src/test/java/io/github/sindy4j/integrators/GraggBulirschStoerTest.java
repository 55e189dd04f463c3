package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;

class GraggBulirschStoerTest implements AdaptiveContract {
  @Override
  public Integrator subject() {
    return GraggBulirschStoer.defaults();
  }

  @Override
  public double accuracy() {
    return 1e-8;
  }

  @Override
  public Integrator withTolerance(double both) {
    return GraggBulirschStoer.defaults().withTolerance(both);
  }

  @Override
  public Integrator unguarded() {
    return GraggBulirschStoer.defaults().withRegion(Double.POSITIVE_INFINITY);
  }

  @Override
  public String name() {
    return "gragg-bulirsch-stoer";
  }

  @Test
  void settingsOutOfRangeNameThemselves() {
    BadSetting refusal =
        assertThrows(
            BadSetting.class, () -> GraggBulirschStoer.defaults().withRelativeTolerance(0));
    assertTrue(refusal.getMessage().startsWith("GraggBulirschStoer."), refusal.getMessage());
  }
}
