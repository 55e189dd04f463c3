package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.knowledge.StatementText.Item;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demand;
import java.util.List;
import java.util.TreeMap;

/** Finds what the items of a statement name: everything is brought to Σ factor · w = target. */
final class StatementParser {
  private final StatementText statement;
  private final Words words;
  private final Library library;
  private final TreeMap<Integer, Rational> entries = new TreeMap<>();
  private Rational target = Rational.ZERO;
  private boolean hasCoefficient;

  StatementParser(StatementText statement, Words words, Library library) {
    this.statement = statement;
    this.words = words;
    this.library = library;
  }

  Demand parse() {
    statement.left().forEach(item -> add(item, Rational.ONE));
    statement.right().forEach(item -> add(item, Rational.of(-1)));
    if (!hasCoefficient) {
      throw words.error(
          "bad-statement", 1, "it names no coefficient", "Write equation: term, like x: y = 10");
    }
    entries.values().removeIf(Rational::isZero);
    boolean isAtLeast = statement.relation().equals(">=");
    if (isAtLeast) {
      entries.replaceAll((k, value) -> value.negate());
      target = target.negate();
    }
    return new Demand(
        statement.text(),
        statement.relation().equals("=") ? Demand.Relation.EQUAL : Demand.Relation.AT_MOST,
        List.of(new Demand.Row(entries, target)),
        true);
  }

  private void add(Item item, Rational side) {
    Rational sign = item.isNegative() ? side.negate() : side;
    if (item.colon() < 0) {
      target = target.minus(sign.times(number(item.text(), item.column())));
      return;
    }
    String head = item.text().substring(0, item.colon()).stripTrailing();
    int nameStart = nameStart(head);
    String name = head.substring(nameStart);
    boolean quoted = name.startsWith("`");
    int equation =
        words.equation(
            quoted ? name.substring(1, name.length() - 1) : name, item.column() + nameStart);
    String factor = head.substring(0, nameStart).strip();
    String bare = factor.endsWith("*") ? factor.substring(0, factor.length() - 1) : factor;
    Rational value = bare.isBlank() ? Rational.ONE : number(bare, item.column());
    int position = equation * library.size() + term(item);
    entries.merge(position, sign.times(value), Rational::plus);
    hasCoefficient = true;
  }

  private int term(Item item) {
    int column = item.column() + item.colon() + 1;
    Expression formula = words.formula(item.text().substring(item.colon() + 1), column);
    boolean isNumber = formula instanceof Expression.Num;
    boolean isMultiple =
        formula instanceof Expression.Product product
            && product.factors().get(0) instanceof Expression.Num;
    if (words.term(formula).isEmpty() && (isMultiple || isNumber)) {
      throw words.error(
          "bad-statement",
          column,
          "'" + formula + "' is a multiple of a term",
          "Write the number before the equation, like 2 x: y, and the constant term as x: 1");
    }
    return words.term(formula).orElseThrow(() -> words.unknownTerm(formula, column));
  }

  /** Where the name of the equation begins, which ends the text before the colon. */
  private static int nameStart(String head) {
    if (head.endsWith("`")) {
      int open = head.lastIndexOf('`', head.length() - 2);
      return Math.max(0, open);
    }
    int start = head.length();
    while (start > 0 && isNamePart(head.charAt(start - 1))) {
      start--;
    }
    while (start < head.length()
        && (Character.isDigit(head.charAt(start)) || head.charAt(start) == '.')) {
      start++;
    }
    return start;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\'';
  }

  private Rational number(String text, int column) {
    try {
      if (Expression.parse(text, List.of()) instanceof Expression.Num number) {
        return Rational.simplest(number.value());
      }
    } catch (BadSetting notConstant) {
      // Said below, with the column in the statement.
    }
    throw words.error(
        "bad-statement",
        column + leadingBlanks(text),
        "'" + text.strip() + "' is neither a number nor 'equation: term'",
        "Write like 2 x: y z = 3; a term that is a sum stands in parentheses");
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }
}
