package io.github.sindy4j.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Locale;

/**
 * Reads one cell at a time as a number, correctly rounded, without making a string of it.
 *
 * <p>Missing is an empty cell or {@code NA}, {@code N/A}, {@code NaN}, {@code null} in any case.
 * The decimal mark is a point; where commas are allowed, it is the mark of the first number that
 * has one, and the other mark is then text: a file cannot mix them, so that a thousands separator
 * is never mistaken for a decimal mark.
 */
final class NumberCell {
  /** What a cell holds. */
  enum Kind {
    NUMBER,
    MISSING,
    TEXT
  }

  private static final char UNDECIDED = 0;

  private char mark;
  private double value = Double.NaN;

  NumberCell(boolean decimalCommaAllowed) {
    this.mark = decimalCommaAllowed ? UNDECIDED : '.';
  }

  /** Takes over what another cell knows of the decimal mark. */
  void decideAs(NumberCell other) {
    mark = other.mark;
  }

  /** The number of the last cell of kind NUMBER, possibly infinite; NaN after any other kind. */
  double value() {
    return value;
  }

  /** The decimal mark; a point as long as no number had one. */
  char mark() {
    return mark == UNDECIDED ? '.' : mark;
  }

  /** What the cell {@code buffer[from … from+length−1]} holds; blanks around it do not count. */
  Kind read(char[] buffer, int from, int length) {
    int begin = from;
    int end = from + length;
    while (begin < end && buffer[begin] <= ' ') {
      begin++;
    }
    while (begin < end && buffer[end - 1] <= ' ') {
      end--;
    }
    return readStripped(buffer, begin, end - begin);
  }

  /** What the text holds; blanks around it do not count. */
  Kind read(String text) {
    return read(text.toCharArray(), 0, text.length());
  }

  private Kind readStripped(char[] buffer, int from, int length) {
    value = Double.NaN;
    if (length == 0) {
      return Kind.MISSING;
    }
    char first = buffer[from];
    boolean signed = first == '-' || first == '+';
    boolean numeric =
        isDigit(first)
            || first == '.'
            || first == ','
            || (signed && length > 1 && !isLetter(buffer[from + 1]));
    if (!numeric) {
      return word(new String(buffer, from, length));
    }
    char last = buffer[from + length - 1];
    if (!isDigit(last) && last != '.') {
      return Kind.TEXT; // Java would read 1d and 1f
    }
    return mark == '.' ? number(buffer, from, length) : marked(buffer, from, length);
  }

  private Kind word(String text) {
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    return switch (text.substring(signed ? 1 : 0).toLowerCase(Locale.ROOT)) {
      case "nan" -> Kind.MISSING;
      case "na", "n/a", "null" -> signed ? Kind.TEXT : Kind.MISSING;
      case "inf", "infinity" -> {
        value = text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        yield Kind.NUMBER;
      }
      default -> Kind.TEXT;
    };
  }

  /** A number that may have a decimal comma; decides the mark when it is the first that has one. */
  private Kind marked(char[] buffer, int from, int length) {
    int at = -1;
    for (int i = from; i < from + length; i++) {
      if (buffer[i] == ',' || buffer[i] == '.') {
        if (at >= 0 || (mark != UNDECIDED && buffer[i] != mark)) {
          return Kind.TEXT;
        }
        at = i;
      }
    }
    if (at < 0) {
      return number(buffer, from, length);
    }
    char found = buffer[at];
    buffer[at] = '.';
    Kind kind = number(buffer, from, length);
    buffer[at] = found;
    if (kind == Kind.NUMBER) {
      mark = found;
    }
    return kind;
  }

  private Kind number(char[] buffer, int from, int length) {
    try {
      value = JavaDoubleParser.parseDouble(buffer, from, length);
      return Kind.NUMBER;
    } catch (NumberFormatException notANumber) {
      return Kind.TEXT;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
