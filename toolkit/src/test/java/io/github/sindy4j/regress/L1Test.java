package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Vec;
import org.junit.jupiter.api.Test;

class L1Test implements ProximableContract, PolyhedralContract {
  @Override
  public Proximable subject() {
    return new L1();
  }

  @Override
  public Polyhedral polyhedral() {
    return new L1();
  }

  @Override
  public int entries() {
    return size();
  }

  @Override
  public int size() {
    return 7;
  }

  @Test
  void entriesMoveTowardsZeroByTheStep() {
    assertEquals(6, new L1().value(Vec.of(1, -2, 3)));
    assertArrayEquals(
        new double[] {0, -1.5, 2.5}, new L1().prox(Vec.of(0.4, -2, 3), 0.5).toArray(), 1e-15);
  }
}
