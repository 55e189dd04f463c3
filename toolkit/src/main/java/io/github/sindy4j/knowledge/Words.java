package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.ScalarFunction;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Nearest;
import io.github.sindy4j.notice.Unsupported;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** The names that a statement may use: equations, terms, variables; with errors that help. */
final class Words {
  private static final int MOST_NEAR = 4;

  private final String statement;
  private final Library library;
  private final Sides sides;

  Words(String statement, Library library, Sides sides) {
    this.statement = statement;
    this.library = library;
    this.sides = sides;
  }

  /** The number of the equation of this name; {@code column} counts from 1. */
  int equation(String name, int column) {
    int equation = sides.equationNames().indexOf(name);
    if (equation >= 0) {
      return equation;
    }
    boolean isInput = sides.inputNames().contains(name);
    String role = sides instanceof Schema ? "a control" : "an input";
    throw error(
        "unknown-equation",
        column,
        isInput
            ? "'" + name + "' is " + role + ", which has no equation"
            : "there is no equation for '" + name + "'",
        "There is one for each of " + sides.equationNames());
  }

  /** The columns of dynamics; a function has no rates that a statement could be about. */
  static Schema ofRates(String statement, Sides sides) {
    if (sides instanceof Schema schema) {
      return schema;
    }
    throw new Unsupported(
        "needs-rates",
        "'" + statement + "'",
        "it is about rates, and a function has none",
        "State values of coefficients instead, like "
            + sides.equationNames().get(0)
            + ": "
            + sides.inputNames().get(0)
            + " = 1");
  }

  /** A formula of the variables of the library. */
  Expression formula(String text, int column) {
    List<ScalarFunction> functions =
        library.terms().stream().flatMap(term -> term.expression().functions().stream()).toList();
    try {
      return Expression.parse(text, library.variables(), functions);
    } catch (BadSetting broken) {
      int blanks = text.length() - text.stripLeading().length();
      throw error("bad-statement", column + blanks, broken.what(), broken.cure());
    }
  }

  /** The number of the term that reads like this formula; empty when there is none. */
  OptionalInt term(Expression formula) {
    int place = library.termNames().indexOf(formula.toString());
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** That a formula is no term of the library, with terms like it and libraries that hold it. */
  BadSetting unknownTerm(Expression formula, int column) {
    return error(
        "unknown-term",
        column,
        "'" + formula + "' is no term of the library",
        "Near it are " + String.join(", ", near(formula.toString())) + "; " + extension(formula));
  }

  /** How a library that holds the formula is asked for. */
  private String extension(Expression formula) {
    Library alone = Library.of(library.variables(), List.of(formula));
    Term term = alone.terms().get(0);
    int degree = term.exponents().stream().mapToInt(Integer::intValue).sum();
    return (term.isMonomial() && degree > 0 ? "polynomial:" + degree + " would hold it, or " : "")
        + "add +expr("
        + formula
        + ") to the library";
  }

  private List<String> near(String name) {
    return library.termNames().stream()
        .sorted(Comparator.comparingInt(other -> Nearest.distance(name, other)))
        .limit(MOST_NEAR)
        .toList();
  }

  /** A mistake at a column of the statement, counted from 1. */
  BadSetting error(String code, int column, String what, String cure) {
    return new BadSetting(code, "'" + statement + "', column " + column, what, cure);
  }
}
