package io.github.sindy4j.cli;

import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.SindyException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The whole command line. Exit codes: 0 all went well, 1 the data or the numbers do not allow it, 2
 * the command is wrong, 70 a bug.
 */
final class CommandLines {
  static final int OK = 0;
  static final int DATA = 1;
  static final int USAGE = 2;
  static final int BUG = 70;

  private static final String STACK_TRACE = "--stacktrace";

  private CommandLines() {}

  /** Runs a command and returns its exit code; never throws. */
  static int run(Console console, String... args) {
    boolean trace = List.of(args).contains(STACK_TRACE);
    String[] rest = Stream.of(args).filter(a -> !a.equals(STACK_TRACE)).toArray(String[]::new);
    try {
      sayMissingKernel(console);
      CommandLine all = commandLine(console, rest.length == 0 ? "" : rest[0]);
      all.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, trace));
      if (rest.length == 0) {
        all.usage(console.out());
        return OK;
      }
      return all.execute(rest);
    } catch (RuntimeException | Error e) {
      return failed(console, e, trace);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private static void sayMissingKernel(Console console) {
    if (System.getProperty(Kernels.SETTING) != null) {
      Kernels.missing()
          .ifPresent(
              word ->
                  explain(
                      console,
                      "there is no kernel '"
                          + word
                          + "' on this machine, so "
                          + Kernels.current().name()
                          + " takes its place. SINDY4J_KERNEL knows plain, vector, and openblas"
                          + " once 'mvn -Pnative -DskipTests package' has built it"));
    }
  }

  private static int failed(Console console, Throwable failure, boolean trace) {
    int code;
    if (failure instanceof SindyException mistake) {
      explain(console, String.valueOf(mistake.getMessage()));
      code = mistake instanceof BadData ? DATA : USAGE;
    } else if (failure instanceof OutOfMemoryError) {
      explain(
          console,
          "there is not enough memory. Choose a smaller library, or give Java more:"
              + " SINDY4J_JAVA_OPTS=-Xmx8g sindy4j …");
      code = DATA;
    } else if (failure instanceof StackOverflowError) {
      explain(console, "the expression is nested too deeply. Write it with fewer parentheses");
      code = USAGE;
    } else {
      explain(console, "this is a bug: " + failure);
      console
          .err()
          .printf("Please report it, with the command, the data and what %s adds%n", STACK_TRACE);
      code = BUG;
    }
    if (trace) {
      failure.printStackTrace(console.err());
    }
    return code;
  }

  private static void explain(Console console, String message) {
    console.err().println("sindy4j: " + message.replaceAll("\\R", " "));
  }

  /**
   * The command line for a call whose first word is this: if it is the name of a command, no other
   * is made, since to read the options of one takes longer than many commands work.
   */
  private static CommandLine commandLine(Console console, String first) {
    Map<String, Supplier<CommandLine>> commands = commands(console);
    CommandLine all = command(new RootCommand());
    if (commands.containsKey(first)) {
      commands.keySet().retainAll(Set.of(first));
    }
    commands.forEach((name, made) -> all.addSubcommand(name, made.get()));
    all.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    all.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    all.setUsageHelpWidth(100);
    all.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    all.setParameterExceptionHandler((mistake, args) -> misused(console, mistake));
    return all;
  }

  /** The commands by their names, in the order in which help lists them. */
  private static Map<String, Supplier<CommandLine>> commands(Console console) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("check", () -> command(new CheckCommand(console)));
    commands.put("fit", () -> command(new FitCommand(console)));
    commands.put("regress", () -> command(new RegressCommand(console)));
    commands.put("discover", () -> command(new DiscoverCommand(console)));
    commands.put("conserve", () -> command(new ConserveCommand(console)));
    commands.put("score", () -> command(new ScoreCommand(console)));
    commands.put("simulate", () -> command(new SimulateCommand(console)));
    commands.put("datasets", () -> datasets(console));
    commands.put("version", () -> command(new VersionCommand(console)));
    return commands;
  }

  private static CommandLine datasets(Console console) {
    CommandLine datasets = command(new DatasetsCommand());
    datasets.addSubcommand(command(new DatasetsListCommand(console)));
    datasets.addSubcommand(command(new DatasetsExportCommand(console)));
    return datasets;
  }

  /** A command with the options that all have. */
  private static CommandLine command(Object annotated) {
    CommandLine command = new CommandLine(annotated);
    command.addMixin("help", new HelpOption());
    return command;
  }

  private static int misused(Console console, CommandLine.ParameterException mistake) {
    String message = String.valueOf(mistake.getMessage());
    List<String> near =
        mistake instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String hint = near.isEmpty() ? "" : ". Did you mean " + String.join(" or ", near) + "?";
    explain(console, message + hint);
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println("'" + command + " --help' shows how it is used");
    return USAGE;
  }

  /** The command as a person would type it into a shell. */
  static String typed(String... args) {
    return Stream.concat(Stream.of("sindy4j"), Stream.of(args))
        .map(CommandLines::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    boolean plain = argument.matches("[\\p{L}\\p{N}_./,:=+@%^-]+");
    return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
