package io.github.sindy4j.io;

import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Recent;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Trajectories in a file that are not held together: a table of plain rows (numbers, names of
 * trajectories, blank rows) or a NumPy array. It was read once from beginning to end, so that it is
 * known to be sound, and where every sample stands.
 */
public final class StoredFile implements StoredData, AutoCloseable {
  private final FileChannel channel;
  private final StoredColumns columns;
  private final StoredIndex index;
  private final Outline outline;
  private final Recent<RowBlock> blocks;

  private StoredFile(
      FileChannel channel, StoredTable<TableBlocks> table, GapRule rule, String name) {
    this.channel = channel;
    this.columns = table.columns();
    StoredPlaces places = new StoredPlaces(table.table().place());
    StoredScan scan = new StoredScan(table, rule, places);
    scan.run();
    TableBlocks rows = table.blocks();
    this.index = places.index(scan.found());
    this.blocks =
        new Recent<>(
            3 * ForkJoinPool.getCommonPoolParallelism() + 4,
            block -> rows.readUnchecked(block).orElseThrow());
    this.outline = scan.outline(name, List.of(), parts -> places.sample(this, scan.found(), parts));
  }

  /** Opens a file and reads it once; one that cannot be read so is refused with a reason. */
  public static StoredFile open(Path path, CsvOptions options) {
    return open(path, options, 1 << 19);
  }

  /** The same with blocks of this many bytes. */
  static StoredFile open(Path path, CsvOptions options, int blockSize) {
    boolean array = DataFile.isArray(path);
    Place named = array ? Place.ofRows(path.toString()) : new Place(path.toString());
    return Csv.open(
        path,
        named,
        (place, name, in) -> {
          FileChannel channel = FileChannel.open(path);
          try {
            StoredTable<TableBlocks> rows =
                array
                    ? StoredTable.ofArray(channel, place, options, blockSize)
                    : text(path, channel, place, options, blockSize);
            return new StoredFile(channel, rows, options.maxGap(), name);
          } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
          }
        });
  }

  private static StoredTable<TableBlocks> text(
      Path path, FileChannel channel, Place place, CsvOptions options, int blockSize)
      throws IOException {
    if (!Files.isRegularFile(path)) {
      throw StoredTable.notPlain(
          place.text(), "is not an ordinary file, and can be read only once");
    }
    ByteSource source = ByteSource.of(channel);
    ForeignFile.refuse(place, source.stream());
    return StoredTable.ofText(source, place, options, blockSize);
  }

  @Override
  public Outline outline() {
    return outline;
  }

  @Override
  public Trajectory samples(int trajectory, int from, int to) {
    int count = to - from;
    double[] times = new double[count];
    double[] states = new double[count * columns.states().length];
    double[] controls = new double[count * columns.controls().length];
    double[] rates = new double[count * columns.rates().length];
    long first = index.start(trajectory) + from;
    int done = 0;
    while (done < count) {
      int block = index.block(first + done);
      int offset = (int) (first + done - index.first(block));
      RowBlock rows = blocks.at(block);
      int end = (int) Math.min(count - done, index.first(block + 1) - first - done) + done;
      int row = columns.sampleRow(rows, offset);
      for (; done < end; done++, row++) {
        row = columns.nextSample(rows, row);
        times[done] = rows.get(row, columns.time());
        copy(rows, row, columns.states(), states, done);
        copy(rows, row, columns.controls(), controls, done);
        copy(rows, row, columns.rates(), rates, done);
      }
    }
    Trajectory stretch =
        Trajectory.of(
            index.id(trajectory), Vec.adopt(times), matrix(count, columns.states(), states));
    if (columns.controls().length > 0) {
      stretch = stretch.withControls(matrix(count, columns.controls(), controls));
    }
    return columns.rates().length > 0
        ? stretch.withRates(matrix(count, columns.rates(), rates))
        : stretch;
  }

  private static void copy(RowBlock rows, int row, int[] slots, double[] target, int at) {
    for (int j = 0; j < slots.length; j++) {
      target[at * slots.length + j] = rows.get(row, slots[j]);
    }
  }

  private static Matrix matrix(int rows, int[] slots, double[] values) {
    return Matrix.adopt(rows, slots.length, Arrays.copyOf(values, rows * slots.length));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
