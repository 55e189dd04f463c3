package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
    Output.writeBytes(target, overwrite, out -> write(dataset, out));
  }

  /** The names of the columns that {@link #write} writes. */
  public static List<String> columns(Dataset dataset) {
    List<String> names = new ArrayList<>();
    TidyColumns columns = TidyColumns.of(dataset);
    columns.trajectory().ifPresent(names::add);
    names.add(dataset.schema().time().name());
    names.addAll(dataset.schema().inputNames());
    names.addAll(columns.rateNames());
    return names;
  }

  private static void write(Dataset dataset, OutputStream out) throws IOException {
    int cols = columns(dataset).size();
    long gaps = dataset.trajectories().stream().mapToLong(t -> t.segments().size() - 1L).sum();
    out.write(header(dataset.samples() + gaps, cols));
    ByteBuffer row = ByteBuffer.allocate(cols * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    boolean several = dataset.trajectories().size() > 1;
    for (int k = 0; k < dataset.trajectories().size(); k++) {
      Trajectory trajectory = dataset.trajectories().get(k);
      for (Segment segment : trajectory.segments()) {
        for (int i = segment.from() - (segment.from() > 0 ? 1 : 0); i < segment.to(); i++) {
          row.clear();
          if (several) {
            row.putDouble(k + 1);
          }
          if (i >= segment.from()) {
            put(trajectory, i, row);
          }
          while (row.hasRemaining()) {
            row.putDouble(Double.NaN);
          }
          out.write(row.array());
        }
      }
    }
  }

  private static void put(Trajectory trajectory, int i, ByteBuffer row) {
    row.putDouble(trajectory.times().get(i));
    put(trajectory.states(), i, row);
    put(trajectory.controls(), i, row);
    trajectory.rates().ifPresent(rates -> put(rates, i, row));
  }

  private static void put(Matrix values, int i, ByteBuffer row) {
    for (int j = 0; j < values.cols(); j++) {
      row.putDouble(values.get(i, j));
    }
  }

  /** Format 1.0, padded so that the numbers begin at a multiple of 64 bytes. */
  private static byte[] header(long rows, int cols) {
    String text =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + cols + "), }";
    int length = (10 + text.length() + 1 + 63) / 64 * 64;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) (length - 10));
    header.put(text.getBytes(StandardCharsets.US_ASCII));
    while (header.position() < length - 1) {
      header.put((byte) ' ');
    }
    return header.put((byte) '\n').array();
  }
}
