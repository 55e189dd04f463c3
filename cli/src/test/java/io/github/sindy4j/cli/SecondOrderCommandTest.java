package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOrderCommandTest {
  @TempDir Path folder;

  /** Time and position of a noisy Duffing oscillator. */
  private void positions(String name, String seed) throws IOException {
    new Cli(folder)
        .run("datasets", "export", "duffing", "--noise", "2", "--seed", seed, "-o", "@full.csv")
        .succeeds();
    List<String> rows =
        Files.readAllLines(folder.resolve("full.csv")).stream()
            .map(row -> row.substring(0, row.lastIndexOf(',')))
            .toList();
    Files.write(folder.resolve(name), rows);
    Files.delete(folder.resolve("full.csv"));
  }

  @Test
  void aModelOfPositionsIsValidatedOnPositions() throws IOException {
    positions("one.csv", "4");
    positions("two.csv", "5");
    String out =
        new Cli(folder)
            .run("fit", "@one.csv", "--order", "2", "--validate", "@two.csv")
            .succeeds()
            .out();
    assertTrue(out.contains("x_dot' = 0.99") || out.contains("x_dot' = 1.00"), out);
    assertTrue(out.contains("validation"), out);
    assertTrue(out.contains("x^3"), out);
  }
}
