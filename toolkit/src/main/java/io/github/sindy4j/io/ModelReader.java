package io.github.sindy4j.io;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.SparseModel;
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
    Library library = ModelTerms.library(file, schema.inputNames());
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
    } else if (text.equals(FunctionFile.FORMAT)) {
      throw format.bad(
          "no-dynamics",
          "it holds a function y = F(x), which has no time",
          "'sindy4j discover' takes it; give a model that fit wrote");
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
                () ->
                    Stream.of("t", "time", "t_").filter(n -> !seen.contains(n)).findFirst().get());
    if (!seen.add(time) || time.isBlank()) {
      throw file.bad("duplicate-name", "the time cannot be called '" + time + "'", "Rename it");
    }
    return new Schema(new Variable(time, units.getOrDefault(time, "")), states, controls);
  }

  static List<Variable> variables(JsonValue names, Map<String, String> units, Set<String> seen) {
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
}
