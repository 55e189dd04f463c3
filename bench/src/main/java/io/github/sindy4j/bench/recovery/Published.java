package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The published results. Source: github.com/nzolman/unified-symmetry-ml, MIT license; the licence
 * stands beside the files.
 */
final class Published {
  private Published() {}

  /** The rows of one table, in its order. */
  static List<Row> rows(Kind kind) {
    String name = "published-" + kind.word() + ".csv";
    try (InputStream in = Published.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + name);
      }
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (!lines.get(0).equals(RowText.PUBLISHED)) {
        throw new IllegalStateException(name + " begins with " + lines.get(0));
      }
      List<Row> rows = new ArrayList<>();
      for (int i = 1; i < lines.size(); i++) {
        rows.add(RowText.published(lines.get(i), kind, name + ", line " + (i + 1)));
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
