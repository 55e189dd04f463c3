package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;

class ElasticNetTest implements ProximableContract, PolyhedralContract {
  @Override
  public Proximable subject() {
    return new ElasticNet(0.4);
  }

  @Override
  public Polyhedral polyhedral() {
    return new ElasticNet(0.4);
  }

  @Override
  public int entries() {
    return size();
  }

  @Override
  public int size() {
    return 6;
  }

  @Test
  void entriesAreThresholdedAndThenShrunk() {
    assertEquals(3 + 0.5 * 2 * 5, new ElasticNet(2).value(Vec.of(1, -2)));
    assertArrayEquals(
        new double[] {0, -0.75, 1.25},
        new ElasticNet(2).prox(Vec.of(0.4, -2, 3), 0.5).toArray(),
        1e-15);
  }

  @Test
  void aRidgeOfZeroIsRefused() {
    assertThrows(BadSetting.class, () -> new ElasticNet(0));
  }
}
