package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: 2 N q², by hand. */
class RehearsalTest {
  @TempDir private Path folder;

  private String table(int rows) throws IOException {
    String text = "t,x,y,z\n" + "0.001,1.25,-3.5,20.5\n".repeat(rows);
    return Files.writeString(folder.resolve("data.csv"), text).toString();
  }

  @Test
  void theWorkOfATableFollowsFromItsLines() throws IOException {
    String file = table(10_000);
    List<String> words = List.of("fit", file, "--library", "polynomial:5", "--json");
    double expected = 2e4 * 59 * 59;
    assertEquals(expected, Rehearsal.operations(file, words), 0.01 * expected);
    assertEquals(
        expected, Rehearsal.operations(file, List.of("--library=polynomial:5")), 0.01 * expected);
  }

  @Test
  void whereNoLibraryIsNamedItIsTheUsualOne() throws IOException {
    String file = table(10_000);
    double expected = 2e4 * 23 * 23;
    assertEquals(expected, Rehearsal.operations(file, List.of("fit", file)), 0.01 * expected);
  }

  @Test
  void theWorkOfAnArrayFollowsFromItsHeader() throws IOException {
    String header =
        "\u0093NUMPY\u0001\0v\0{'descr': '<f8', 'fortran_order': False, 'shape': (500, 4), }";
    Path file = folder.resolve("data.npy");
    Files.write(file, header.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        2 * 500 * 23 * 23, Rehearsal.operations(file.toString(), List.of(file.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fit", "--json", "expr(sin(x),\0)", "."})
  void wordsThatNameNoFileAreNoWork(String word) {
    assertEquals(0, Rehearsal.operations(word, List.of("fit", word)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t", "t,x,y", "\n", "t,x\n"})
  void filesWithoutRowsAreLittleWork(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("few.csv"), text);
    double work = Rehearsal.operations(file.toString(), List.of());
    assertEquals(0, work, 1e4);
  }
}
