package io.github.sindy4j.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Starts the command line: {@code sindy4j fit data.csv}. */
public final class Main {
  private Main() {}

  /**
   * Runs the command, in UTF-8 and in no country's way of writing numbers, and ends the program.
   */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Rehearsal.begin(args);
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(Messages.descriptor());
    boolean interactive = Boolean.getBoolean("sindy4j.terminal");
    int code = CommandLines.run(new Console(out, err, interactive, CommandLines.typed(args)), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
