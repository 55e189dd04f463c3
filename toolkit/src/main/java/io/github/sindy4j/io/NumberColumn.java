package io.github.sindy4j.io;

import io.github.sindy4j.data.Variable;
import java.util.Optional;

/**
 * A column of numbers, NaN where one is missing.
 *
 * <p>A <em>candidate</em> is a column that nobody named. The first cell that is not missing decides
 * what it is: text makes it a column of text, which is left out; a number makes it a column of
 * numbers, in which text is a mistake. In a column that was named, text is a mistake from the
 * start.
 */
final class NumberColumn implements CellSink {
  private final Variable variable;
  private final Place place;
  private final NumberCell cell;
  private final boolean candidate;
  private final Doubles values = new Doubles();
  private final String cure;
  private boolean hasNumber;
  private boolean isFull = true;
  private Optional<String> firstText = Optional.empty();

  /** {@code cure} is for text among numbers. */
  NumberColumn(Variable variable, Place place, NumberCell cell, boolean candidate, String cure) {
    this.variable = variable;
    this.place = place;
    this.cell = cell;
    this.candidate = candidate;
    this.cure = cure;
  }

  @Override
  public void add(char[] buffer, int from, int length, boolean quoted, long line) {
    if (firstText.isPresent()) {
      return;
    }
    NumberCell.Kind kind = cell.read(buffer, from, length);
    if (kind == NumberCell.Kind.TEXT) {
      text(new String(buffer, from, length), line);
      return;
    }
    hasNumber |= kind == NumberCell.Kind.NUMBER;
    isFull &= Double.isFinite(cell.value());
    values.add(cell.value());
  }

  @Override
  public void addMissing() {
    if (firstText.isEmpty()) {
      isFull = false;
      values.add(Double.NaN);
    }
  }

  /** The numbers of a block, from this column of it, which nobody may change any more. */
  void append(RowBlock block, int column) {
    double[] numbers = block.column(column);
    isFull &= block.isFull();
    hasNumber |= block.isFull() && block.rows() > 0;
    for (int row = 0; row < block.rows() && !hasNumber; row++) {
      hasNumber = !Double.isNaN(numbers[row]);
    }
    values.addPiece(numbers, block.rows());
  }

  private void text(String text, long line) {
    if (!candidate || hasNumber) {
      throw place
          .line(line)
          .column(variable.name())
          .bad("text-in-number", "'" + text + "' is not a number", cure(text));
    }
    firstText = Optional.of(text);
  }

  private String cure(String text) {
    if (text.equals(variable.name()) || text.equals(variable.label())) {
      return "The header stands here again: delete the line, and mark different runs by a"
          + " trajectory column";
    }
    return text.matches("[+-]?\\d+,\\d+")
        ? "Write decimals with a point, or separate the cells by semicolons"
        : cure;
  }

  /** Takes over whether it is a column of numbers, of text, or still undecided. */
  void expectAs(NumberColumn other) {
    firstText = other.firstText;
    hasNumber = other.hasNumber;
  }

  Variable variable() {
    return variable;
  }

  /** Row i; NaN where it is missing. */
  double get(int i) {
    return values.get(i);
  }

  /** Rows {@code from … from + count − 1}, to every so manieth place of a target. */
  void copy(int from, int count, double[] target, int at, int stride) {
    values.copy(from, count, target, at, stride);
  }

  /** Whether it is a column of finite numbers, none missing. */
  boolean isFull() {
    return isFull && firstText.isEmpty();
  }

  /** The text that made it a column of text. */
  Optional<String> firstText() {
    return firstText;
  }

  /** Whether any cell held a number. */
  boolean hasNumber() {
    return hasNumber;
  }
}
