package io.github.sindy4j.io;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the equations of a model file; {@link ModelDetails} reads the rest. */
final class ModelReader {
  private static final String FAMILY = "sindy4j-model/";

  private final JsonValue file;

  ModelReader(JsonValue file) {
    this.file = file;
  }

  SavedModel read() {
    requireFormat();
    requireContinuous();
    Schema schema = schema();
    Library library = library(schema.inputNames());
    Matrix coefficients =
        file.member("coefficients", "one row of numbers for each state, one number for each term")
            .matrix(schema.states().size(), library.size(), false);
    return new ModelDetails(file).read(new SparseModel(schema, library, coefficients));
  }

  private void requireFormat() {
    JsonValue format = file.member("format", "\"format\": \"" + ModelFile.FORMAT + "\"");
    String text = format.text();
    if (text.startsWith(FAMILY) && !text.equals(ModelFile.FORMAT)) {
      throw format.bad(
          "unknown-version",
          "\"" + text + "\" is a version that this program does not know",
          "Use a newer sindy4j, or save the model as " + ModelFile.FORMAT);
    } else if (!text.equals(ModelFile.FORMAT)) {
      throw format.bad(
          "not-a-model",
          "\"" + text + "\" is not a model file",
          "Give a file whose format is \"" + ModelFile.FORMAT + "\"");
    }
  }

  private void requireContinuous() {
    Optional<JsonValue> time = file.find("time");
    if (time.isPresent() && !time.get().text().equals("continuous")) {
      throw time.get().expected("\"continuous\"");
    }
  }

  private Schema schema() {
    Map<String, String> units = file.find("units").map(JsonValue::texts).orElse(Map.of());
    Set<String> seen = new HashSet<>();
    JsonValue names = file.member("states", "the names of the states, such as [\"x\", \"y\"]");
    List<Variable> states = variables(names, units, seen);
    if (states.isEmpty()) {
      throw names.expected("an array of at least one name");
    }
    List<Variable> controls =
        file.find("controls").map(found -> variables(found, units, seen)).orElse(List.of());
    String time =
        file.find("timeColumn")
            .map(JsonValue::text)
            .orElseGet(
                () -> Stream.of("t", "time", "t_").filter(n -> !seen.contains(n)).findFirst().get());
    if (!seen.add(time) || time.isBlank()) {
      throw file.bad("duplicate-name", "the time cannot be called '" + time + "'", "Rename it");
    }
    return new Schema(new Variable(time, units.getOrDefault(time, "")), states, controls);
  }

  private static List<Variable> variables(
      JsonValue names, Map<String, String> units, Set<String> seen) {
    List<Variable> variables = new ArrayList<>();
    for (JsonValue element : names.elements()) {
      String name = element.text();
      if (name.isBlank()) {
        throw element.expected("a name");
      }
      if (!seen.add(name)) {
        throw element.bad(
            "duplicate-name", "the name '" + name + "' occurs twice", "Give each its own name");
      }
      variables.add(new Variable(name, units.getOrDefault(name, "")));
    }
    return variables;
  }

  private Library library(List<String> inputs) {
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
          "the name '" + name.get().text() + "' and the exponents " + monomial.exponents()
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
          "must have " + inputs.size() + " number(s), one for each of " + String.join(", ", inputs)
              + ", but has " + elements.size(),
          "States come first, then controls");
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
