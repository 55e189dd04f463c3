package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.notice.BadSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
  @TempDir Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private BadSetting refused(Path target, boolean overwrite) {
    return assertThrows(
        BadSetting.class, () -> Output.write(target, overwrite, out -> out.write("new")));
  }

  @Test
  void aFileIsWrittenInUtf8AndNothingElseIsLeft() throws IOException {
    Output.write(folder.resolve("a.txt"), false, out -> out.write("θ"));
    assertEquals("θ", Files.readString(folder.resolve("a.txt")));
    assertEquals(List.of("a.txt"), files());
  }

  @Test
  void anExistingFileIsKeptUnlessOverwritingIsAllowed() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    BadSetting error = refused(target, false);
    assertEquals("file-exists", error.code());
    assertTrue(error.getMessage().contains("Choose another name, or allow overwriting (--force)"));
    assertEquals("old", Files.readString(target));
    Output.write(target, true, out -> out.write("new"));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void whatFailsHalfwayLeavesTheOldFileAndNoOther() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    BadSetting error =
        assertThrows(
            BadSetting.class,
            () ->
                Output.write(
                    target,
                    true,
                    out -> {
                      out.write("ne");
                      throw new IOException("disk full");
                    }));
    assertTrue(error.getMessage().contains("a.txt: writing failed: disk full"), error.getMessage());
    assertEquals("cannot-write", error.code());
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("a.txt"), files());
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path real = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
    Output.write(link, true, out -> out.write("new"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(real));
  }

  @Test
  void foldersAreRefused() {
    assertEquals("is-a-directory", refused(folder, true).code());
    assertEquals("no-such-directory", refused(folder.resolve("no").resolve("a.txt"), true).code());
  }

  @Test
  void aNameThatATemporaryFileHasAlreadyIsNotTaken() throws IOException {
    Files.writeString(folder.resolve(".a.txt.1.tmp"), "of somebody else");
    Output.write(folder.resolve("a.txt"), false, out -> out.write("new"));
    assertEquals(List.of(".a.txt.1.tmp", "a.txt"), files());
    assertEquals("of somebody else", Files.readString(folder.resolve(".a.txt.1.tmp")));
  }
}
