package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on the page about noisy data prints what the page shows. */
class NoisyDataPageTest {
  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatThePageShows() throws IOException {
    assertEquals(6, new Page(Path.of("..", "docs", "noisy-data.md"), folder).requireTrue());
  }
}
