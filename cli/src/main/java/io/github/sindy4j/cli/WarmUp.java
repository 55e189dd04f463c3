package io.github.sindy4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs each command once on a small example, so that an archive of loaded classes holds what the
 * commands need. The launcher calls it after building.
 */
public final class WarmUp {
  private WarmUp() {}

  /** Works in the folder that is given. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path folder = Files.createDirectories(Path.of(args[0]));
    String exact = folder.resolve("exact.csv").toString();
    String noisy = folder.resolve("noisy.csv").toString();
    // Of 251 columns; so many rows are read, folded and multiplied in the way of large fits.
    String large = folder.resolve("large.csv").toString();
    String out = folder.resolve("out").toString();
    String model = folder.resolve("out").resolve("model.json").toString();
    run();
    run("version");
    run("datasets", "list");
    run("datasets", "export", "lorenz63", "--samples", "1000", "-o", exact);
    run("datasets", "export", "van-der-pol", "--samples", "500", "--noise", "2", "-o", noisy);
    run("check", exact);
    run("check", exact, "--json");
    run("fit", exact, "--json");
    run("fit", exact, "--out", out);
    run("fit", exact, "--optimizer", "stlsq:threshold=0.1", "--derivative", "savitzky-golay:7,3");
    run("datasets", "export", "lorenz96", "--samples", "50000", "-o", large);
    Rehearsal.operations(large, List.of("fit", large));
    run("fit", large, "--library", "polynomial:2", "--json", "--derivative", "finite-difference:2");
    run("fit", noisy, "--ensemble", "5", "--json");
    run("fit", "hare-lynx", "--out", folder.resolve("measured").toString());
    run("regress", exact, "--inputs", "x,y", "--outputs", "z");
    run("discover", exact, "--discrete");
    run("conserve", model, "--json");
    run("score", model, exact);
    run("simulate", model, "--initial", "1,2,3", "--until", "1", "--step", "0.1", "--json");
    run("fit", "--help");
    run("fit", "missing.csv");
    run("fit", "--unknown");
    run("unknown");
  }

  private static void run(String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    String typed = CommandLines.typed(args);
    CommandLines.run(new Console(nowhere, nowhere, false, typed), args);
  }
}
