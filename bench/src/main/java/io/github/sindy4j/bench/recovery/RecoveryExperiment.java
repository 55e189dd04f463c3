package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.bench.rows.Arguments;
import io.github.sindy4j.bench.rows.RowFile;
import io.github.sindy4j.notice.SindyException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code bench/recovery}: the published recovery experiment. */
public final class RecoveryExperiment {
  private RecoveryExperiment() {}

  /** Runs it and ends the program: 0 done, 1 some rows failed, 2 a mistake in what was asked. */
  public static void main(String[] arguments) throws IOException {
    // A launcher that keeps the libraries to one thread of their own tells how many there are.
    int cores = Integer.getInteger("recovery.cores", Runtime.getRuntime().availableProcessors());
    System.exit(run(List.of(arguments), cores, System.out, System.err));
  }

  static int run(List<String> arguments, int cores, PrintStream out, PrintStream err)
      throws IOException {
    try {
      Options options = Options.parse(arguments, cores);
      if (options instanceof Options.Run run) {
        return run(run, out, err);
      } else if (options instanceof Options.Picture picture) {
        RecoveryComparison.write(picture.files(), picture.name(), out);
      } else {
        out.print(Options.HELP);
      }
      return 0;
    } catch (SindyException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static int run(Options.Run run, PrintStream out, PrintStream err) throws IOException {
    RowFile<Row.Key, Row> file = RowFile.open(run.out(), RowText.FORMAT, err);
    int failed =
        new RecoveryRun(Method::recovery, file, new RunProgress(err))
            .run(run.keys(), run.threads());
    Path name = Arguments.withoutEnding(run.out().toString());
    RecoveryComparison.write(List.of(run.out()), name, out);
    return failed > 0 ? 1 : 0;
  }
}
