package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;

class AdamsTest implements AdaptiveContract {
  @Override
  public Integrator subject() {
    return Adams.defaults();
  }

  @Override
  public double accuracy() {
    return 1e-7;
  }

  @Override
  public Integrator withTolerance(double both) {
    return Adams.defaults().withTolerance(both);
  }

  @Override
  public Integrator unguarded() {
    return Adams.defaults().withRegion(Double.POSITIVE_INFINITY);
  }

  @Override
  public String name() {
    return "adams";
  }

  @Test
  void settingsOutOfRangeNameThemselves() {
    BadSetting refusal =
        assertThrows(BadSetting.class, () -> Adams.defaults().withRelativeTolerance(0));
    assertTrue(refusal.getMessage().startsWith("Adams."), refusal.getMessage());
  }
}
