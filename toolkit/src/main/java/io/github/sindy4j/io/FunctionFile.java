package io.github.sindy4j.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Functions y = W θ(x) as JSON files, format {@value #FORMAT}.
 *
 * <p>The fields are those of a model file, with {@code inputs} and {@code outputs} in place of
 * states and controls. Coefficients read back bit for bit. A file that holds just {@code format},
 * {@code inputs}, {@code outputs}, {@code terms} and {@code coefficients}, typed by hand, is a
 * function too; fields that are not known are passed over. The schema is the resource {@code
 * schema/function.schema.json} beside this class.
 */
public final class FunctionFile {
  /** What the field {@code format} says. */
  public static final String FORMAT = "sindy4j-function/1";

  private FunctionFile() {}

  /** The function as a JSON object. */
  public static JsonObject json(SavedFunction function) {
    return new FunctionJson(function).write();
  }

  /** Writes a file, whole or not at all; an existing file is refused unless {@code overwrite}. */
  public static void write(SavedFunction function, Path target, boolean overwrite) {
    Output.write(target, overwrite, json(function)::writeTo);
  }

  /** Whether a file says that it holds a function; throws where it is no JSON. */
  public static boolean isFunction(Path path) {
    return JsonTree.read(path).find("format").filter(f -> FORMAT.equals(f.value())).isPresent();
  }

  /** Reads a file. */
  public static SavedFunction read(Path path) {
    return new FunctionReader(JsonTree.read(path)).read();
  }

  /** Reads the text of a file; {@code name} stands for it in messages. */
  public static SavedFunction parse(String name, String text) {
    Place place = new Place(name);
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return new FunctionReader(JsonTree.read(place, in)).read();
    } catch (IOException e) {
      throw place.bad("unreadable", Place.reason(e), "Give the text of a function file", e);
    }
  }
}
