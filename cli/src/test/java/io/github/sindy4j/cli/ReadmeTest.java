package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path folder;

  @Test
  void theOutputOfTheFirstCommandIsWhatTheReadmeShows() throws IOException {
    Matcher quoted =
        Pattern.compile("```\n\\$ \\./sindy4j fit hare-lynx --out report\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("README.md")));
    assertTrue(quoted.find());

    String real = new Cli(folder).run("fit", "hare-lynx", "--out", "@report").succeeds().out();

    assertEquals(quoted.group(1), real.replace(folder.resolve("report").toString(), "report"));
  }

  @Test
  void everyLinkOfTheReadmeLeadsSomewhere() throws IOException {
    Matcher link =
        Pattern.compile("]\\((?!http)([^)]+)\\)")
            .matcher(Files.readString(ROOT.resolve("README.md")));
    int links = 0;
    while (link.find()) {
      assertTrue(Files.exists(ROOT.resolve(link.group(1))), link.group(1));
      links++;
    }
    assertTrue(links > 5, "links: " + links);
  }
}
