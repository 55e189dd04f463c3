package io.github.sindy4j.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads plain rows from bytes, without an object for a cell: numbers, names, missing values, blank
 * rows. It gives what {@link RowHandler} gives or nothing: at a quote, a comment, a byte that is
 * not ASCII, a row of another length or a cell that is not what its column holds, it gives up. For
 * one thread.
 */
final class ByteRows {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How many bytes there must be behind the lines, of any content. */
  static final int PADDING = Long.BYTES;

  private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final int MOST_DIGITS = 19;
  private static final int LARGEST_EXPONENT = 9999;

  /** Where there is nothing to read on. */
  private static final int GIVEN_UP = -1;

  private final byte separator;
  private final boolean collapses;
  private final byte mark;
  private final boolean eitherMark;
  private final RowLayout.Column[] columns;
  private final byte[] bytes;
  private final int to;
  private final RowBlock block;

  /** What {@link #digits} found. */
  private long number;

  private ByteRows(RowLayout layout, byte[] bytes, int to, RowBlock block) {
    this.separator = (byte) layout.separator().symbol();
    this.collapses = layout.separator().collapses();
    this.eitherMark = layout.separator().allowsDecimalComma();
    this.mark = (byte) layout.mark();
    this.columns = layout.columns().toArray(RowLayout.Column[]::new);
    this.bytes = bytes;
    this.to = to;
    this.block = block;
  }

  /**
   * Reads the whole lines {@code bytes[from … to−1]}, the last of which ends in a line feed or
   * before a byte that is no digit, into a block; whether there was nothing that is not plain.
   */
  static boolean read(RowLayout layout, byte[] bytes, int from, int to, RowBlock block) {
    ByteRows rows = new ByteRows(layout, bytes, to, block);
    int at = from;
    while (at >= 0 && at < to) {
      block.addRow();
      at = rows.collapses ? rows.collapsedRow(at) : rows.row(at);
    }
    return at >= 0;
  }

  private int row(int from) {
    int at = from;
    int cells = 0;
    int filled = 0;
    int slot = 0;
    while (true) {
      at = skipBlanks(at);
      if (!atEnd(at)) {
        at = cell(at, cells, slot);
        if (at < 0) {
          return GIVEN_UP;
        }
        filled = cells + 1;
      }
      slot += cells < columns.length && columns[cells] == RowLayout.Column.NUMBERS ? 1 : 0;
      cells++;
      if (at == to || bytes[at] != separator) {
        return endRow(at, cells, filled);
      }
      at++;
    }
  }

  private int collapsedRow(int from) {
    int at = from;
    int cells = 0;
    int slot = 0;
    while (true) {
      while (at < to && (bytes[at] == separator || isBlank(bytes[at]))) {
        at++;
      }
      if (atEnd(at)) {
        return endRow(at, cells, cells);
      }
      at = cell(at, cells, slot);
      if (at < 0) {
        return GIVEN_UP;
      }
      slot += columns[cells] == RowLayout.Column.NUMBERS ? 1 : 0;
      cells++;
    }
  }

  private int endRow(int at, int cells, int filled) {
    if (filled > 0 && (filled > columns.length || cells < columns.length)) {
      return GIVEN_UP;
    }
    if (at == to) {
      return at;
    }
    if (bytes[at] == '\n') {
      return at + 1;
    }
    return at + 1 < to && bytes[at + 1] == '\n' ? at + 2 : GIVEN_UP;
  }

  /** Reads a cell that is not blank; where it ends, blanks after it included. */
  private int cell(int at, int column, int slot) {
    if (column >= columns.length || (column == 0 && bytes[at] == '#')) {
      return GIVEN_UP;
    }
    return switch (columns[column]) {
      case NUMBERS -> number(at, slot);
      case NAMES -> name(at);
      case ANYTHING -> cellEnd(at);
    };
  }

  private int name(int at) {
    int end = cellEnd(at);
    if (end >= 0) {
      block.setName(bytes, at, stripped(at, end));
    }
    return end;
  }

  /** A number of at most 19 digits that count, written with digits, mark and exponent. */
  private int number(int from, int slot) {
    boolean negative = bytes[from] == '-';
    int first = negative || bytes[from] == '+' ? from + 1 : from;
    int at = digits(first, 0);
    int count = at - first;
    int exponent = 0;
    if (bytes[at] == mark && at < to) {
      int point = at + 1;
      at = digits(point, number);
      exponent = point - at;
      count -= exponent;
    }
    if (count == 0 || (count > MOST_DIGITS && significant(first, at) > MOST_DIGITS)) {
      return otherNumber(from, slot);
    }
    long digits = number;
    if (at < to && (bytes[at] | 0x20) == 'e') {
      int end = exponentEnd(at + 1);
      if (end < 0) {
        return otherNumber(from, slot);
      }
      exponent += exponent(at + 1, end);
      at = end;
    }
    int end = skipBlanks(at);
    if (!atEnd(end)) {
      return otherNumber(from, slot);
    }
    double value = Decimal.of(digits, exponent);
    if (Double.isNaN(value)) {
      return carefully(from, at, end, slot);
    }
    block.set(slot, negative ? -value : value);
    return end;
  }

