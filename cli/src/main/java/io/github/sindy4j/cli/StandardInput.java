package io.github.sindy4j.cli;

import io.github.sindy4j.notice.BadData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Standard input as a file, for what reads its data more than once: folds of held-out rows, the
 * level of noise and the intervals of coefficients need to know all rows before they begin. The
 * file stands in the folder for temporary files until the program ends.
 */
final class StandardInput {
  /** How it is written on the command line. */
  static final Path NAME = Path.of("-");

  private StandardInput() {}

  /** Reads it to its end, into a file. */
  static Path file() {
    try (InputStream in = System.in) {
      Path folder = Files.createTempDirectory("sindy4j");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("standard-input.csv");
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      BadData unreadable =
          new BadData(
              "standard-input",
              "standard input",
              "cannot be put down in the folder for temporary files: " + e.getMessage(),
              "Make room there, or name another folder by -Djava.io.tmpdir=DIR in"
                  + " SINDY4J_JAVA_OPTS");
      unreadable.initCause(e);
      throw unreadable;
    }
  }
}
