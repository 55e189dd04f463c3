package io.github.sindy4j.cli;

import picocli.CommandLine.Command;

/** {@code sindy4j datasets}: what there is to try the toolkit on. */
@Command(
    name = "datasets",
    description = "Known systems to simulate, and measured data that come with sindy4j.",
    synopsisSubcommandLabel = "list|export",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  sindy4j datasets list",
      "  sindy4j datasets export hare-lynx -o hare-lynx.csv",
      "  sindy4j datasets export lorenz63 --noise 1 --seed 7 -o lorenz.csv"
    })
final class DatasetsCommand {}
