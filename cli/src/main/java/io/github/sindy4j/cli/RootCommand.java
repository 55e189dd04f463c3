package io.github.sindy4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sindy4j} alone: says what there is. */
@Command(
    name = "sindy4j",
    description =
        "Finds the equations that govern measured trajectories, x' = f(x), or samples, y = F(x), with few terms.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    versionProvider = VersionCommand.Line.class,
    footer = {
      "",
      "Examples:",
      "  sindy4j datasets export lorenz63 -o lorenz.csv",
      "  sindy4j check lorenz.csv",
      "  sindy4j fit lorenz.csv --out lorenz",
      "  sindy4j regress pump.csv --inputs flow,speed --outputs head",
      "  sindy4j discover lorenz.csv --discrete",
      "  sindy4j conserve lorenz/model.json",
      "  sindy4j simulate lorenz/model.json --initial 1,2,3 --until 20 --step 0.01 -o run.csv",
      "",
      "'sindy4j COMMAND --help' tells more. Exit codes: 0 done, 1 data or numbers do not allow it,",
      "2 the command is wrong, 70 a bug. SINDY4J_JAVA_OPTS goes to Java, such as -Xmx8g."
    })
final class RootCommand {
  @Option(names = "--version", versionHelp = true, description = "Print the version.")
  boolean version;
}
