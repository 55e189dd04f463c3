package io.github.sindy4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
  @Test
  void theLastFewValuesAreNotComputedAgain() {
    List<Integer> computed = new ArrayList<>();
    Recent<Integer> squares =
        new Recent<>(
            2,
            k -> {
              computed.add(k);
              return k * k;
            });
    for (int k : new int[] {1, 2, 1, 3, 1, 2}) {
      assertEquals(k * k, squares.at(k));
    }
    assertEquals(List.of(1, 2, 3, 2), computed);
  }
}
