package io.github.sindy4j.linalg;

import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Which {@link Kernel} does a piece of work: decided here alone, from the number of its operations,
 * so that the same input always meets the same kernel.
 *
 * <p>Vector code is slow until it is compiled, plain loops are not: little work stays with them.
 */
public final class Kernels {
  /**
   * The system property in which the user names the kernel of large work: {@code plain}, or the
   * {@link KernelSource#word()} of a source. Without it, or where it names none that is here, the
   * highest rank is taken. Read once, when large work first asks.
   */
  public static final String SETTING = "sindy4j.kernel";

  /**
   * From here on blocked algorithms pay, below reflections column by column: more code must be
   * compiled, which takes as long as 10⁹ operations.
   */
  static final double BLOCKED = 3e9;

  /** From here on a kernel pays that must first be compiled. */
  static final double LARGE = 6e9;

  private static final Comparator<KernelSource> FASTEST_FIRST =
      Comparator.comparingInt(KernelSource::rank).reversed();

  private static final Kernel PLAIN = new SplitKernel(new PlainKernel());

  private Kernels() {}

  /** Plain Java, always there. */
  public static Kernel plain() {
    return PLAIN;
  }

  /** The kernel of this word, {@code plain} or a source's; empty where it is not here. */
  public static Optional<Kernel> named(String word) {
    return word.equals("plain")
        ? Optional.of(PLAIN)
        : found(sources().filter(source -> source.word().equals(word)));
  }

  /** What {@link #SETTING} names, where there is no such kernel here. */
  public static Optional<String> missing() {
    return setting().filter(word -> named(word).isEmpty());
  }

  /** The kernel of large work: the one that is asked for, or the fastest on the class path. */
  public static Kernel current() {
    return Found.BEST;
  }

  /**
   * Has the kernel of large work do very little of it, again and again, so that Java compiles its
   * loops, which are a thousand times slower before. For a thread that has nothing else to do while
   * a program starts; takes some tenths of a second, half of which it sleeps.
   */
  public static void rehearse() {
    new KernelRehearsal(SplitKernel.undivided(current())).run();
  }

  /** 2 r q², the operations of a fold of r rows of q columns. */
  public static double foldWork(long rows, double columns) {
    return 2.0 * rows * columns * columns;
  }

  /** The kernel for work of so many operations, additions and multiplications counted singly. */
  public static Kernel forWork(double operations) {
    return operations >= LARGE ? current() : PLAIN;
  }

  private static Optional<String> setting() {
    return Optional.ofNullable(System.getProperty(SETTING)).filter(word -> !word.isEmpty());
  }

  private static Stream<KernelSource> sources() {
    return ServiceLoader.load(KernelSource.class, KernelSource.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get);
  }

  private static Optional<Kernel> found(Stream<KernelSource> sources) {
    return sources
        .map(KernelSource::kernel)
        .flatMap(Optional::stream)
        .<Kernel>map(SplitKernel::new)
        .findFirst();
  }

  /** Sought once, when large work first asks. */
  private static final class Found {
    static final Kernel BEST = best();

    private static Kernel best() {
      return setting()
          .flatMap(Kernels::named)
          .or(() -> found(sources().sorted(FASTEST_FIRST)))
          .orElse(PLAIN);
    }
  }
}
