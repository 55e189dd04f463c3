package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupNormTest implements ProximableContract {
  @Override
  public Proximable subject() {
    return new GroupNorm(List.of(2, 1, 4), Vec.of(1, 0.5, 2));
  }

  @Override
  public int size() {
    return 7;
  }

  @Test
  void wholeBlocksVanishAndOthersKeepTheirDirection() {
    GroupNorm norm = GroupNorm.of(List.of(2, 2));
    assertEquals(5 + 0.5, norm.value(Vec.of(3, 4, 0.3, 0.4)), 1e-15);
    assertArrayEquals(
        new double[] {2.4, 3.2, 0, 0}, norm.prox(Vec.of(3, 4, 0.3, 0.4), 1).toArray(), 1e-15);
  }

  @Test
  void blocksThatDoNotFillTheVectorAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> GroupNorm.of(List.of(2)).value(Vec.zeros(3)));
  }

  @Test
  void aBlockWithoutWeightIsRefused() {
    assertThrows(BadSetting.class, () -> new GroupNorm(List.of(1), Vec.of(0)));
  }
}
