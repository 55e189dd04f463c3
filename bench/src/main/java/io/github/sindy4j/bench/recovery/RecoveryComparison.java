package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.bench.rows.RowFile;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import io.github.sindy4j.report.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what our rows say beside the published ones: pictures and a table. */
final class RecoveryComparison {
  private RecoveryComparison() {}

  /**
   * From these files into {@code name.png}, {@code name.svg} and {@code name.md}; with rows of more
   * than one table, a picture {@code name-ortho-t.png} and so on for each. Tables and what was
   * written go to {@code out}.
   */
  static void write(List<Path> files, Path name, PrintStream out) throws IOException {
    Map<Kind, Map<RecoveryWay, List<Row>>> rows = new TreeMap<>();
    for (Path file : files) {
      for (Row row : RowFile.read(file, RowText.FORMAT)) {
        rows.computeIfAbsent(row.key().family().kind(), kind -> new TreeMap<>())
            .computeIfAbsent(RecoveryWay.of(row), way -> new ArrayList<>())
            .add(row);
      }
    }
    StringBuilder text = new StringBuilder();
    List<Path> written = new ArrayList<>();
    for (var entry : rows.entrySet()) {
      Kind kind = entry.getKey();
      List<Row> published = Published.rows(kind);
      Map<RecoveryWay, List<CellComparison>> ways = new TreeMap<>();
      entry.getValue().forEach((way, own) -> ways.put(way, CellComparison.of(published, own)));
      ways.values().removeIf(List::isEmpty);
      ways.forEach((way, cells) -> text.append(ComparisonText.of(kind, way, cells)));
      if (!ways.isEmpty()) {
        Figure figure = RecoveryPicture.of(published, ways);
        String ending = rows.size() == 1 ? "" : "-" + kind.word();
        written.add(beside(name, ending + ".png"));
        Files.write(beside(name, ending + ".png"), figure.png());
        written.add(beside(name, ending + ".svg"));
        Files.writeString(beside(name, ending + ".svg"), figure.svg());
      }
    }
    if (text.length() == 0) {
      out.println("no row with a published partner: nothing to compare");
      return;
    }
    written.add(beside(name, ".md"));
    Files.writeString(beside(name, ".md"), text);
    out.print(text);
    written.forEach(path -> out.println("written: " + path));
  }

  private static Path beside(Path name, String ending) {
    return name.resolveSibling(name.getFileName() + ending);
  }
}
