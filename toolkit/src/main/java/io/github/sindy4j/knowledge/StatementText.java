package io.github.sindy4j.knowledge;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement cut at its relation and at the signs between its items, outside parentheses and
 * backquotes.
 *
 * @param text the whole
 * @param relation {@code =}, {@code <=} or {@code >=}
 * @param left the items of the left side
 * @param right the items of the right side
 */
record StatementText(String text, String relation, List<Item> left, List<Item> right) {
  /**
   * One summand.
   *
   * @param text without its sign
   * @param isNegative whether its sign is −
   * @param column where it begins, counted from 1
   * @param colon where its colon is in {@code text}; −1 when it has none
   */
  record Item(String text, boolean isNegative, int column, int colon) {}

  /** Cuts a statement. */
  static StatementText of(String text) {
    return new Cutter(text).cut();
  }

  private static final class Cutter {
    private final String text;
    private final List<List<Item>> sides = new ArrayList<>(List.of(new ArrayList<>()));
    private String relation = "";
    private int start;
    private int colon = -1;
    private boolean negative;

    Cutter(String text) {
      this.text = text;
    }

    StatementText cut() {
      int depth = 0;
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '`') {
          int end = text.indexOf('`', at + 1);
          at = end < 0 ? text.length() : end + 1;
          continue;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        int length = depth == 0 ? relationAt(at) : 0;
        if (length > 0) {
          relate(at, length);
          at += length;
          continue;
        } else if (depth == 0 && c == ':') {
          if (colon >= 0) {
            throw error(at, "there is a second ':'", "Join coefficients by + or -");
          }
          colon = at - start;
        } else if (depth == 0 && (c == '+' || c == '-') && separates(at)) {
          finish(at);
          negative = c == '-';
          start = at + 1;
        }
        at++;
      }
      finish(text.length());
      if (relation.isEmpty()) {
        throw error(
            text.length(),
            "there is no '=', '<=' or '>='",
            "Write a statement like x: y = 10 or z: z <= 0");
      }
      return new StatementText(text, relation, sides.get(0), sides.get(1));
    }

    private int relationAt(int at) {
      char c = text.charAt(at);
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (c == '<' || c == '>') {
        if (next != '=') {
          throw error(at, "'" + c + "' alone cannot be demanded", "Write '" + c + "='");
        }
        return 2;
      }
      return c == '=' || c == '≤' || c == '≥' ? 1 : 0;
    }

    private void relate(int at, int length) {
      if (!relation.isEmpty()) {
        throw error(
            at,
            "there is a second relation",
            "Write one '=', '<=' or '>=' in a statement; give several statements one by one");
      }
      finish(at);
      String found = text.substring(at, at + length);
      relation = found.equals("≤") ? "<=" : found.equals("≥") ? ">=" : found;
      sides.add(new ArrayList<>());
      start = at + length;
      negative = false;
    }

    /** Whether a sign at this place stands between items, or before the first of a side. */
    private boolean separates(int at) {
      int before = at - 1;
      while (before >= start && Character.isWhitespace(text.charAt(before))) {
        before--;
      }
      if (before < start) {
        return sides.get(sides.size() - 1).isEmpty() && !negative;
      }
      char c = text.charAt(before);
      return "^*/:".indexOf(c) < 0 && !isExponentOfTen(before, at);
    }

    /** Whether the sign belongs to a number like 1e-3. */
    private boolean isExponentOfTen(int before, int at) {
      int digit = before - 1;
      boolean letter = before == at - 1 && Character.toLowerCase(text.charAt(before)) == 'e';
      while (letter
          && digit >= start
          && (Character.isDigit(text.charAt(digit)) || text.charAt(digit) == '.')) {
        digit--;
      }
      boolean word =
          digit >= start
              && (Character.isLetterOrDigit(text.charAt(digit)) || text.charAt(digit) == '_');
      return letter && digit < before - 1 && !word;
    }

    private void finish(int end) {
      List<Item> side = sides.get(sides.size() - 1);
      String item = text.substring(start, end);
      if (!item.isBlank()) {
        side.add(new Item(item, negative, start + 1, colon));
      } else if (!(side.isEmpty() && isSignAt(end) && !negative)) {
        throw error(
            Math.min(end, text.length()),
            "a coefficient or a number is missing",
            "Write a statement like x: x + x: y = 0");
      }
      colon = -1;
      negative = false;
    }

    private boolean isSignAt(int at) {
      return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    }

    private BadSetting error(int at, String what, String cure) {
      return new BadSetting("bad-statement", "'" + text + "', column " + (at + 1), what, cure);
    }
  }
}
