package io.github.sindy4j.linalg;

import java.util.Optional;

/** Offers a kernel to {@link Kernels}, which finds its sources through the service loader. */
public interface KernelSource {
  /** The kernel, or none where this machine or this Java does not carry it. */
  Optional<Kernel> kernel();

  /** What the user calls it, in {@link Kernels#SETTING}. */
  String word();

  /** Where several offer one, the highest is taken. */
  int rank();
}
