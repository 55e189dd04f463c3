package io.github.sindy4j.openblas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.KernelContract;
import io.github.sindy4j.linalg.Kernels;
import org.junit.jupiter.api.Test;

class OpenBlasKernelTest implements KernelContract {
  @Override
  public Kernel subject() {
    return new OpenBlasKernel(OpenBlas.load().orElseThrow());
  }

  @Test
  void itSaysWhichLibraryAndForWhichProcessor() {
    assertTrue(subject().name().startsWith("OpenBLAS 0.3."), subject().name());
  }

  @Test
  void largeWorkIsGivenToItWhereThereIsNoVectorKernel() {
    assertEquals(subject().name(), Kernels.current().name());
  }
}
