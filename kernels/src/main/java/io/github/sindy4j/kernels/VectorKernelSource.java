package io.github.sindy4j.kernels;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.KernelSource;
import java.util.Optional;

/**
 * Offers {@link VectorKernel} where the virtual machine has loaded the vector module, and its
 * registers are wide enough to gain anything. Touches no class of that module before it knows.
 */
public final class VectorKernelSource implements KernelSource {
  private static final String MODULE = "jdk.incubator.vector";

  /** For the service loader. */
  public VectorKernelSource() {}

  @Override
  public Optional<Kernel> kernel() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty() || !VectorKernel.worthwhile()) {
      return Optional.empty();
    }
    return Optional.of(new VectorKernel());
  }

  @Override
  public String word() {
    return "vector";
  }

  @Override
  public int rank() {
    return 1;
  }
}
