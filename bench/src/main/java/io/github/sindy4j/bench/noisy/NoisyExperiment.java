package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.bench.rows.Arguments;
import io.github.sindy4j.bench.rows.RowFile;
import io.github.sindy4j.bench.rows.RowRun;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.report.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** {@code bench/noisy}: blind fits of noisy trajectories of known systems. */
public final class NoisyExperiment {
  private NoisyExperiment() {}

  /** Runs it and ends the program: 0 done, 1 some rows failed, 2 a mistake in what was asked. */
  public static void main(String[] arguments) throws IOException {
    // The launcher keeps a fit to one thread of its own and tells here how many cores there are.
    int cores = Integer.getInteger("bench.cores", Runtime.getRuntime().availableProcessors());
    System.exit(run(List.of(arguments), cores, System.out, System.err));
  }

  static int run(List<String> arguments, int cores, PrintStream out, PrintStream err)
      throws IOException {
    try {
      NoisyOptions options = NoisyOptions.parse(arguments, cores);
      if (options instanceof NoisyOptions.Run run) {
        return run(run, out, err);
      } else if (options instanceof NoisyOptions.Summary summary) {
        summarise(summary.files(), summary.name(), out);
      } else if (options instanceof NoisyOptions.Times times) {
        NoisyMethod method = NoisyMethods.plain(times.method());
        NoisyTimes.write(times.method(), method, times.samples(), out);
      } else {
        out.print(NoisyOptions.HELP);
      }
      return 0;
    } catch (SindyException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static int run(NoisyOptions.Run run, PrintStream out, PrintStream err)
      throws IOException {
    RowFile<NoisyRow.Key, NoisyRow> file = RowFile.open(run.out(), NoisyRowText.FORMAT, err);
    int failed =
        new RowRun<>(file, new NoisyProgress(err))
            .run(run.keys(), run.threads(), key -> row(key, run.table(), NoisyMethods::on));
    summarise(List.of(run.out()), Arguments.withoutEnding(run.out().toString()), out);
    return failed > 0 ? 1 : 0;
  }

  private static void summarise(List<Path> files, Path name, PrintStream out) throws IOException {
    List<NoisyRow> rows = new ArrayList<>();
    for (Path file : files) {
      rows.addAll(RowFile.read(file, NoisyRowText.FORMAT));
    }
    String text = NoisySummary.of(rows);
    Path page = name.resolveSibling(name.getFileName() + ".md");
    Files.writeString(page, text);
    out.print(text);
    out.println("written: " + page);
    List<NoisyRow> chaotic = rows.stream().filter(row -> row.key().table().equals("b2")).toList();
    if (chaotic.stream().map(row -> row.key().system()).distinct().count() > 1) {
      Figure figure = ErrorPicture.of(chaotic);
      Path png = name.resolveSibling(name.getFileName() + ".png");
      Files.write(png, figure.png());
      Path svg = name.resolveSibling(name.getFileName() + ".svg");
      Files.writeString(svg, figure.svg());
      out.println("written: " + png + "\nwritten: " + svg);
    }
  }

  /** One row. A method that refuses the data has found nothing, and the row says why. */
  static NoisyRow row(
      NoisyRow.Key key, NoisyTable table, BiFunction<NoisyCase, String, NoisyMethod> methods) {
    NoisyCase one = table.named(key.system());
    Dataset data = one.draws().of(key.level(), key.seed());
    Matrix truth = one.truth();
    LibrarySpec library = one.terms();
    NoisyMethod method = methods.apply(one, key.method());
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    NoisyAnswer answer;
    try {
      answer = method.fit(data, library);
    } catch (SindyException refused) {
      answer = NoisyAnswer.nothing(truth.rows(), truth.cols(), "refused-" + refused.code());
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    return new NoisyRow(key, data.samples(), NoisyScore.of(truth, answer), seconds, answer.said());
  }
}
