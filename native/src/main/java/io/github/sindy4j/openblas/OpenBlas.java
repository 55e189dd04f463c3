package io.github.sindy4j.openblas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRight;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasUpper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The library itself: its products of numbers outside of Java's heap, column by column. */
final class OpenBlas {
  /** What it calls the processors for which it has code of their own. */
  private static final List<String> PROCESSORS =
      List.of(
          "Prescott",
          "Core2",
          "Nehalem",
          "Barcelona",
          "Sandybridge",
          "Bulldozer",
          "Piledriver",
          "Steamroller",
          "Excavator",
          "Haswell",
          "Zen",
          "SkylakeX",
          "Cooperlake",
          "SapphireRapids",
          "armv8",
          "neoversen1",
          "neoversev1",
          "neoversen2");

  /**
   * Columns divided at a time; what they change elsewhere is a product, at four times the speed.
   */
  private static final int DIVIDED = 16;

  private final String name;

  private OpenBlas(String name) {
    this.name = name;
  }

  /**
   * Loads the library and bids it use no threads of its own, whoever else uses it in this Java;
   * empty where another library stands in its place.
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
    return Optional.of(new OpenBlas(version + processor().map(p -> ", " + p).orElse("")));
  }

  /** The processor whose code it has chosen, found as it finds the name itself: by its table. */
  private static Optional<String> processor() {
    Pointer chosen = Loader.addressof("gotoblas");
    if (chosen == null) {
      return Optional.empty();
    }
    long table = new LongPointer(chosen).get();
    return PROCESSORS.stream().filter(name -> tableOf(name) == table).findFirst();
  }

  private static long tableOf(String processor) {
    Pointer table = Loader.addressof("gotoblas_" + processor.toUpperCase(Locale.ROOT));
    return table == null ? 0 : table.address();
  }

  /** As it says of itself, such as "OpenBLAS 0.3.31, Haswell". */
  String name() {
    return name;
  }

  /** C ← C + s A B for the r×k at {@code a}, the k×n at {@code b} and the r×n at {@code c}. */
  void add(
      int r,
      int n,
      int k,
      double s,
      DoublePointer a,
      int aStride,
      DoublePointer b,
      int bStride,
      DoublePointer c,
      int cStride) {
    openblas_nolapack.cblas_dgemm(
        CblasColMajor,
        CblasNoTrans,
        CblasNoTrans,
        r,
        n,
        k,
        s,
        a,
        aStride,
        b,
        bStride,
        1,
        c,
        cStride);
  }

  /** C ← C + Aᵀ B for the r×m at {@code a}, the r×n at {@code b} and the m×n at {@code c}. */
  void dots(
      int m,
      int n,
      int r,
      DoublePointer a,
      int aStride,
      DoublePointer b,
      int bStride,
      DoublePointer c,
      int cStride) {
    openblas_nolapack.cblas_dgemm(
        CblasColMajor, CblasTrans, CblasNoTrans, m, n, r, 1, a, aStride, b, bStride, 1, c, cStride);
  }

  /** P ← P U⁻¹ for the first rows of P, U n×n and without gaps between its columns. */
  void divide(int rows, int n, OffHeap u, OffHeap p, int stride) {
    for (int j = 0; j < n; j += DIVIDED) {
      int width = Math.min(DIVIDED, n - j);
      for (int k = 0; k < j; k += Pieces.DEPTH) {
        int depth = Math.min(Pieces.DEPTH, j - k);
        DoublePointer factors = u.at(j * n + k);
        add(
            rows,
            width,
            depth,
            -1,
            p.at(k * stride),
            stride,
            factors,
            n,
            p.other(j * stride),
            stride);
      }
      openblas_nolapack.cblas_dtrsm(
          CblasColMajor,
          CblasRight,
          CblasUpper,
          CblasNoTrans,
          CblasNonUnit,
          rows,
          width,
          1,
          u.at(j * n + j),
          n,
          p.at(j * stride),
          stride);
    }
  }
}
