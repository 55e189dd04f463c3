package io.github.sindy4j.io;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the terms of a model or a function. */
final class ModelTerms {
  private ModelTerms() {}

  static Library library(JsonValue file, List<String> inputs) {
    JsonValue terms =
        file.member("terms", "the terms, such as [{\"name\": \"x^2 y\", \"exponents\": [2, 1]}]");
    List<JsonValue> elements = terms.elements();
    if (elements.isEmpty()) {
      throw terms.expected("an array of at least one term");
    }
    List<Expression> functions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonValue element : elements) {
      Term term = term(element, inputs);
      if (!names.add(term.name())) {
        throw element.bad(
            "duplicate-term",
            "the term '" + term.name() + "' occurs twice",
            "Add the two coefficients, and leave one of the terms out");
      }
      functions.add(term.expression());
    }
    return Library.of(inputs, functions);
  }

  private static Term term(JsonValue element, List<String> inputs) {
    Optional<JsonValue> name = element.find("name");
    Optional<JsonValue> exponents = element.find("exponents");
    if (exponents.isEmpty()) {
      return named(element.member("name", "the term's name, such as \"x^2 y\""), inputs);
    }
    Term monomial = monomial(exponents.get(), inputs);
    if (name.isPresent() && !named(name.get(), inputs).exponents().equals(monomial.exponents())) {
      throw element.bad(
          "term-contradicts",
          "the name '"
              + name.get().text()
              + "' and the exponents "
              + monomial.exponents()
              + " are different terms",
          "Leave one of the two out, or mend it");
    }
    return monomial;
  }

  private static Term named(JsonValue name, List<String> inputs) {
    try {
      return single(Expression.parse(name.text(), inputs), inputs);
    } catch (BadSetting broken) {
      throw name.bad(
          "bad-term",
          String.valueOf(broken.getMessage()),
          "The variables are " + String.join(", ", inputs));
    }
  }

  private static Term monomial(JsonValue exponents, List<String> inputs) {
    List<JsonValue> elements = exponents.elements();
    if (elements.size() != inputs.size()) {
      throw exponents.bad(
          "wrong-shape",
          "must have "
              + inputs.size()
              + " number(s), one for each of "
              + String.join(", ", inputs)
              + ", but has "
              + elements.size(),
          "They stand in this order");
    }
    List<Expression> factors = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      int exponent = elements.get(i).whole();
      if (exponent < 0) {
        throw elements.get(i).expected("a whole number of at least 0");
      }
      factors.add(Expression.power(Expression.symbol(i, inputs.get(i)), exponent));
    }
    return single(Expression.product(factors), inputs);
  }

  private static Term single(Expression function, List<String> inputs) {
    return Library.of(inputs, List.of(function)).terms().get(0);
  }
}
