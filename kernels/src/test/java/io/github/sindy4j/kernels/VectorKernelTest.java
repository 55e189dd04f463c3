package io.github.sindy4j.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.KernelContract;
import io.github.sindy4j.linalg.Kernels;
import org.junit.jupiter.api.Test;

class VectorKernelTest implements KernelContract {
  @Override
  public Kernel subject() {
    return new VectorKernel();
  }

  @Test
  void largeWorkIsGivenToItWhereTheRegistersAreWideEnough() {
    assumeTrue(VectorKernel.worthwhile());
    assertEquals(subject().name(), Kernels.current().name());
    assertSame(Kernels.current(), Kernels.forWork(1e12));
    assertSame(Kernels.plain(), Kernels.forWork(1e6));
  }
}
