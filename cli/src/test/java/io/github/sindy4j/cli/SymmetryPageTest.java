package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on the page about symmetry prints what the page shows. */
class SymmetryPageTest {
  private static final Path PAGE = Path.of("..", "docs", "symmetry.md");

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatThePageShows() throws IOException {
    int commands = new Page(PAGE, folder).requireTrue();
    assertTrue(commands >= 9, "commands: " + commands);
  }

  /** In the names of actions that the page lists, every one is understood. */
  @Test
  void everyActionInTheTableIsUnderstood() throws IOException {
    String rows = Files.readString(PAGE);
    String table =
        rows.substring(rows.indexOf("| text | what"), rows.indexOf("Columns that are not"));
    Cli cli = new Cli(folder).file("s.csv", "t,x,y,z\n0,1,2,3\n");
    Set<String> names = new TreeSet<>();
    Matcher text = Pattern.compile("`([a-z]+)\\(").matcher(table);
    while (text.find()) {
      names.add(text.group(1));
    }
    assertEquals(16, names.size(), names.toString());
    for (String name : names) {
      String err =
          cli.run("discover", "@s.csv", "--from", "points", "--candidates", name + "(").err();
      assertTrue(!err.contains("there is no action"), err);
    }
  }
}
