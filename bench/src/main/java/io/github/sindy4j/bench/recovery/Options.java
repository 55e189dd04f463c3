package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.bench.rows.Arguments;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.notice.BadSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was asked for on the command line. */
sealed interface Options {
  /** The page that {@code --help} shows. */
  String HELP =
      """
      Runs the published recovery experiment: how many points it takes to find a function with symmetries.

      bench/recovery --table ortho-t|ortho-se|quad-se [OPTIONS] -o OUT.csv
      bench/recovery --picture A.csv,B.csv [-o NAME]

        --table TABLE       ortho-t: polynomials of r linear forms, candidates T(m)
                            ortho-se: the same, candidates SE(m)
                            quad-se: polynomials of r squared distances, candidates SE(m)
        --m LIST            only these dimensions, such as 5,10 or 5-20; by default all of the table
        --r LIST            only these numbers of linear forms or distances
        --degree LIST       only these degrees
        --seeds LIST        only these seeds; by default 0-9
        --operator WORD     exact: the norm of L2 on the box (default); sampled: as published
        --method WORD       nuclear (default) or minimum-rank
        --threads K         so many rows at a time; by default one for each core
        -o OUT.csv          where the rows go; rows that are already there are not run again
        --picture FILES     no run: compares these files with the published results;
                            -o NAME gives NAME.png, NAME.svg and NAME.md, by default beside the first
                            file. A run ends with the same for its own file.
      """;

  /** Every option. */
  List<String> KNOWN =
      List.of(
          "--table",
          "--m",
          "--r",
          "--degree",
          "--seeds",
          "--operator",
          "--method",
          "--threads",
          "--picture",
          "-o");

  /** Only the help is wanted. */
  record Help() implements Options {}

  /**
   * A run.
   *
   * @param keys its rows, in order
   * @param threads how many at a time
   * @param out the file
   */
  record Run(List<Row.Key> keys, int threads, Path out) implements Options {
    /** Copies the list. */
    public Run {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A comparison.
   *
   * @param files tables of results
   * @param name where pictures go, without their ending
   */
  record Picture(List<Path> files, Path name) implements Options {
    /** Copies the list. */
    public Picture {
      files = List.copyOf(files);
    }
  }

  /** Reads the arguments. */
  static Options parse(List<String> arguments, int cores) {
    if (Arguments.askForHelp(arguments)) {
      return new Help();
    }
    Arguments given = Arguments.of(arguments, KNOWN);
    if (given.has("--picture")) {
      Set<String> others = new TreeSet<>(given.names());
      others.removeAll(Set.of("--picture", "-o"));
      BadSetting.require(
          others.isEmpty(), "--picture", "stands with " + others, "It takes only -o beside it");
      List<Path> paths =
          List.of(given.get("--picture", "").split(",", -1)).stream().map(Path::of).toList();
      String name = given.get("-o", paths.get(0).toString());
      return new Picture(paths, Arguments.withoutEnding(name));
    }
    given.demanded("--table", "Write --table ortho-t, ortho-se or quad-se");
    String out = given.demanded("-o", "Name the file for the rows: -o out.csv");
    return new Run(keys(given), given.threads(cores), Path.of(out));
  }

  private static List<Row.Key> keys(Arguments given) {
    Kind kind = Kind.parse(given.get("--table", ""));
    RecoveryOperator operator = RecoveryOperator.parse(given.get("--operator", "exact"));
    Method method = Method.parse(given.get("--method", "nuclear"));
    List<Row.Key> published = Published.rows(kind).stream().map(Row::key).toList();
    Set<Integer> m =
        chosen(given, "--m", kind, published.stream().map(k -> k.family().m()).toList());
    Set<Integer> r =
        chosen(given, "--r", kind, published.stream().map(k -> k.family().r()).toList());
    Set<Integer> d =
        chosen(given, "--degree", kind, published.stream().map(k -> k.family().degree()).toList());
    Set<Integer> seeds = new TreeSet<>(given.list("--seeds", "0-9"));
    List<Row.Key> keys = new ArrayList<>();
    Set<Row.Cell> seen = new HashSet<>();
    for (Row.Key key : published) {
      Row.Cell cell = key.cell();
      if (m.contains(cell.m())
          && r.contains(cell.r())
          && d.contains(cell.degree())
          && seen.add(cell)) {
        seeds.forEach(seed -> keys.add(new Row.Key(key.family(), seed, operator, method)));
      }
    }
    BadSetting.require(
        !keys.isEmpty(),
        "--m, --r, --degree",
        "go together in no cell of " + kind.word(),
        "Leave one of them out");
    keys.sort(Row.Key.ORDER);
    return keys;
  }

  private static Set<Integer> chosen(
      Arguments given, String option, Kind kind, List<Integer> there) {
    Set<Integer> all = new TreeSet<>(there);
    if (!given.has(option)) {
      return all;
    }
    String text = given.get(option, "");
    Set<Integer> chosen = new TreeSet<>(given.list(option, text));
    chosen.retainAll(all);
    BadSetting.require(
        !chosen.isEmpty(),
        option,
        "has nothing of " + kind.word() + ": " + text,
        "There are " + String.join(", ", all.stream().map(String::valueOf).toList()));
    return chosen;
  }
}
