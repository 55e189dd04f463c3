package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import java.nio.file.Path;
import java.util.Locale;

/** Datasets as files: NumPy arrays where the name ends in {@code .npy}, else tables as text. */
public final class DataFile {
  private DataFile() {}

  /** Reads a file; see {@link Csv} and {@link Npy}. */
  public static Dataset read(Path path, CsvOptions options) {
    return isArray(path) ? Npy.read(path, options) : Csv.read(path, options);
  }

  /** Writes a file, whole or not at all; an existing file is refused unless {@code overwrite}. */
  public static void write(Dataset dataset, Path target, boolean overwrite) {
    if (isArray(target)) {
      Npy.write(dataset, target, overwrite);
    } else {
      Csv.write(dataset, target, overwrite);
    }
  }

  /** Whether the name of a file says that it holds a NumPy array. */
  public static boolean isArray(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }
}
