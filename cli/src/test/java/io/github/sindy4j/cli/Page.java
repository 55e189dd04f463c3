package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, whose commands print what it shows. */
final class Page {
  private static final Pattern BLOCK = Pattern.compile("```\n(\\$ .*?)```", Pattern.DOTALL);
  private static final Pattern STEP =
      Pattern.compile("\\$ ([^\n]*)\n(.*?)(?=\\$ |\\z)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private final Path page;
  private final Path folder;

  Page(Path page, Path folder) {
    this.page = page;
    this.folder = folder;
  }

  /**
   * Runs every command, in the folder; {@code cat} writes the file it shows. How many there are.
   */
  int requireTrue() throws IOException {
    Cli cli = new Cli(folder);
    Matcher block = BLOCK.matcher(Files.readString(page));
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
    return commands;
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
    String[] arguments = words.stream().skip(1).toArray(String[]::new);
    for (int i = 0; i < arguments.length; i++) {
      boolean isFolder = i > 0 && arguments[i - 1].equals("--out");
      boolean isFile = arguments[i].matches("[a-z0-9-]+(/model)?\\.(csv|json)");
      arguments[i] = isFile || isFolder ? "@" + arguments[i] : arguments[i];
    }
    return arguments;
  }

  /** Rounding errors and what they lead to differ between machines. */
  private static String readable(String text) {
    return text.replaceAll("[0-9]\\.[0-9]e-[0-9]+", "~")
        .replaceAll("± \\S+", "± ~")
        .replaceAll("<1e-10|(?<= )0(?=\\s)", "~")
        .replaceAll(" +", " ");
  }
}