  /**
   * Appends the digits from here on to a number, eight bytes at a time; where they end. A word that
   * is shifted until its first bytes that are digits are its last has zeros before them.
   */
  private int digits(int from, long before) {
    int at = from;
    long value = before;
    while (true) {
      long word = (long) LONGS.get(bytes, at);
      int count = Long.numberOfTrailingZeros(notDigits(word)) >>> 3;
      if (count == Long.BYTES) {
        value = 100_000_000 * value + eightDigits(word);
        at += Long.BYTES;
        continue;
      }
      if (count > 0) {
        value = POWERS[count] * value + eightDigits(word << (Long.SIZE - 8 * count));
      }
      number = value;
      return at + count;
    }
  }

  /** A well-formed number that is too near a midpoint, too large or too small for the short way. */
  private int carefully(int from, int to, int end, int slot) {
    if (mark != '.') {
      return otherNumber(from, slot);
    }
    block.set(slot, JavaDoubleParser.parseDouble(bytes, from, to - from));
    return end;
  }

  /** Anything else that {@link NumberCell} knows. */
  private int otherNumber(int from, int slot) {
    int end = cellEnd(from);
    if (end < 0) {
      return GIVEN_UP;
    }
    char[] cell = new char[stripped(from, end) - from];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = (char) bytes[from + i];
      if (eitherMark && cell[i] != mark && (cell[i] == ',' || cell[i] == '.')) {
        return GIVEN_UP; // The other mark may decide, or may be text: not for here to know.
      }
    }
    NumberCell number = new NumberCell(mark == ',');
    NumberCell.Kind kind = number.read(cell, 0, cell.length);
    block.set(slot, number.value());
    return kind == NumberCell.Kind.TEXT ? GIVEN_UP : end;
  }

  /** One past the digits of an exponent of at most four digits, or GIVEN_UP. */
  private int exponentEnd(int from) {
    int at = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
    int first = at;
    while (at < to && isDigit(bytes[at])) {
      at++;
    }
    return at == first || at - first > 4 ? GIVEN_UP : at;
  }

  private int exponent(int from, int end) {
    boolean negative = bytes[from] == '-';
    int value = 0;
    for (int i = negative || bytes[from] == '+' ? from + 1 : from; i < end; i++) {
      value = Math.min(LARGEST_EXPONENT, 10 * value + (bytes[i] - '0'));
    }
    return negative ? -value : value;
  }

  /** How many digits there are from the first that is not 0. */
  private int significant(int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == '0' || bytes[at] == mark)) {
      at++;
    }
    int count = 0;
    for (; at < end; at++) {
      count += bytes[at] == mark ? 0 : 1;
    }
    return count;
  }

  /** Where a cell of any content ends; GIVEN_UP if it has what is not plain. */
  private int cellEnd(int from) {
    for (int at = from; ; at++) {
      if (atEnd(at)) {
        return at;
      }
      if (bytes[at] < 0 || bytes[at] == '"') {
        return GIVEN_UP;
      }
    }
  }

  private int stripped(int from, int end) {
    int last = end;
    while (last > from && bytes[last - 1] <= ' ') {
      last--;
    }
    return last;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  /** What does not count around a cell. */
  private boolean isBlank(byte b) {
    return b <= ' ' && b >= 0 && b != separator && b != '\n' && b != '\r';
  }

  /** Whether a cell ends here. */
  private boolean atEnd(int at) {
    return at == to || bytes[at] == separator || bytes[at] == '\n' || bytes[at] == '\r';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The uppermost bit of every byte that is no digit. */
  private static long notDigits(long word) {
    long beyondZero = word ^ 0x3030303030303030L;
    long upper = 0x8080808080808080L;
    return (((beyondZero & ~upper) + 0x7676767676767676L) | beyondZero) & upper;
  }

  /** The number that eight digits spell, the first in the lowest byte. */
  private static long eightDigits(long eight) {
    long pairs = ((eight & 0x0F0F0F0F0F0F0F0FL) * 2561) >>> 8;
    long fours = ((pairs & 0x00FF00FF00FF00FFL) * 6553601) >>> 16;
    return ((fours & 0x0000FFFF0000FFFFL) * 42949672960001L) >>> 32;
  }
}
