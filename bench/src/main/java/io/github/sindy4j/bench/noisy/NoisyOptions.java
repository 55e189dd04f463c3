package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.bench.rows.Arguments;
import io.github.sindy4j.notice.BadSetting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What was asked for on the command line. */
sealed interface NoisyOptions {
  /** The page that {@code --help} shows. */
  String HELP =
      """
      Finds the equations behind noisy trajectories of known systems, and counts what is right.

      bench/noisy --table TABLE [OPTIONS] -o OUT.csv
      bench/noisy --summary A.csv,B.csv [-o NAME]
      bench/noisy --times METHOD [--samples LIST]

        --table TABLE       b0: ten systems, 0 to 10 % noise
                            b0-half, b0-quarter: the same with a part of the data
                            lorenz-heavy: Lorenz under 15 to 40 % noise
                            b1, b1-one: symmetric systems, many trajectories or one
                            b2: seventy chaotic systems
                            b3: Lorenz and Hopf, trajectories of several lengths
        --systems LIST      only these systems; by default all of the table
        --levels LIST       these levels of noise in percent, such as 0,0.1,5; by default those of
                            the table
        --seeds LIST        such as 1-5; by default 1 alone, for a quick look
        --method LIST       auto: a fit without options; differential, weak, smoother: this form
                            for all data; with +symmetry behind it (auto+symmetry) the same, told the
                            symmetry of each system, where the table names one
        --threads K         so many rows at a time; by default one for each core
        -o OUT.csv          where the rows go; rows that are already there are not run again
        --summary FILES     no run: says what these files hold beside the published numbers;
                            -o NAME gives NAME.md, by default beside the first file. A run ends with
                            the same for its own file. Several systems of b2 give NAME.png and
                            NAME.svg too.
        --times METHOD      no table: what one fit costs, warm, and how that grows with the samples
        --samples LIST      so many samples; by default 5000,1000,10000,100000
      """;

  /** Only the help is wanted. */
  record Help() implements NoisyOptions {}

  /**
   * A run.
   *
   * @param table what is run
   * @param keys its rows, in order
   * @param threads how many at a time
   * @param out the file
   */
  record Run(NoisyTable table, List<NoisyRow.Key> keys, int threads, Path out)
      implements NoisyOptions {
    /** Copies the list. */
    public Run {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A summary.
   *
   * @param files tables of results
   * @param name where it goes, without its ending
   */
  record Summary(List<Path> files, Path name) implements NoisyOptions {
    /** Copies the list. */
    public Summary {
      files = List.copyOf(files);
    }
  }

  /**
   * A timing.
   *
   * @param method its word
   * @param samples the sizes
   */
  record Times(String method, List<Integer> samples) implements NoisyOptions {
    /** Copies the list. */
    public Times {
      samples = List.copyOf(samples);
    }
  }

  /** Every option. */
  List<String> KNOWN =
      List.of(
          "--table",
          "--systems",
          "--levels",
          "--seeds",
          "--method",
          "--threads",
          "--summary",
          "--times",
          "--samples",
          "-o");

  /** Reads the arguments. */
  static NoisyOptions parse(List<String> arguments, int cores) {
    if (Arguments.askForHelp(arguments)) {
      return new Help();
    }
    Arguments given = Arguments.of(arguments, KNOWN);
    if (given.has("--summary")) {
      alone(given, "--summary", "-o");
      List<Path> files = split(given.get("--summary", "")).stream().map(Path::of).toList();
      return new Summary(files, Arguments.withoutEnding(given.get("-o", files.get(0).toString())));
    } else if (given.has("--times")) {
      alone(given, "--times", "--samples");
      String method = NoisyMethods.untold(given.get("--times", ""));
      return new Times(method, given.list("--samples", "5000,1000,10000,100000"));
    }
    String words = String.join(", ", NoisyTables.words());
    NoisyTable table = NoisyTables.named(given.demanded("--table", "Write --table and " + words));
    String out = given.demanded("-o", "Name the file for the rows: -o out.csv");
    List<NoisyRow.Key> keys = table.keys(choice(given, table));
    return new Run(table, keys, given.threads(cores), Path.of(out));
  }

  private static void alone(Arguments given, String option, String beside) {
    List<String> others =
        given.names().stream().filter(name -> !List.of(option, beside).contains(name)).toList();
    BadSetting.require(
        others.isEmpty(),
        option,
        "stands with " + others,
        "It takes only " + beside + " beside it");
  }

  private static NoisyTable.Choice choice(Arguments given, NoisyTable table) {
    List<String> systems =
        given.has("--systems") ? split(given.get("--systems", "")) : table.systems();
    List<Double> levels =
        given.has("--levels")
            ? split(given.get("--levels", "")).stream().map(NoisyOptions::level).toList()
            : List.of();
    return new NoisyTable.Choice(
        systems.stream().distinct().toList(),
        levels.stream().distinct().toList(),
        given.list("--seeds", "1").stream().distinct().map(Integer::longValue).toList(),
        split(given.get("--method", "auto")).stream().distinct().map(NoisyMethods::known).toList());
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static double level(String text) {
    BadSetting.require(
        text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?"),
        "--levels",
        "cannot be read: " + text,
        "Write percentages such as 0,0.1,5");
    return Double.parseDouble(text);
  }
}
