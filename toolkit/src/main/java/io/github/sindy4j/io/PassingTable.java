package io.github.sindy4j.io;

import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.StoredData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Trajectories in a text that goes by once, such as standard input. Trajectories may come by turns;
 * memory grows with how many there are, not with their rows.
 */
public final class PassingTable implements PassingData {
  private static final int BLOCK = 1 << 18;

  private final StoredTable<PassingBlocks> table;
  private final GapRule rule;
  private final Heading heading;

  private PassingTable(StoredTable<PassingBlocks> table, GapRule rule, Heading heading) {
    this.table = table;
    this.rule = rule;
    this.heading = heading;
  }

  /**
   * Reads the header and the first rows.
   *
   * @param name stands for the text in messages
   * @param beginning its first bytes, at least a hundred lines
   * @param rest the bytes behind them, which nobody else reads
   * @param options what the columns mean
   */
  public static PassingTable open(
      String name, byte[] beginning, InputStream rest, CsvOptions options) {
    return open(name, beginning, rest, options, BLOCK);
  }

  /** The same with blocks of this many bytes. */
  static PassingTable open(
      String name, byte[] beginning, InputStream rest, CsvOptions options, int blockSize) {
    ForeignFile.refuse(new Place(name), beginning);
    try {
      StoredTable<PassingBlocks> table =
          StoredTable.ofPassing(beginning, rest, new Place(name), options, blockSize);
      Heading heading = new Heading(name, table.schema(), table.columns().rates().length > 0);
      return new PassingTable(table, options.maxGap(), heading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Heading heading() {
    return heading;
  }

  @Override
  public StoredData.Outline pass(Receiver receiver) {
    PassingSamples samples = new PassingSamples(table, receiver);
    StoredScan scan = new StoredScan(table, rule, samples);
    scan.run();
    samples.end();
    return scan.outline(heading.name(), samples.notices(), parts -> receiver.kept());
  }
}
