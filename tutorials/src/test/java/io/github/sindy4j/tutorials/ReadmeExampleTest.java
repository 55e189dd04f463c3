package io.github.sindy4j.tutorials;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {
  @Test
  void theExampleOfTheReadmeIsTheCodeThatCompiles() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/io/github/sindy4j/tutorials/ReadmeExample.java"));
    Matcher region =
        Pattern.compile("// page: example\n(.*?) *// page: end", Pattern.DOTALL).matcher(source);
    assertTrue(region.find());
    String code =
        region
            .group(1)
            .lines()
            .map(l -> l.replaceFirst("^ {4}", "") + "\n")
            .collect(Collectors.joining());

    assertTrue(Files.readString(Path.of("../README.md")).contains("```java\n" + code + "```"));
  }
}
