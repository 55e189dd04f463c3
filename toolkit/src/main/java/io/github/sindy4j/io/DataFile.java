package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Legs;
import io.github.sindy4j.notice.Notice;
import java.nio.file.Path;
import java.util.List;
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
    write(Legs.of(dataset), target, overwrite);
  }

  /** The same for trajectories that are not held; what the user should know about them. */
  public static List<Notice> write(Legs legs, Path target, boolean overwrite) {
    return isArray(target)
        ? Npy.write(legs, target, overwrite)
        : Csv.write(legs, target, overwrite);
  }

  /** Whether the name of a file says that it holds a NumPy array. */
  public static boolean isArray(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }
}
