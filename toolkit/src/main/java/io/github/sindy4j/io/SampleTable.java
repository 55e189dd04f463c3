package io.github.sindy4j.io;

import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Samples of a function, column by column, as they are read. */
final class SampleTable implements BlockTable {
  private static final String CURE =
      "Mend the cell, or delete the row: samples stand for themselves";

  private final Place place;
  private final Header header;
  private final boolean automatic;
  private final List<Integer> inputs;
  private final List<Integer> outputs;
  private final TableColumns cells;
  private final SampleOptions options;
  private final boolean decimalComma;

  SampleTable(Place place, Header given, SampleOptions options, boolean decimalComma) {
    this.place = place;
    this.options = options;
    this.decimalComma = decimalComma;
    this.header = given.generated() ? numbered(given.width()) : given;
    this.automatic = options.inputs().isEmpty();
    this.outputs = options.outputs().stream().map(name -> find(name, "output")).toList();
    if (outputs.isEmpty()) {
      throw new BadSetting(
          "no-outputs",
          place.text(),
          "no output is named",
          "Name what is to be predicted (--outputs); the columns are "
              + String.join(", ", header.names()));
    }
    List<Integer> asked = options.inputs().stream().map(name -> find(name, "input")).toList();
    this.inputs =
        automatic
            ? IntStream.range(0, header.width())
                .filter(c -> !outputs.contains(c) && !header.unnamed().contains(c))
                .boxed()
                .toList()
            : asked;
    requireOneRole();
    cells = new TableColumns(place, header, decimalComma, CURE);
    cells.addNumbers(outputs, false);
    cells.addNumbers(inputs, automatic);
  }

  private static Header numbered(int width) {
    return new Header(
        IntStream.rangeClosed(1, width).mapToObj(c -> new Variable("x" + c, "")).toList(),
        Set.of(),
        true);
  }

  private int find(String name, String role) {
    OptionalInt column = header.find(name);
    return column.orElseThrow(
        () ->
            place.bad(
                "unknown-column",
                "there is no column '" + name + "', asked for as " + role,
                "The columns are " + String.join(", ", header.names())));
  }

  private void requireOneRole() {
    Map<Integer, String> roles = new HashMap<>();
    outputs.forEach(c -> give(roles, c, "output"));
    inputs.forEach(c -> give(roles, c, "input"));
  }

  private void give(Map<Integer, String> roles, int column, String role) {
    String before = roles.getOrDefault(column, "");
    if (!before.isEmpty()) {
      throw new BadSetting(
          "two-roles",
          place.text(),
          "the column '"
              + header.name(column)
              + "' is asked for "
              + (before.equals(role) ? "twice as " + role : "as " + before + " and as " + role),
          "Give each column one role");
    }
    roles.put(column, role);
  }

  @Override
  public SampleTable emptied() {
    SampleTable empty = new SampleTable(place, header, options, decimalComma);
    empty.cells.expectAs(cells);
    return empty;
  }

  @Override
  public TableColumns cells() {
    return cells;
  }

  /** What was read, judged. */
  Samples samples(String name) {
    List<Notice> notices = new ArrayList<>();
    if (header.generated()) {
      notices.add(
          Notice.info(
              "no-header",
              "the file has no header; its columns are called "
                  + String.join(", ", header.names())));
    }
    if (rows() == 0) {
      throw noSample();
    }
    List<NumberColumn> left = numeric(notices);
    List<NumberColumn> right = outputs.stream().map(cells::numbers).toList();
    List<NumberColumn> all = new ArrayList<>(left);
    all.addAll(right);
    int[] rows = complete(all, notices);
    FunctionSchema schema =
        new FunctionSchema(
            left.stream().map(NumberColumn::variable).toList(),
            right.stream().map(NumberColumn::variable).toList());
    Matrix x = matrix(rows, left);
    Matrix y = matrix(rows, right);
    SampleChecks checks = new SampleChecks(schema, x, y, row -> line(rows[row]));
    notices.addAll(checks.notices());
    return new Samples(name, schema, x, y, notices);
  }

  /** The inputs; those that nobody named and that hold no numbers are left out. */
  private List<NumberColumn> numeric(List<Notice> notices) {
    List<NumberColumn> numeric =
        inputs.stream().map(cells::numbers).filter(c -> !automatic || c.hasNumber()).toList();
    List<String> leftOut =
        inputs.stream()
            .map(cells::numbers)
            .filter(c -> !numeric.contains(c))
            .map(c -> "'" + c.variable().name() + "'")
            .toList();
    if (!leftOut.isEmpty()) {
      notices.add(
          Notice.warning(
              "columns-left-out",
              "columns without numbers were left out: " + String.join(", ", leftOut)));
    }
    if (numeric.isEmpty()) {
      throw place.bad(
          "no-inputs",
          "no column of numbers is left for the inputs; the columns are "
              + String.join(", ", header.names()),
          "Give at least one column of numbers beside the outputs");
    }
    return numeric;
  }

  /** The rows that hold samples. */
  private int[] complete(List<NumberColumn> all, List<Notice> notices) {
    List<Integer> rows = new ArrayList<>();
    List<Integer> empty = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      int index = row;
      if (all.stream().allMatch(c -> Double.isNaN(c.get(index)))) {
        empty.add(line(row));
        continue;
      }
      all.forEach(c -> requireSound(index, c));
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw noSample();
    }
    if (!empty.isEmpty()) {
      notices.add(
          Notice.info(
              "rows-left-out",
              (empty.size() == 1 ? "1 row without values" : empty.size() + " rows without values")
                  + " left out, the first in line "
                  + empty.get(0)));
    }
    return rows.stream().mapToInt(r -> r).toArray();
  }

  private BadData noSample() {
    return place.bad("no-rows", "no row has a sample", "Give at least one row of numbers");
  }

  private void requireSound(int row, NumberColumn column) {
    double value = column.get(row);
    if (!Double.isFinite(value)) {
      Place at = place.line(line(row)).column(column.variable().name());
      BadData mistake =
          Double.isNaN(value)
              ? at.bad(
                  "partly-missing-row",
                  "the value is missing while others of the row are present",
                  CURE)
              : at.bad("not-finite", "the value is infinite", CURE);
      throw mistake;
    }
  }

  private static Matrix matrix(int[] rows, List<NumberColumn> columns) {
    int width = columns.size();
    double[] values = new double[Math.multiplyExact(rows.length, width)];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < rows.length; i++) {
        values[i * width + j] = columns.get(j).get(rows[i]);
      }
    }
    return Matrix.adopt(rows.length, width, values);
  }
}
