package io.github.sindy4j.openblas;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.KernelSource;
import java.util.Optional;

/**
 * Offers {@link OpenBlasKernel} where the library loads; says nothing where it does not. Below the
 * vector kernel, which is as fast and needs no library, and above plain Java.
 */
public final class OpenBlasKernelSource implements KernelSource {
  /** For the service loader. */
  public OpenBlasKernelSource() {}

  @Override
  public Optional<Kernel> kernel() {
    try {
      return OpenBlas.load().map(OpenBlasKernel::new);
    } catch (LinkageError | RuntimeException e) {
      // No library for this machine, or no place to unpack it: never a reason to fail.
      return Optional.empty();
    }
  }

  @Override
  public String word() {
    return "openblas";
  }

  @Override
  public int rank() {
    return 0;
  }
}
