package io.github.sindy4j.openblas;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The library itself: three of its products, on numbers column by column, each on one thread. */
final class OpenBlas {
  /** What the library calls the processors it has code of its own for, by their tables of it. */
  private static final Map<String, String> CORES =
      Map.ofEntries(
          Map.entry("PRESCOTT", "Prescott"),
          Map.entry("CORE2", "Core2"),
          Map.entry("NEHALEM", "Nehalem"),
          Map.entry("BARCELONA", "Barcelona"),
          Map.entry("SANDYBRIDGE", "Sandybridge"),
          Map.entry("BULLDOZER", "Bulldozer"),
          Map.entry("PILEDRIVER", "Piledriver"),
          Map.entry("STEAMROLLER", "Steamroller"),
          Map.entry("EXCAVATOR", "Excavator"),
          Map.entry("HASWELL", "Haswell"),
          Map.entry("ZEN", "Zen"),
          Map.entry("SKYLAKEX", "SkylakeX"),
          Map.entry("COOPERLAKE", "Cooperlake"),
          Map.entry("SAPPHIRERAPIDS", "SapphireRapids"),
          Map.entry("ARMV8", "armv8"),
          Map.entry("NEOVERSEN1", "neoversen1"),
          Map.entry("NEOVERSEV1", "neoversev1"),
          Map.entry("NEOVERSEN2", "neoversen2"));

  private static final int BY_COLUMNS = openblas_nolapack.CblasColMajor;
  private static final int AS_IT_IS = openblas_nolapack.CblasNoTrans;
  private static final int TRANSPOSED = openblas_nolapack.CblasTrans;

  private final String name;

  private OpenBlas(String name) {
    this.name = name;
  }

  /**
   * Loads the library and bids it use no threads of its own, for every caller in this Java; empty
   * where another library stands in its place.
   *
   * @throws LinkageError where there is none for this machine
   */
  static Optional<OpenBlas> load() {
    Loader.load(openblas_nolapack.class);
    if (Loader.addressof("openblas_set_num_threads") == null) {
      return Optional.empty();
    }
    openblas_nolapack.blas_set_num_threads(1);
    String version = openblas_nolapack.OPENBLAS_VERSION.strip();
    return Optional.of(new OpenBlas(version + core().map(core -> ", " + core).orElse("")));
  }

  /** The processor whose code is used, found as the library itself finds its name. */
  private static Optional<String> core() {
    Pointer used = Loader.addressof("gotoblas");
    if (used == null) {
      return Optional.empty();
    }
    long table = new LongPointer(used).get();
    return CORES.entrySet().stream()
        .filter(core -> address("gotoblas_" + core.getKey()) == table)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static long address(String symbol) {
    Pointer pointer = Loader.addressof(symbol);
    return pointer == null ? 0 : pointer.address();
  }

  /** Such as "OpenBLAS 0.3.31, Haswell". */
  String name() {
    return name;
  }

  /** C ← C + s A B, A m×k and B k×n. */
  void add(
      int m,
      int n,
      int k,
      double s,
      DoublePointer a,
      int lda,
      DoublePointer b,
      int ldb,
      DoublePointer c,
      int ldc) {
    openblas_nolapack.cblas_dgemm(
        BY_COLUMNS, AS_IT_IS, AS_IT_IS, m, n, k, s, a, lda, b, ldb, 1, c, ldc);
  }

  /** C ← C + Aᵀ B, A k×m and B k×n. */
  void dots(
      int m,
      int n,
      int k,
      DoublePointer a,
      int lda,
      DoublePointer b,
      int ldb,
      DoublePointer c,
      int ldc) {
    openblas_nolapack.cblas_dgemm(
        BY_COLUMNS, TRANSPOSED, AS_IT_IS, m, n, k, 1, a, lda, b, ldb, 1, c, ldc);
  }

  /** X ← X U⁻¹, X m×n. */
  void solve(int m, int n, DoublePointer u, int ldu, DoublePointer x, int ldx) {
    openblas_nolapack.cblas_dtrsm(
        BY_COLUMNS,
        openblas_nolapack.CblasRight,
        openblas_nolapack.CblasUpper,
        AS_IT_IS,
        openblas_nolapack.CblasNonUnit,
        m,
        n,
        1,
        u,
        ldu,
        x,
        ldx);
  }
}
