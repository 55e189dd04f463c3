package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.regress.SparseRegressor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on the page about optimisers prints what the page shows, and every word is one. */
class OptimizersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "optimizers.md");

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatThePageShows() throws IOException {
    assertEquals(3, new Page(PAGE, folder).requireTrue());
  }

  @Test
  void everyWordOfTheTableIsAnOptimizer() throws IOException {
    List<String> words =
        Pattern.compile("^\\| `([a-z][a-z0-9-]*(:ALPHA)?)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE))
            .results()
            .map(match -> match.group(1).replace("ALPHA", "0.1"))
            .toList();
    assertEquals(14, words.size(), words.toString());
    for (String word : words) {
      assertTrue(SparseRegressor.parse(word).text().startsWith(word), word);
    }
  }
}
