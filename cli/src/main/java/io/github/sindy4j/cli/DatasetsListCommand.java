package io.github.sindy4j.cli;

import io.github.sindy4j.datasets.Catalogue;
import picocli.CommandLine.Command;

/** {@code sindy4j datasets list}. */
@Command(
    name = "list",
    description = "List known systems and measured data.",
    footer = {"", "Examples:", "  sindy4j datasets list"})
final class DatasetsListCommand implements Runnable {
  private final Console console;

  DatasetsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    TextTable table = new TextTable();
    table.add("name", "from", "states", "samples", "what it is");
    for (Catalogue.Entry entry : Catalogue.entries()) {
      table.add(
          entry.name(),
          entry.kind() == Catalogue.Kind.SYSTEM ? "simulation" : "measurement",
          String.join(",", entry.states()),
          Long.toString(entry.samples()),
          entry.description());
    }
    table.lines().forEach(console.out()::println);
  }
}
