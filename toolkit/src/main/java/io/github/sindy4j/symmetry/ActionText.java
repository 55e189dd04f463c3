package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Names;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the text of an action, which complaints name. */
final class ActionText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?(\\s*/\\s*\\d+)?");
  private static final String JOINT = " and ";

  /** Sizes of numbers whose products cannot overflow. */
  private static final double LEAST = 1e-9;

  private static final double LARGEST = 1e9;

  private final String text;
  private int position;

  ActionText(String text) {
    this.text = text;
  }

  /** Where the next sign stands, from 0. */
  int mark() {
    peek();
    return position;
  }

  String since(int mark) {
    return text.substring(mark, position).strip();
  }

  char peek() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  boolean atEnd() {
    return peek() == 0;
  }

  boolean accept(char c) {
    boolean found = peek() == c;
    position += found ? 1 : 0;
    return found;
  }

  boolean accept(String signs) {
    peek();
    boolean found = text.startsWith(signs, position);
    position += found ? signs.length() : 0;
    return found;
  }

  /** A word that is followed by no further letter. */
  boolean acceptWord(String word) {
    peek();
    int end = position + word.length();
    boolean found =
        text.startsWith(word, position)
            && (end == text.length() || !Names.isPart(text.charAt(end)));
    position = found ? end : position;
    return found;
  }

  void expect(char c, String example) {
    if (!accept(c)) {
      String found = atEnd() ? "the end" : "'" + peek() + "'";
      throw error("'" + c + "' is missing before " + found, "Write it like " + example);
    }
  }

  /** A name, plain or in backquotes; empty when none stands here. */
  String name() {
    if (peek() == '`') {
      int close = closing(position);
      String quoted = text.substring(position + 1, close);
      position = close + 1;
      return quoted.replace("``", "`");
    }
    int start = position;
    while (position < text.length() && Names.isPart(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  /** Where the backquote at this place is closed; two in a row stand for one in the name. */
  private int closing(int open) {
    int close = text.indexOf('`', open + 1);
    while (close >= 0 && text.startsWith("``", close)) {
      close = text.indexOf('`', close + 2);
    }
    if (close < 0) {
      throw error("a backquote is not closed", "Write names that are no words as `name`");
    }
    return close;
  }

  /** A decimal number or a fraction. */
  Rational number(String example) {
    peek();
    Matcher matcher = NUMBER.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw error("a number is missing", "Write it like " + example);
    }
    String[] parts = matcher.group().split("/", -1);
    Rational denominator = parts.length == 2 ? decimal(parts[1]) : Rational.ONE;
    if (denominator.isZero()) {
      throw error("a fraction has the denominator 0", "Write it like " + example);
    }
    Rational number = decimal(parts[0]).dividedBy(denominator);
    double size = Math.abs(number.doubleValue());
    if (size != 0 && !(size >= LEAST && size <= LARGEST)) {
      throw error(
          "the number is too " + (size < LEAST ? "small" : "large"),
          "Only ratios matter: give numbers between " + LEAST + " and " + LARGEST);
    }
    position = matcher.end();
    return number;
  }

  private static Rational decimal(String digits) {
    BigDecimal decimal = new BigDecimal(digits.strip());
    BigInteger ten = BigInteger.TEN.pow(Math.abs(decimal.scale()));
    Rational unscaled = whole(decimal.unscaledValue());
    return decimal.scale() < 0 ? unscaled.times(whole(ten)) : unscaled.dividedBy(whole(ten));
  }

  private static Rational whole(BigInteger n) {
    BigInteger limit = BigInteger.valueOf(1L << 60);
    BigInteger[] parts = n.divideAndRemainder(limit);
    return parts[0].signum() == 0
        ? Rational.of(parts[1].longValue())
        : whole(parts[0]).times(Rational.of(1L << 60)).plus(Rational.of(parts[1].longValue()));
  }

  /** A whole number from 0 to 999. */
  Optional<Integer> size() {
    peek();
    int start = position;
    while (position < text.length() && Character.isDigit(text.charAt(position))) {
      position++;
    }
    boolean found = position > start && position - start <= 3;
    int end = position;
    position = found ? end : start;
    return found ? Optional.of(Integer.valueOf(text.substring(start, end))) : Optional.empty();
  }

  /** The text up to one of these signs, outside parentheses and backquotes. */
  String until(String signs) {
    peek();
    int start = position;
    int depth = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (depth == 0 && signs.indexOf(c) >= 0) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      position = c == '`' ? closing(position) + 1 : position + 1;
    }
    return text.substring(start, position).strip();
  }

  /** A path that ends in {@code .json}, up to the next {@code and}. */
  Optional<String> file() {
    int start = mark();
    int joint = text.indexOf(JOINT, start);
    String part = text.substring(start, joint < 0 ? text.length() : joint).strip();
    if (!part.endsWith(".json")) {
      return Optional.empty();
    }
    position = start + part.length();
    return Optional.of(part);
  }

  BadSetting error(String what, String cure) {
    return error("bad-action", mark(), what, cure);
  }

  BadSetting error(String code, int mark, String what, String cure) {
    return new BadSetting(code, "action '" + text + "', column " + (mark + 1), what, cure);
  }
}
