package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.notice.BadData;
import java.io.IOException;
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
 */
final class RowFile {
  private final Path path;
  private final List<Row> rows;
  private final boolean repaired;

  private RowFile(Path path, List<Row> rows, boolean repaired) {
    this.path = path;
    this.rows = rows;
    this.repaired = repaired;
  }

  /**
   * Opens a file, or begins one. A last line without its end was cut off while it was written: it
   * is taken away.
   */
  static RowFile open(Path path) throws IOException {
    String text = Files.exists(path) ? Files.readString(path) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    boolean repaired = whole.length() < text.length();
    List<Row> rows = parse(whole, path);
    if (repaired || whole.isEmpty()) {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, whole.isEmpty() ? RowText.HEADER + "\n" : whole);
    }
    return new RowFile(path, rows, repaired);
  }

  /** The rows of a finished or unfinished file. */
  static List<Row> read(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new BadData(
          "file-missing", path.toString(), "does not exist", "Run bench/recovery -o " + path);
    }
    String text = Files.readString(path);
    return List.copyOf(parse(text.substring(0, text.lastIndexOf('\n') + 1), path));
  }

  private static List<Row> parse(String text, Path path) {
    List<String> lines = text.lines().toList();
    if (!lines.isEmpty() && !lines.get(0).equals(RowText.HEADER)) {
      throw new BadData(
          "header-unknown",
          path + ", line 1",
          "is not the header of a recovery table: " + lines.get(0),
          "Choose another file, or begin this one with " + RowText.HEADER);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(RowText.row(lines.get(i), path + ", line " + (i + 1)));
    }
    return rows;
  }

  /** Whether a last line was cut off. */
  boolean wasRepaired() {
    return repaired;
  }

  /** The rows so far. */
  synchronized List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Adds a row at the end. */
  synchronized void append(Row row) throws IOException {
    Files.writeString(path, RowText.line(row) + "\n", StandardOpenOption.APPEND);
    rows.add(row);
  }

  /** Puts the rows in order; the file is never seen half-written. */
  synchronized void sort() throws IOException {
    rows.sort(Comparator.comparing(Row::key, Row.Key.ORDER));
    StringBuilder text = new StringBuilder(RowText.HEADER).append('\n');
    rows.forEach(row -> text.append(RowText.line(row)).append('\n'));
    Path beside = path.resolveSibling(path.getFileName() + ".sorted");
    Files.write(beside, text.toString().getBytes(StandardCharsets.UTF_8));
    Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
