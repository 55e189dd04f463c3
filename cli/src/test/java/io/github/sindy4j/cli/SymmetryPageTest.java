package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on the page about symmetry prints what the page shows. */
class SymmetryPageTest {
  private static final Path PAGE = Path.of("..", "docs", "symmetry.md");
  private static final Pattern BLOCK = Pattern.compile("```\n(\\$ .*?)```", Pattern.DOTALL);
  private static final Pattern STEP =
      Pattern.compile("\\$ ([^\n]*)\n(.*?)(?=\\$ |\\z)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatThePageShows() throws IOException {
    Cli cli = new Cli(folder);
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    int commands = 0;
    while (block.find()) {
      Matcher step = STEP.matcher(block.group(1));
      while (step.find()) {
        List<String> words = words(step.group(1));
        if (words.get(0).equals("cat")) {
          cli.file(words.get(1), step.group(2));
          continue;
        }
        Cli.Result real = cli.run(arguments(words));
        String printed = (real.out() + real.err()).replace(folder + "/", "");
        assertEquals(readable(step.group(2)), readable(printed), step.group(1));
        commands++;
      }
    }
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

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  /** The command without its program, its files in the test's folder. */
  private static String[] arguments(List<String> words) {
    return words.stream()
        .skip(1)
        .map(word -> word.matches("[a-z0-9-]+\\.(csv|json)") ? "@" + word : word)
        .toArray(String[]::new);
  }

  /** Rounding errors and what they lead to differ between machines. */
  private static String readable(String text) {
    return text.replaceAll("[0-9]\\.[0-9]e-[0-9]+", "~")
        .replaceAll("± \\S+", "± ~")
        .replaceAll(" +", " ");
  }
}
