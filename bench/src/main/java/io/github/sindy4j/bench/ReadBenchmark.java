package io.github.sindy4j.bench;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.io.Npy;
import io.github.sindy4j.io.StoredFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads Lorenz 63 from files, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadBenchmark {
  /** The number of rows, of time and three states. */
  @Param({"100000", "1000000"})
  public int rows;

  /** How many digits a number has. */
  @Param({"9", "17"})
  public int digits;

  private Path table = Path.of("");
  private Path array = Path.of("");

  /** Writes the files. */
  @Setup
  public void write() throws IOException {
    Dataset data = Simulation.of(Systems.named("lorenz63")).withSamples(rows).dataset();
    table = Files.createTempFile("sindy4j", ".csv");
    array = Files.createTempFile("sindy4j", ".npy");
    Npy.write(data, array, true);
    String format = "%%.%dg,%%.%dg,%%.%dg,%%.%dg%%n".formatted(digits, digits, digits, digits);
    StringBuilder text = new StringBuilder("t,x,y,z\n");
    for (int i = 0; i < rows; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              format,
              data.first().times().get(i),
              data.first().states().get(i, 0),
              data.first().states().get(i, 1),
              data.first().states().get(i, 2)));
    }
    Files.writeString(table, text);
  }

  /** Removes them. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(table);
    Files.delete(array);
  }

  /** In blocks of bytes, by all cores. */
  @Benchmark
  public Object blocks() {
    return Csv.read(table);
  }

  /** As text, by one. */
  @Benchmark
  public Object text() throws IOException {
    try (Reader in = Files.newBufferedReader(table)) {
      return Csv.read("table", in, CsvOptions.defaults());
    }
  }

  /** As an array. */
  @Benchmark
  public Object array() {
    return Npy.read(array, CsvOptions.defaults());
  }

  /** In blocks, judged and indexed but not held. */
  @Benchmark
  public Object stored() {
    try (StoredFile stored = StoredFile.open(table, CsvOptions.defaults())) {
      return stored.outline();
    }
  }
}
