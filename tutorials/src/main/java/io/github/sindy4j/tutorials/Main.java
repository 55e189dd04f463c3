package io.github.sindy4j.tutorials;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs the lessons and draws their pictures anew. Argument: the folder that holds the pages, {@code
 * tutorials} by default.
 */
public final class Main {
  private Main() {}

  /** Runs every lesson. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments.length > 0 ? arguments[0] : "tutorials");
    for (Tutorial tutorial : Tutorial.all()) {
      System.out.println("== " + tutorial.folder());
      tutorial.run(System.out, root.resolve(tutorial.folder()));
    }
  }
}
