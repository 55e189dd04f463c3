package io.github.sindy4j.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void theDistanceCountsInsertionsRemovalsAndReplacements() {
    assertEquals(3, Nearest.distance("kitten", "sitting"));
    assertEquals(3, Nearest.distance("sitting", "kitten"));
    assertEquals(4, Nearest.distance("", "four"));
    assertEquals(0, Nearest.distance("same", "same"));
  }

  @Test
  void theHintNamesWhatIsNearAndNothingElse() {
    List<String> known = List.of("reflection", "rotation", "swap");
    assertEquals("Did you mean rotation? ", Nearest.hint("Rotaton", known));
    assertEquals("", Nearest.hint("scaling", List.of("swap")));
    assertEquals("", Nearest.hint("x", List.of()));
  }
}
