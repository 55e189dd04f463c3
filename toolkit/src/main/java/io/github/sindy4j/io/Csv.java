package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Datasets as tables of comma-separated values, one sample a row.
 *
 * <p>Reading finds out by itself what separates the cells (comma, semicolon, tab or spaces),
 * whether decimals have a point or, unless commas separate, a comma, and whether there is a header.
 * Lines that begin with {@code #} are comments. The text is UTF-8.
 *
 * <p>Columns may come in any order; {@link CsvOptions} says what they mean, and how that is found
 * when nobody says. A column that nobody chose is a state if its first value is a number; all its
 * values must then be numbers. If its first value is text, it is left out with a warning. An empty
 * cell, {@code NA}, {@code N/A}, {@code NaN} and {@code null}, in any case, are missing values.
 *
 * <p>A blank row, a row without any state and a time step that is too long ({@link
 * io.github.sindy4j.data.GapRule}) are gaps: they end a segment, are told in the notices of the
 * dataset, and have no sample of their own. A row in which only some values are missing is an
 * error, because there is no honest way to fill it.
 *
 * <p>The rows of different trajectories may be mixed; trajectories come in the order of their first
 * rows.
 */
public final class Csv {
  private Csv() {}

  /** Reads a file, finding out everything by itself. */
  public static Dataset read(Path path) {
    return read(path, CsvOptions.defaults());
  }

  /** Reads a file. The dataset bears the name of the file without its folder. */
  public static Dataset read(Path path, CsvOptions options) {
    return read(path, options, PlainTables.standard());
  }

  /** Reads a file, in blocks if these find it plain. */
  static Dataset read(Path path, CsvOptions options, PlainTables blocks) {
    return open(
        path,
        (place, name, in) -> {
          InputStream text = ForeignFile.refuse(place, in);
          TableReader<Table> reader = tables(place, options);
          Table table = blocks.read(path, place, reader).orElseGet(() -> reader.read(decode(text)));
          return new Assembler(table).assemble(name, options.maxGap());
        });
  }

  /** Reads bytes that are all in memory; {@code name} stands for them in messages. */
  public static Dataset read(String name, byte[] bytes, CsvOptions options) {
    Place place = new Place(name);
    ForeignFile.refuse(place, bytes);
    TableReader<Table> reader = tables(place, options);
    Table table =
        PlainTables.standard()
            .read(ByteSource.of(bytes), place, reader)
            .orElseGet(() -> reader.read(decode(new ByteArrayInputStream(bytes))));
    return new Assembler(table).assemble(name, options.maxGap());
  }

  /** Reads samples of a function from a file, in the same dialects; see {@link SampleOptions}. */
  public static Samples readSamples(Path path, SampleOptions options) {
    return readSamples(path, options, PlainTables.standard());
  }

  /** Reads samples from a file, in blocks if these find it plain. */
  static Samples readSamples(Path path, SampleOptions options, PlainTables blocks) {
    return open(
        path,
        (place, name, in) -> {
          InputStream text = ForeignFile.refuse(place, in);
          TableReader<SampleTable> reader = sampleTables(place, options);
          return blocks
              .read(path, place, reader)
              .orElseGet(() -> reader.read(decode(text)))
              .samples(name);
        });
  }

  /** Reads samples of a function to the end of a text, without closing the reader. */
  public static Samples readSamples(String name, Reader in, SampleOptions options) {
    return sampleTables(new Place(name), options).read(in).samples(name);
  }

  private static TableReader<SampleTable> sampleTables(Place place, SampleOptions options) {
    return new TableReader<>(
        place, (header, comma) -> new SampleTable(place, header, options, comma));
  }

  /** Reads an open file. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Place place, String name, InputStream in) throws IOException;
  }

  private static <T> T open(Path path, Reading<T> reading) {
    return open(path, new Place(path.toString()), reading);
  }

  /** Opens a file, or says why that cannot be. */
  static <T> T open(Path path, Place place, Reading<T> reading) {
    if (Files.isDirectory(path)) {
      throw place.bad("is-a-directory", "it is a folder, not a file", "Name a file in it");
    }
    String name = Optional.ofNullable(path.getFileName()).orElse(path).toString();
    try (InputStream in = Files.newInputStream(path)) {
      return reading.read(place, name, in);
    } catch (NoSuchFileException e) {
      throw place.bad("no-such-file", "there is no such file", "Check its name and folder", e);
    } catch (IOException e) {
      throw place.bad(
          "unreadable",
          "the file cannot be opened: " + Place.reason(e),
          "Check that you may read it",
          e);
    }
  }

  /**
   * Reads a stream in UTF-8 to its end, without closing it; {@code name} stands for it in messages.
   */
  public static Dataset read(String name, InputStream in, CsvOptions options) {
    return read(name, decode(in), options);
  }

  /** Reads text to its end, without closing the reader; {@code name} stands for it in messages. */
  public static Dataset read(String name, Reader in, CsvOptions options) {
    return read(new Place(name), name, in, options);
  }

  private static Dataset read(Place place, String name, Reader in, CsvOptions options) {
    Table table = tables(place, options).read(in);
    return new Assembler(table).assemble(name, options.maxGap());
  }

  /** Reads tables whose columns mean what the options say. */
  static TableReader<Table> tables(Place place, CsvOptions options) {
    BadSetting.require(
        options.step().isEmpty(),
        "step",
        "is for arrays (.npy): the rows of a table have their times",
        "Leave it out, and name the column of times (--time)");
    return new TableReader<>(
        place,
        (header, comma) ->
            new Table(place, header.named(options.columns(), place), options, comma));
  }

  static Reader decode(InputStream in) {
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /**
   * Writes {@code traj,t,x,y,…}: the trajectory column only when there is more than one trajectory,
   * then time, states, controls and measured rates ({@code dx/dt}), with units. A gap is a row that
   * holds nothing but its trajectory. Numbers read back bit for bit, with the options {@link
   * CsvOptions#matching}.
   */
  public static void write(Dataset dataset, Appendable out) throws IOException {
    write(Legs.of(dataset), out);
  }

  /** The same for trajectories that are not held; what the user should know about them. */
  public static List<Notice> write(Legs legs, Appendable out) throws IOException {
    return new DatasetWriter(legs, out).write();
  }

  /** Writes a file, whole or not at all; an existing file is refused unless {@code overwrite}. */
  public static void write(Dataset dataset, Path target, boolean overwrite) {
    write(Legs.of(dataset), target, overwrite);
  }

  /** The same for trajectories that are not held; what the user should know about them. */
  public static List<Notice> write(Legs legs, Path target, boolean overwrite) {
    List<Notice> notices = new ArrayList<>();
    Output.write(target, overwrite, out -> notices.addAll(write(legs, out)));
    return notices;
  }
}
