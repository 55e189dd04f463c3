package io.github.sindy4j.io;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.FunctionModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads function files. */
final class FunctionReader {
  private static final String FAMILY = "sindy4j-function/";

  private final JsonValue file;

  FunctionReader(JsonValue file) {
    this.file = file;
  }

  SavedFunction read() {
    requireFormat();
    FunctionSchema schema = schema();
    Library library = ModelTerms.library(file, schema.inputNames());
    Matrix w =
        file.member("coefficients", "one row of numbers for each output, one number for each term")
            .matrix(schema.outputs().size(), library.size(), false);
    ModelDetails details = new ModelDetails(file);
    int outputs = schema.outputs().size();
    return new SavedFunction(
        new FunctionModel(schema, library, w),
        details.uncertainty(w.rows(), w.cols()),
        file.find("scores").map(s -> scores(s, outputs)).orElse(SavedFunction.Scores.NONE),
        details.enforcement(),
        file.find("recovery").map(RecoveryJson::read),
        file.find("promotion").map(PromotionJson::read),
        file.find("path").map(ModelDetails::path).orElse(List.of()),
        file.find("settings").map(JsonValue::texts).orElse(Map.of()),
        details.notices(),
        file.find("outcome").map(JsonValue::text),
        file.find("data").map(FunctionReader::data),
        file.find("region").map(r -> ModelDetails.region(r, schema.inputNames())));
  }

  private void requireFormat() {
    JsonValue format = file.member("format", "\"format\": \"" + FunctionFile.FORMAT + "\"");
    String text = format.text();
    if (text.startsWith(FAMILY) && !text.equals(FunctionFile.FORMAT)) {
      throw format.bad(
          "unknown-version",
          "\"" + text + "\" is a version that this program does not know",
          "Use a newer sindy4j, or save the function as " + FunctionFile.FORMAT);
    } else if (!text.equals(FunctionFile.FORMAT)) {
      throw format.bad(
          "not-a-function",
          "\"" + text + "\" is not a function file",
          "Give a file whose format is \"" + FunctionFile.FORMAT + "\"");
    }
  }

  private FunctionSchema schema() {
    Map<String, String> units = file.find("units").map(JsonValue::texts).orElse(Map.of());
    Set<String> seen = new HashSet<>();
    List<Variable> inputs = variables("inputs", units, seen);
    return new FunctionSchema(inputs, variables("outputs", units, seen));
  }

  private List<Variable> variables(String field, Map<String, String> units, Set<String> seen) {
    JsonValue names = file.member(field, "the names of the " + field + ", such as [\"a\", \"b\"]");
    List<Variable> variables = ModelReader.variables(names, units, seen);
    if (variables.isEmpty()) {
      throw names.expected("an array of at least one name");
    }
    return variables;
  }

  private static SavedFunction.Scores scores(JsonValue scores, int outputs) {
    return new SavedFunction.Scores(
        scores.find("outputs").map(s -> ModelDetails.score(s, outputs)),
        scores.find("heldOut").map(s -> ModelDetails.score(s, outputs)),
        scores
            .find("validation")
            .map(
                other ->
                    new SavedFunction.Validation(
                        other.member("data", "the name of the samples").text(),
                        ModelDetails.score(
                            other.member("outputs", "the score of the outputs"), outputs))));
  }

  private static SavedFunction.Data data(JsonValue data) {
    return new SavedFunction.Data(
        data.member("name", "the name of the samples").text(),
        data.member("samples", "the number of samples").whole(),
        data.member("points", "the number of different points").whole());
  }
}
