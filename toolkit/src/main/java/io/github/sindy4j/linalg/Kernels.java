package io.github.sindy4j.linalg;

import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Which {@link Kernel} does a piece of work: decided here alone, from the number of its operations,
 * so that the same input always meets the same kernel.
 *
 * <p>Vector code is slow until it is compiled, plain loops are not: little work stays with them.
 */
public final class Kernels {
  /**
   * From here on blocked algorithms pay, below reflections column by column: more code must be
   * compiled, which takes as long as 10⁹ operations.
   */
  static final double BLOCKED = 3e9;

  /** From here on a kernel pays that must first be compiled. */
  static final double LARGE = 6e9;

  private static final Kernel PLAIN = new SplitKernel(new PlainKernel());

  private Kernels() {}

  /** Plain Java, always there. */
  public static Kernel plain() {
    return PLAIN;
  }

  /** The fastest kernel found on the class path, which large work is given to. */
  public static Kernel current() {
    return Found.BEST;
  }

  /** The kernel for work of so many operations, additions and multiplications counted singly. */
  public static Kernel forWork(double operations) {
    return operations >= LARGE ? current() : PLAIN;
  }

  /** Sought once, when large work first asks. */
  private static final class Found {
    static final Kernel BEST = best();

    private static Kernel best() {
      return ServiceLoader.load(KernelSource.class, KernelSource.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparingInt(KernelSource::rank).reversed())
          .map(KernelSource::kernel)
          .flatMap(Optional::stream)
          .<Kernel>map(SplitKernel::new)
          .findFirst()
          .orElse(PLAIN);
    }
  }
}
