package io.github.sindy4j.cli;

import io.github.sindy4j.Version;
import io.github.sindy4j.io.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** {@code sindy4j version}. */
@Command(
    name = "version",
    description = "Print the versions of sindy4j and Java, and what does the arithmetic.",
    footer = {"", "Examples:", "  sindy4j version", "  sindy4j version --json"})
final class VersionCommand implements Runnable {
  @Mixin private final JsonOption json = new JsonOption();

  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (json.isSet()) {
      console
          .out()
          .print(
              JsonObject.empty()
                  .with("format", "sindy4j-version/1")
                  .with("sindy4j", Version.toolkit())
                  .with("java", Version.java())
                  .with("kernel", Version.kernel())
                  .text());
    } else {
      console.out().println("sindy4j " + Version.toolkit());
      console.out().println("Java " + Version.java());
      console.out().println("kernel " + Version.kernel());
    }
  }

  /** What {@code --version} prints. */
  static final class Line implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sindy4j " + Version.toolkit()};
    }
  }
}
