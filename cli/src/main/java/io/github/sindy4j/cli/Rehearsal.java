package io.github.sindy4j.cli;

import io.github.sindy4j.linalg.Kernels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Large data will be given to a kernel that is slow until Java has compiled it. While the program
 * starts there is a processor without work: the kernel is rehearsed there.
 *
 * <p>Of a million rows and 59 columns that is a tenth of the whole; small data never come to it.
 */
final class Rehearsal {
  /**
   * In this system property the launcher asks for it, where the kernel is one that Java compiles.
   */
  private static final String SETTING = "sindy4j.rehearsal";

  /** The smallest file it is worth while for, in bytes. */
  private static final long LARGE = 32L << 20;

  private Rehearsal() {}

  /** Begins, where one of the words of a command is the name of a large file. */
  static void begin(String... words) {
    if (Boolean.getBoolean(SETTING)) {
      Thread thread = new Thread(() -> run(words), "rehearsal");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run(String... words) {
    try {
      if (Stream.of(words).anyMatch(Rehearsal::isLarge)) {
        Kernels.rehearse();
      }
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Whoever needs the kernel meets the same, and says so.
    }
  }

  static boolean isLarge(String word) {
    try {
      Path path = Path.of(word);
      return Files.isRegularFile(path) && Files.size(path) >= LARGE;
    } catch (InvalidPathException | java.io.IOException e) {
      return false;
    }
  }
}
