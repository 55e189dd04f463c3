package io.github.sindy4j.cli;

import picocli.CommandLine.Option;

/** {@code --json}, the same for every command that has it. */
final class JsonOption {
  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  boolean isSet() {
    return json;
  }
}
