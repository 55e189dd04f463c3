package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  @TempDir private Path folder;

  private String file(String name, long size) throws IOException {
    Path path = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
    return path.toString();
  }

  @Test
  void onlyAFileOfManyMegabytesIsLarge() throws IOException {
    assertTrue(Rehearsal.isLarge(file("million.csv", 40L << 20)));
    assertFalse(Rehearsal.isLarge(file("thousand.csv", 1L << 20)));
    assertFalse(Rehearsal.isLarge(Files.createDirectory(folder.resolve("data")).toString()));
  }

  @Test
  void wordsThatNameNoFileAreNotLarge() {
    assertFalse(Rehearsal.isLarge("fit"));
    assertFalse(Rehearsal.isLarge(""));
    assertFalse(Rehearsal.isLarge("expr(sin(x),\0)"));
  }
}
