package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the command line inside the test. */
final class Cli {
  private final Path folder;

  Cli(Path folder) {
    this.folder = folder;
  }

  /** What a command did. */
  record Result(int code, String out, String err) {
    Result succeeds() {
      assertEquals(0, code, () -> "exit code; stderr: " + err);
      return this;
    }

    /** Fails with this code, says all this in at most two lines, and prints no result. */
    Result fails(int expected, String... parts) {
      assertEquals(expected, code, () -> "exit code; stderr: " + err);
      for (String part : parts) {
        assertTrue(err.contains(part), () -> "'" + part + "' should be in: " + err);
      }
      assertTrue(err.startsWith("sindy4j: "), err);
      assertTrue(err.lines().count() <= 2, err);
      assertEquals("", out);
      return this;
    }

    Result says(String... parts) {
      for (String part : parts) {
        assertTrue(out.contains(part), () -> "'" + part + "' should be in: " + out);
      }
      return this;
    }
  }

  /** Runs a command; {@code @name} stands for a file in the test's folder. */
  Result run(String... args) {
    String[] resolved = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      resolved[i] = args[i].startsWith("@") ? path(args[i].substring(1)).toString() : args[i];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CommandLines.run(
            new Console(stream(out), stream(err), false, CommandLines.typed(args)), resolved);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Writes a file into the test's folder. */
  Cli file(String name, String text) {
    try {
      Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  String read(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
