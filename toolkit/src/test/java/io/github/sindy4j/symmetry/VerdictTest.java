package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void theWholeIntervalDecides() {
    assertEquals(Verdict.HELD, Verdict.of(0.006, 0.004, 0.01));
    assertEquals(Verdict.UNDECIDABLE, Verdict.of(0.006, 0.005, 0.01));
    assertEquals(Verdict.UNDECIDABLE, Verdict.of(0.014, 0.004, 0.01));
    assertEquals(Verdict.BROKEN, Verdict.of(0.015, 0.004, 0.01));
  }

  @Test
  void whatIsKnownIsDecidedAndWhatIsUnboundedIsNot() {
    assertEquals(Verdict.HELD, Verdict.of(0, 0, 0));
    assertEquals(Verdict.BROKEN, Verdict.of(Double.MIN_VALUE, 0, 0));
    assertEquals(Verdict.UNDECIDABLE, Verdict.of(0.5, Double.POSITIVE_INFINITY, 0.01));
  }
}
