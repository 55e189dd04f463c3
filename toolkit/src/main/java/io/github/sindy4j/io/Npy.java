package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Datasets as NumPy arrays of one or two dimensions, one sample a row; types f4, f8, i4 and i8,
 * either order of bytes, rows or columns together.
 *
 * <p>An array has no names. As for a table without a header, the columns are t, x1, x2, … unless
 * {@link CsvOptions#columns} names them; with {@link CsvOptions#step} there is no column of times,
 * and row i is at time i · step. A row of NaN is a gap, and everything else is as for {@link Csv}.
 */
public final class Npy {
  private static final int BLOCK = 1 << 14;

  private Npy() {}

  /** Reads a file. The dataset bears the name of the file without its folder. */
  public static Dataset read(Path path, CsvOptions options) {
    return Csv.open(
        path,
        Place.ofRows(path.toString()),
        (place, name, in) -> {
          try (FileChannel channel = FileChannel.open(path)) {
            NpyHeader header = NpyHeader.read(channel, place);
            Table table = table(place, header, options);
            blocks(channel, header, table, options, BLOCK).appendTo(table, 1);
            return new Assembler(table).assemble(name, options.maxGap());
          }
        });
  }

  /** The table of an array, without its rows. */
  static Table table(Place place, NpyHeader header, CsvOptions options) {
    if (options.step().isEmpty() && header.cols() < 2) {
      throw new BadSetting(
          "step-missing",
          place.text(),
          "it has one column, which cannot hold both times and states",
          "Say the time between rows (--step 0.01), or save times and states side by side");
    }
    return new Table(place, header(place, header.cols(), options), options, false);
  }

  private static Header header(Place place, int cols, CsvOptions options) {
    if (options.step().isEmpty()) {
      return Header.generate(cols).named(options.columns(), place);
    }
    List<Variable> columns = new ArrayList<>();
    columns.add(new Variable(options.time().orElse("t"), ""));
    List<String> names =
        options.columns().isEmpty()
            ? IntStream.rangeClosed(1, cols).mapToObj(j -> "x" + j).toList()
            : options.columns();
    columns.addAll(Header.generate(cols).named(names, place).columns());
    List<String> all = columns.stream().map(Variable::label).toList();
    return Header.generate(cols + 1).named(all, place);
  }

  static NpyBlocks blocks(
      FileChannel channel, NpyHeader header, Table table, CsvOptions options, int rows) {
    OptionalDouble step = options.step().stream().mapToDouble(Double::doubleValue).findFirst();
    return new NpyBlocks(channel, header, table.columns(), step, rows);
  }

  /**
   * Writes the columns of {@link Csv#write} as f8, rows together: trajectories, only where there
   * are several, by their numbers from 1; then time, states, controls and measured rates. A gap is
   * a row of NaN.
   */
  public static void write(Dataset dataset, Path target, boolean overwrite) {
    write(Legs.of(dataset), target, overwrite);
  }

  /** The same for trajectories that are not held; what the user should know about them. */
  public static List<Notice> write(Legs legs, Path target, boolean overwrite) {
    return new NpyWriter(legs).write(target, overwrite);
  }

  /** The names of the columns that {@link #write} writes. */
  public static List<String> columns(Dataset dataset) {
    return columns(Legs.of(dataset));
  }

  /** The same for trajectories that are not held. */
  public static List<String> columns(Legs legs) {
    List<String> names = new ArrayList<>();
    TidyColumns columns = TidyColumns.of(legs);
    columns.trajectory().ifPresent(names::add);
    names.add(legs.schema().time().name());
    names.addAll(legs.schema().inputNames());
    names.addAll(columns.rateNames());
    return names;
  }
}
