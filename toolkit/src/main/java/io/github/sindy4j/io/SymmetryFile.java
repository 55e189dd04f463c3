package io.github.sindy4j.io;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.GroupElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Generators and discrete transformations as JSON files, format {@value #FORMAT}:
 *
 * <pre>
 * {"variables": ["x", "y"],
 *  "generators": [{"name": "rotation", "field": ["-y", "x"]}, {"matrix": [[0, -1], [1, 0]]}],
 *  "elements": [{"name": "mirror", "domain": [[-1, 0], [0, 1]], "fibre": [[-1, 0], [0, 1]]}]}
 * </pre>
 *
 * <p>{@code variables} are columns of the data, by default all of them, states before controls;
 * others stay. A matrix is A, or [A | a] of v(x) = A x + a. An element is F(A x) = B F(x): {@code
 * domain} A, and {@code fibre} B on the states among the variables, by default as A moves them.
 * {@code format} may be left out. The schema is the resource {@code schema/symmetry.schema.json}
 * beside this class.
 */
public final class SymmetryFile {
  /** What the field {@code format} says. */
  public static final String FORMAT = "sindy4j-symmetry/1";

  private SymmetryFile() {}

  /**
   * Reads a file as an action over these states and controls; it serves {@link Action#parse} as
   * {@link io.github.sindy4j.symmetry.ActionFiles}. Throws {@link
   * io.github.sindy4j.notice.BadData}.
   */
  public static Action read(String path, List<String> states, List<String> controls) {
    return new SymmetryReader(JsonTree.read(Path.of(path)), states, controls).read(path);
  }

  /**
   * The same; polynomial generators that are not closed under the bracket are refused, and the
   * message offers their closure: what is enforced holds for the brackets, too.
   */
  public static Action readAlgebra(String path, List<String> states, List<String> controls) {
    return new SymmetryReader(JsonTree.read(Path.of(path)), states, controls).readAlgebra(path);
  }

  /** Reads the text of a file; {@code name} stands for it in messages. */
  public static Action parse(String name, String text, List<String> states, List<String> controls) {
    Place place = new Place(name);
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return new SymmetryReader(JsonTree.read(place, in), states, controls).read(name);
    } catch (IOException e) {
      throw place.bad("unreadable", Place.reason(e), "Give the text of a symmetry file", e);
    }
  }

  /** The action as a JSON object. */
  public static JsonObject json(Action action) {
    JsonObject json = JsonObject.empty().with("format", FORMAT);
    List<Generator> generators = action.generators();
    List<GroupElement> elements = action.elements();
    if (!generators.isEmpty()) {
      json = json.withTexts("variables", generators.get(0).variables());
    } else if (!elements.isEmpty()) {
      json = json.withTexts("variables", elements.get(0).variables());
    }
    return json.withObjects("generators", generators.stream().map(SymmetryFile::json).toList())
        .withObjects("elements", elements.stream().map(SymmetryFile::json).toList());
  }

  private static JsonObject json(Generator v) {
    return JsonObject.empty()
        .with("name", v.name())
        .withTexts("field", v.components().stream().map(Expression::toString).toList());
  }

  private static JsonObject json(GroupElement h) {
    return JsonObject.empty()
        .with("name", h.name())
        .with("domain", h.domain())
        .with("fibre", h.fibre());
  }

  /** Writes a file, whole or not at all; an existing file is refused unless {@code overwrite}. */
  public static void write(Action action, Path target, boolean overwrite) {
    Output.write(target, overwrite, json(action)::writeTo);
  }
}
