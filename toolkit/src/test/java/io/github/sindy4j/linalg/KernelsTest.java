package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void plainJavaIsAlwaysThereAndDoesWhatIsLittle() {
    assertSame(Kernels.plain(), Kernels.named("plain").orElseThrow());
    assertSame(Kernels.plain(), Kernels.forWork(1e6));
    assertSame(Kernels.current(), Kernels.forWork(1e12));
  }

  @Test
  void whatIsNotThereIsMissedByWhoAskedForItAlone() {
    assertEquals(Optional.empty(), Kernels.named("abacus"));
    assertEquals(Optional.empty(), Kernels.missing());
    System.setProperty(Kernels.SETTING, "abacus");
    try {
      assertEquals(Optional.of("abacus"), Kernels.missing());
    } finally {
      System.clearProperty(Kernels.SETTING);
    }
  }

  @Test
  void aRehearsalChangesNothing() {
    Kernel before = Kernels.current();
    Kernels.rehearse();
    assertSame(before, Kernels.current());
  }
}
