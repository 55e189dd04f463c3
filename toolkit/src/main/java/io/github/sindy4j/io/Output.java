package io.github.sindy4j.io;

import io.github.sindy4j.notice.BadSetting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes whole files or none: the content goes to a temporary name in the same folder, which then
 * takes the place of the target in one step. Whoever reads the target sees the old content or the
 * new, never a part.
 *
 * <p>A link is followed; what is not an ordinary file, such as a pipe or {@code /dev/stdout}, is
 * written to directly.
 */
public final class Output {
  private static final int ATTEMPTS = 1000;

  private Output() {}

  /** Produces text. */
  @FunctionalInterface
  public interface Text {
    /** Writes everything; does not close. */
    void writeTo(Writer out) throws IOException;
  }

  /** Produces bytes. */
  @FunctionalInterface
  public interface Bytes {
    /** Writes everything; does not close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes text in UTF-8; an existing file is refused unless {@code overwrite}. */
  public static void write(Path target, boolean overwrite, Text content) {
    writeBytes(
        target,
        overwrite,
        stream -> {
          Writer out =
              new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
          content.writeTo(out);
          out.flush();
        });
  }

  /** Writes bytes; an existing file is refused unless {@code overwrite}. */
  public static void writeBytes(Path target, boolean overwrite, Bytes content) {
    requireWritable(target, overwrite);
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        try (OutputStream out = Files.newOutputStream(target)) {
          content.writeTo(out);
        }
      } else {
        replace(Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), content);
      }
    } catch (IOException e) {
      BadSetting refused =
          new BadSetting(
              "cannot-write",
              target.toString(),
              "writing failed: " + Place.reason(e),
              "Check that there is space, and that you may write to this folder");
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * Refuses a target that {@link #write} would refuse, before long work whose result would go
   * there: a folder, a file in a folder that does not exist, or an existing file unless {@code
   * overwrite}.
   */
  public static void requireWritable(Path target, boolean overwrite) {
    String where = target.toString();
    if (Files.isDirectory(target)) {
      throw new BadSetting("is-a-directory", where, "it is a folder, not a file", "Name a file");
    }
    if (Files.isRegularFile(target) && !overwrite) {
      throw new BadSetting(
          "file-exists",
          where,
          "the file exists already",
          "Choose another name, or allow overwriting (--force)");
    }
    Path folder = folderOf(target);
    if (!Files.isDirectory(folder)) {
      throw new BadSetting(
          "no-such-directory",
          where,
          "there is no folder " + folder,
          "Create it first, or choose another");
    }
  }

  private static void replace(Path target, Bytes content) throws IOException {
    Path temporary = reserve(target);
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        content.writeTo(out);
      }
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException unsupported) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** An empty file in the folder of the target, with the rights that new files have there. */
  private static Path reserve(Path target) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path candidate = target.resolveSibling("." + target.getFileName() + "." + attempt + ".tmp");
      try {
        Files.newOutputStream(candidate, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
            .close();
        return candidate;
      } catch (FileAlreadyExistsException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  private static Path folderOf(Path target) {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }
}
