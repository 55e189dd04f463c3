package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  private static final String HEAD =
      "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\", \"y\"], ";

  private static SparseModel model(String library, long seed) {
    Schema schema =
        new Schema(
            new Variable("time", "s"),
            List.of(new Variable("x", "m"), new Variable("pre y", "")),
            List.of(new Variable("u", "V")));
    var terms = LibrarySpec.parse(library).over(schema.inputNames());
    SplittableRandom random = new SplittableRandom(seed);
    double[] values =
        random
            .doubles(2L * terms.size())
            .map(v -> v < 0.3 ? 0 : (v - 0.6) * Math.pow(10, random.nextInt(-300, 300)))
            .toArray();
    return new SparseModel(schema, terms, Matrix.adopt(2, terms.size(), values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "polynomial:3",
        "fourier:2,scale=0.3",
        "polynomial:1 + expr(sin(0.1 x + 1/3)^2, 1/(1+x^2), exp(-x) u, x^0.5)",
        "polynomial:1 * fourier:1"
      })
  void modelsReadBackBitForBit(String library) {
    SparseModel model = model(library, 7);
    SavedModel saved =
        SavedModel.of(model)
            .withSettings(Map.of("library", library))
            .withNotices(
                List.of(Notice.warning("careful", "a \"quoted\" text with ẋ and \n a line")));
    SavedModel back = ModelFile.parse("model", ModelFile.json(saved).text());
    assertEquals(model.coefficients(), back.model().coefficients());
    assertEquals(model.library().terms(), back.model().library().terms());
    assertEquals(model.schema(), back.model().schema());
    assertEquals(saved.settings(), back.settings());
    assertEquals(saved.notices(), back.notices());
  }

  @Test
  void fourFieldsMakeAModel() {
    SavedModel saved =
        ModelFile.parse(
            "hand",
            HEAD
                + "\"terms\": [{\"name\": \"y x\"}, {\"exponents\": [2, 0]}, {\"name\": \"sin(x)\"}],"
                + " \"coefficients\": [[1, -2, 0], [0, 0, 0.5]], \"colour\": {\"of\": [\"cat\"]}}");
    assertEquals(List.of("x y", "x^2", "sin(x)"), saved.model().library().termNames());
    assertEquals(
        List.of("x' = 1.000 x y - 2.000 x^2", "y' = 0.5000 sin(x)"), saved.model().equations());
    assertTrue(saved.uncertainty().isEmpty());
  }

  @Test
  void timeMayBeAState() {
    String text =
        "{\"format\": \"sindy4j-model/1\", \"states\": [\"t\"], \"terms\": [{\"name\": \"1\"}],"
            + " \"coefficients\": [[1]]}";
    assertEquals("time", ModelFile.parse("clock", text).model().schema().time().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1]]} | coefficients | must have 2 row(s)",
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1], [1, 2]]} | coefficients[1] | one for each term",
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1], [null]]} | coefficients[1][0] | must be a number but is null",
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1], [1e999]]} | coefficients[1][0] | too large",
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1], [NaN]]} | line 1 | not JSON",
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1], [\"1\"]]} | coefficients[1][0] | the text \"1\"",
        "\"terms\": [{\"name\": \"x\"}], \"coefficients\": [[1], [1]]} {} | line 1 | more after its end",
        "\"terms\": [{\"name\": \"x y\"}, {\"name\": \"y x\"}], \"coefficients\": []} | terms[1] | occurs twice",
        "\"terms\": [{\"name\": \"z\"}], \"coefficients\": []} | terms[0].name | The variables are x, y",
        "\"terms\": [{\"name\": \"x+\"}], \"coefficients\": []} | terms[0].name | x+",
        "\"terms\": [{}], \"coefficients\": []} | terms[0] | \"name\" is missing",
        "\"terms\": [], \"coefficients\": []} | terms | at least one term",
        "\"terms\": [\"x\"], \"coefficients\": []} | terms[0] | must be an object",
        "\"terms\": [{\"name\": \"x\", \"exponents\": [0, 1]}], \"coefficients\": []} | terms[0] | different terms",
        "\"terms\": [{\"exponents\": [1]}], \"coefficients\": []} | terms[0].exponents | one for each of x, y",
        "\"terms\": [{\"exponents\": [1, -1]}], \"coefficients\": []} | terms[0].exponents[1] | at least 0",
        "\"terms\": [{\"exponents\": [1, 0.5]}], \"coefficients\": []} | terms[0].exponents[1] | whole number",
        "\"terms\": [{\"name\": \"x\"}]} | model.json | \"coefficients\" is missing",
        "\"time\": \"discrete\", \"terms\": [{\"name\": \"x\"}]} | time | \"continuous\"",
        "\"controls\": [\"x\"], \"terms\": [{\"name\": \"x\"}]} | controls[0] | occurs twice",
        "\"states\": [\"x\"]} | line 1 | Duplicate field",
      })
  void everyFaultIsNamedWithItsPlace(String rest, String place, String what) {
    BadData mistake = assertThrows(BadData.class, () -> ModelFile.parse("model.json", HEAD + rest));
    String message = String.valueOf(mistake.getMessage());
    assertTrue(message.startsWith("model.json"), message);
    assertTrue(message.contains(place), message);
    assertTrue(message.contains(what), message);
  }

  @Test
  void syntaxErrorsHaveLineAndColumn() {
    BadData mistake =
        assertThrows(
            BadData.class, () -> ModelFile.parse("model.json", "{\n  \"format\": oops\n}"));
    assertTrue(String.valueOf(mistake.getMessage()).startsWith("model.json, line 2, column"));
  }
}
