package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.symmetry.Action;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetryFileTest {
  private static final List<String> XY = List.of("x", "y");

  private static Action parse(String json) {
    return SymmetryFile.parse("f.json", json.replace('\'', '"'), XY, List.of("u"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so(2) on (x,y)",
        "aff(2) and reflection(-x,y) and reversal(x,-y)",
        "scaling(x:1/3,y:-0.1) and field(x: sin(2 y)/(1 + x^2), u: x u)",
        "swap(x | y)"
      })
  void whatIsWrittenReadsBackBitForBit(String text) throws IOException {
    Action action = Action.parse(text, XY, List.of("u"));
    String json = SymmetryFile.json(action).text();
    Action back = SymmetryFile.parse(text, json, XY, List.of("u"));
    assertEquals(action, back);
    assertEquals(List.of(), schema().validate(json, InputFormat.JSON));
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SymmetryFile.class.getResourceAsStream("schema/symmetry.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  @Test
  void theExampleOfTheDocumentationIsReadAndValid() throws IOException {
    String json =
        """
        {"variables": ["x", "y"],
         "generators": [{"name": "rotation", "field": ["-y", "x"]}, {"matrix": [[1, 0, 2], [0, 1, 3]]}],
         "elements": [{"name": "mirror", "domain": [[-1, 0], [0, 1]], "fibre": [[1, 0], [0, -1]]}]}
        """;
    Action action = parse(json);
    assertEquals(
        List.of(
            "rotation: -y ∂/∂x + x ∂/∂y",
            "(2 + x) ∂/∂x + (3 + y) ∂/∂y: (2 + x) ∂/∂x + (3 + y) ∂/∂y"),
        action.generators().stream().map(Generator::toString).toList());
    assertEquals("mirror", action.elements().get(0).name());
    assertEquals(
        Matrix.ofRows(new double[][] {{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
        action.elements().get(0).domain());
    assertEquals(Matrix.ofRows(new double[][] {{1, 0}, {0, -1}}), action.elements().get(0).fibre());
    assertEquals(List.of(), schema().validate(json, InputFormat.JSON));
    assertTrue(!schema().validate("{\"variables\": []}", InputFormat.JSON).isEmpty());
  }

  @Test
  void variablesMayStandInAnyOrderAndOthersStay() {
    Action action =
        parse(
            "{'variables': ['y', 'x'], 'generators': [{'name': 'r', 'matrix': [[0, -1], [1, 0]]}],"
                + " 'elements': [{'domain': [[2, 0], [0, 1]]}]}");
    assertEquals("y ∂/∂x - x ∂/∂y", action.generators().get(0).text());
    assertEquals(
        Matrix.ofRows(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 1}}),
        action.elements().get(0).domain());
    // The fibre is the part on the states, unless the file says otherwise.
    assertEquals(Matrix.ofRows(new double[][] {{1, 0}, {0, 2}}), action.elements().get(0).fibre());
    assertEquals("elements[0]", action.elements().get(0).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; no-symmetry; f.json: it holds neither generators nor elements",
        "{'format': 'sindy4j-model/1'}; not-a-symmetry; f.json, format: ",
        "{'variables': ['x', 'q']}; unknown-column; f.json, variables[1]: the data have no column 'q'. Columns are x, y, u",
        "{'variables': ['x', 'x']}; repeated-column; f.json, variables[1]: 'x' occurs twice",
        "{'generators': [{'name': 'r'}]}; missing-field; f.json, generators[0]: it has neither field nor matrix",
        "{'generators': [{'field': ['x'], 'matrix': [[1]]}]}; two-fields; f.json, generators[0]",
        "{'generators': [{'field': ['-y', 'x']}]}; wrong-shape; f.json, generators[0].field: must have 3 formulas, one for each variable, but has 2. The variables are x, y, u",
        "{'variables': ['x', 'y'], 'generators': [{'field': ['-y', 'x +']}]}; bad-expression; f.json, generators[0].field[1]: expression 'x +', column 4",
        "{'variables': ['x', 'y'], 'generators': [{'field': ['-y', 3]}]}; wrong-value; f.json, generators[0].field[1]: must be a text but is 3",
        "{'variables': ['x', 'y'], 'generators': [{'field': ['u', '0']}]}; control-moves-state; f.json, generators[0]: it moves the state 'x' by the control 'u'",
        "{'variables': ['x', 'y'], 'generators': [{'matrix': [[1, 0]]}]}; wrong-shape; f.json, generators[0].matrix: must have 2 rows",
        "{'variables': ['x', 'y'], 'generators': [{'matrix': [[1], [0]]}]}; wrong-shape; f.json, generators[0].matrix: must have rows of [2, 3] numbers",
        "{'variables': ['x', 'y'], 'generators': [{'matrix': [[1, 0], [0]]}]}; wrong-shape; f.json, generators[0].matrix[1]",
        "{'variables': ['x', 'y'], 'elements': [{'name': 'h'}]}; missing-field; f.json, elements[0]: the field \"domain\" is missing",
        "{'variables': ['x', 'y'], 'elements': [{'domain': [[1, 1], [1, 1]]}]}; singular-matrix; f.json, elements[0].domain",
        "{'variables': ['x', 'u'], 'elements': [{'domain': [[0, 1], [1, 0]]}]}; control-moves-state; f.json, elements[0].domain: it mixes 'x' and 'u'",
        "{'variables': ['x', 'u'], 'elements': [{'domain': [[1, 0], [0, -1]], 'fibre': [[1, 0], [0, 1]]}]}; wrong-shape; f.json, elements[0].fibre: must have 1 rows, one for each state among the variables",
        "{'generators': 3}; wrong-value; f.json, generators: must be an array",
        "{'generators': ; not-json; f.json, line 1"
      })
  void mistakesNameTheFileAndThePlace(String json, String code, String words) {
    BadData refused = assertThrows(BadData.class, () -> parse(json));
    assertEquals(code, refused.code(), refused.getMessage());
    assertTrue(refused.getMessage().startsWith(words), refused.getMessage());
  }

  @Test
  void filesAreNamedInActions(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("spin.json");
    Action spin = Action.parse("so(2) on (x,y)", XY, List.of());
    SymmetryFile.write(spin, file, false);
    assertTrue(Files.readString(file).contains("sindy4j-symmetry/1"));
    Action read = Action.parse(file + " and reflection(-x)", XY, List.of(), SymmetryFile::read);
    assertEquals(spin.generators(), read.generators());
    assertEquals(1, read.elements().size());
    BadData missing =
        assertThrows(
            BadData.class, () -> Action.parse("no.json", XY, List.of(), SymmetryFile::read));
    assertEquals("no-such-file", missing.code());
  }
}
