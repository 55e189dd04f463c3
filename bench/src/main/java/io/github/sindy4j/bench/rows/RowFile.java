package io.github.sindy4j.bench.rows;

import io.github.sindy4j.notice.BadData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A table of results on disk. Rows are appended as they are done, so that nothing is lost when the
 * run ends early; at the end they are put in order.
 *
 * @param <K> what is run for one row
 * @param <R> the row
 */
public final class RowFile<K, R> {
  private final Path path;
  private final RowFormat<K, R> format;
  private final List<R> rows;
  private final boolean repaired;

  private RowFile(Path path, RowFormat<K, R> format, List<R> rows, boolean repaired) {
    this.path = path;
    this.format = format;
    this.rows = rows;
    this.repaired = repaired;
  }

  /**
   * Opens a file, or begins one. A last line without its end was cut off while it was written: it
   * is taken away.
   */
  public static <K, R> RowFile<K, R> open(Path path, RowFormat<K, R> format) throws IOException {
    String text = Files.exists(path) ? Files.readString(path) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    boolean repaired = whole.length() < text.length();
    List<R> rows = parse(whole, path, format);
    if (repaired || whole.isEmpty()) {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, whole.isEmpty() ? format.header() + "\n" : whole);
    }
    return new RowFile<>(path, format, rows, repaired);
  }

  /** The same, telling {@code err} when a line was taken away. */
  public static <K, R> RowFile<K, R> open(Path path, RowFormat<K, R> format, PrintStream err)
      throws IOException {
    RowFile<K, R> file = open(path, format);
    if (file.repaired) {
      err.println("a last line of " + path + " was cut off and is run again");
    }
    return file;
  }

  /** The rows of a finished or unfinished file. */
  public static <K, R> List<R> read(Path path, RowFormat<K, R> format) throws IOException {
    if (!Files.exists(path)) {
      throw new BadData(
          "file-missing",
          path.toString(),
          "does not exist",
          "Run the table first, with -o " + path);
    }
    String text = Files.readString(path);
    return List.copyOf(parse(text.substring(0, text.lastIndexOf('\n') + 1), path, format));
  }

  private static <K, R> List<R> parse(String text, Path path, RowFormat<K, R> format) {
    List<String> lines = text.lines().toList();
    if (!lines.isEmpty() && !lines.get(0).equals(format.header())) {
      throw new BadData(
          "header-unknown",
          path + ", line 1",
          "is not the header of this kind of table: " + lines.get(0),
          "Choose another file, or begin this one with " + format.header());
    }
    List<R> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(format.row(lines.get(i), path + ", line " + (i + 1)));
    }
    return rows;
  }

  /** Whether a last line was cut off. */
  public boolean wasRepaired() {
    return repaired;
  }

  /** The rows so far. */
  public synchronized List<R> rows() {
    return List.copyOf(rows);
  }

  /** What was run for the rows so far. */
  public synchronized List<K> done() {
    return rows.stream().map(format.keys()::of).toList();
  }

  /** Adds a row at the end. */
  public synchronized void append(R row) throws IOException {
    Files.writeString(path, format.line(row) + "\n", StandardOpenOption.APPEND);
    rows.add(row);
  }

  /** Puts the rows in order; the file is never seen half-written. */
  public synchronized void sort() throws IOException {
    rows.sort(Comparator.comparing(format.keys()::of, format.keys().order()));
    StringBuilder text = new StringBuilder(format.header()).append('\n');
    rows.forEach(row -> text.append(format.line(row)).append('\n'));
    Path beside = path.resolveSibling(path.getFileName() + ".sorted");
    Files.write(beside, text.toString().getBytes(StandardCharsets.UTF_8));
    Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
