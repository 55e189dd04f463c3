package io.github.sindy4j.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every lesson and holds its page to what it does: the code, the output, the pictures. */
class TutorialPagesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/sindy4j/tutorials");
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile("// page: (?!end)\\w+\n(.*?) *// page: end", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

  static List<Tutorial> tutorials() {
    return Tutorial.all();
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void quotedOutputIsTheRealOutput(Tutorial tutorial, @TempDir Path pictures) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    tutorial.run(new PrintStream(printed, true, StandardCharsets.UTF_8), pictures);

    assertEquals(
        printed.toString(StandardCharsets.UTF_8), String.join("", blocks(OUTPUT, page(tutorial))));
    assertTrue(Files.size(pictures.resolve("figure.png")) > 10_000);
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void quotedCodeIsTheCodeThatRuns(Tutorial tutorial) throws IOException {
    String source =
        Files.readString(SOURCES.resolve(tutorial.getClass().getSimpleName() + ".java"));
    List<String> regions =
        blocks(REGION, source).stream().map(TutorialPagesTest::withoutIndent).toList();

    assertEquals(regions, blocks(CODE, page(tutorial)));
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void everyPictureOfThePageIsThere(Tutorial tutorial) throws IOException {
    List<String> pictures = blocks(PICTURE, page(tutorial));

    assertTrue(!pictures.isEmpty());
    for (String picture : pictures) {
      assertTrue(Files.exists(Path.of(tutorial.folder(), picture)), picture);
    }
  }

  private static String page(Tutorial tutorial) throws IOException {
    return Files.readString(Path.of(tutorial.folder(), "README.md"));
  }

  private static List<String> blocks(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }

  private static String withoutIndent(String code) {
    return code.lines()
        .map(line -> line.replaceFirst("^ {4}", "") + "\n")
        .collect(Collectors.joining());
  }
}
