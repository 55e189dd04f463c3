package io.github.sindy4j.basis;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * A recursive-descent parser.
 *
 * <pre>
 * sum    := ['+' | '-'] term (('+' | '-') term)*
 * term   := factor (('*' | '/' | nothing) factor)*     left to right; nothing means times
 * factor := '-' factor | atom [('^' | '**') exponent]
 * atom   := number | variable | function '(' sum ')' | '(' sum ')' | 'pi'
 * </pre>
 */
final class ExpressionParser {
  private static final int DEEPEST = 200;

  private final String text;
  private final List<String> variables;
  private final List<ScalarFunction> functions;
  private int position;
  private int depth;

  ExpressionParser(String text, List<String> variables, List<ScalarFunction> functions) {
    this.text = text;
    this.variables = variables;
    this.functions = new ArrayList<>(functions);
    this.functions.addAll(ScalarFunction.STANDARD);
  }

  Expression parse() {
    Expression parsed = sum();
    peek();
    if (position < text.length()) {
      throw error("'" + peek() + "' does not belong here", "Remove it, or check the parentheses");
    }
    return parsed;
  }

  private Expression sum() {
    descend();
    List<Expression> terms = new ArrayList<>();
    boolean minus = accept('-');
    if (!minus) {
      accept('+');
    }
    terms.add(minus ? negate(term()) : term());
    while (peek() == '+' || peek() == '-') {
      boolean negative = next() == '-';
      terms.add(negative ? negate(term()) : term());
    }
    depth--;
    Expression sum = Expression.sum(terms);
    if (!isFinite(sum)) {
      throw error(
          "a number is infinite or undefined",
          "Check divisions by zero, functions outside their domain and very large numbers");
    }
    return sum;
  }

  private void descend() {
    if (++depth > DEEPEST) {
      throw error("the expression is nested more than " + DEEPEST + " levels deep", "Simplify it");
    }
  }

  private static boolean isFinite(Expression e) {
    if (e instanceof Expression.Num n) {
      return Double.isFinite(n.value());
    } else if (e instanceof Expression.Sum s) {
      return s.terms().stream().allMatch(ExpressionParser::isFinite);
    } else if (e instanceof Expression.Product p) {
      return p.factors().stream().allMatch(ExpressionParser::isFinite);
    } else if (e instanceof Expression.Power p) {
      return Double.isFinite(p.exponent()) && isFinite(p.base());
    }
    return !(e instanceof Expression.Call c) || isFinite(c.argument());
  }

  private Expression term() {
    List<Expression> factors = new ArrayList<>();
    factors.add(factor());
    while (true) {
      char c = peek();
      if (c == '*') {
        next();
        factors.add(factor());
      } else if (c == '/') {
        next();
        factors.add(Expression.power(factor(), -1));
      } else if (c == '(' || c == '`' || Character.isLetter(c) || c == '_') {
        factors.add(factor());
      } else if (Character.isDigit(c)) {
        throw error("a number stands right after a factor", "Write '*' between them");
      } else {
        return Expression.product(factors);
      }
    }
  }

  private Expression factor() {
    if (accept('-')) {
      descend();
      Expression negated = negate(factor());
      depth--;
      return negated;
    }
    Expression base = atom();
    boolean power = accept('^');
    if (!power
        && peek() == '*'
        && position + 1 < text.length()
        && text.charAt(position + 1) == '*') {
      position += 2;
      power = true;
    }
    return power ? Expression.power(base, exponent()) : base;
  }

  private double exponent() {
    descend();
    boolean minus = accept('-');
    Expression value = atom();
    if (accept('^')) {
      value = Expression.power(value, exponent());
    }
    depth--;
    if (value instanceof Expression.Num n) {
      return minus ? -n.value() : n.value();
    }
    throw error("an exponent must be a number", "Write b^g as exp(g*log(b))");
  }

  private Expression atom() {
    char c = peek();
    if (c == '(') {
      next();
      Expression inner = sum();
      expect(')');
      return inner;
    } else if (Character.isDigit(c) || c == '.') {
      return Expression.number(number());
    } else if (c == '`') {
      return variable(quoted(), true);
    } else if (Character.isLetter(c) || c == '_') {
      return named(identifier());
    }
    throw error(
        c == 0
            ? "the expression ends where a value should stand"
            : "'" + c + "' stands where a value should",
        "Write a number, a variable of " + variables + ", or a function");
  }

  private Expression named(String name) {
    boolean followed = peek() == '(';
    for (ScalarFunction function : functions) {
      if (followed && function.name().equals(name)) {
        next();
        Expression argument = sum();
        expect(')');
        return Expression.call(function, argument);
      }
    }
    return variable(name, false);
  }

  private Expression variable(String name, boolean quoted) {
    int index = variables.indexOf(name);
    if (index >= 0) {
      return Expression.symbol(index, name);
    } else if (!quoted && name.equals("pi")) {
      return Expression.number(Math.PI);
    }
    throw error(
        "'" + name + "' is neither a variable nor a function",
        "Variables are "
            + variables
            + "; functions are "
            + functions.stream().map(ScalarFunction::name).toList());
  }

  private double number() {
    int start = position;
    digits();
    if (position < text.length() && text.charAt(position) == '.') {
      position++;
      digits();
    }
    exponentOfTen();
    String literal = text.substring(start, position);
    try {
      return Double.parseDouble(literal);
    } catch (NumberFormatException broken) {
      throw error("'" + literal + "' is not a number", "Write it like 0.5 or 1e-3");
    }
  }

  private void exponentOfTen() {
    if (position >= text.length() || Character.toLowerCase(text.charAt(position)) != 'e') {
      return;
    }
    int digit = position + 1;
    if (digit < text.length() && (text.charAt(digit) == '-' || text.charAt(digit) == '+')) {
      digit++;
    }
    if (digit < text.length() && Character.isDigit(text.charAt(digit))) {
      position = digit;
      digits();
    }
  }

  private void digits() {
    while (position < text.length() && Character.isDigit(text.charAt(position))) {
      position++;
    }
  }

  private String identifier() {
    int start = position;
    while (position < text.length() && Names.isPart(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    for (position++; position < text.length(); position++) {
      if (text.charAt(position) != '`') {
        name.append(text.charAt(position));
      } else if (position + 1 < text.length() && text.charAt(position + 1) == '`') {
        name.append(text.charAt(position++));
      } else {
        position++;
        return name.toString();
      }
    }
    throw error("a backquote is not closed", "Write names that are no identifiers as `name`");
  }

  private static Expression negate(Expression e) {
    return Expression.product(List.of(Expression.number(-1), e));
  }

  private char peek() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  private char next() {
    char c = peek();
    position++;
    return c;
  }

  private boolean accept(char c) {
    boolean found = peek() == c;
    position += found ? 1 : 0;
    return found;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("'" + c + "' is missing", "Close every parenthesis");
    }
  }

  private BadSetting error(String what, String cure) {
    return new BadSetting(
        "bad-expression", "expression '" + text + "', column " + (position + 1), what, cure);
  }
}
