package io.github.sindy4j.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Models as JSON files, format {@value #FORMAT}.
 *
 * <p>Coefficients read back bit for bit. A file that holds just {@code format}, {@code states},
 * {@code terms} and {@code coefficients}, typed by hand, is a model too; fields that are not known
 * are passed over. The schema is the resource {@code schema/model.schema.json} beside this class.
 */
public final class ModelFile {
  /** What the field {@code format} says. */
  public static final String FORMAT = "sindy4j-model/1";

  private ModelFile() {}

  /** The model as a JSON object. */
  public static JsonObject json(SavedModel model) {
    return new ModelJson(model).write();
  }

  /** Writes a file, whole or not at all; an existing file is refused unless {@code overwrite}. */
  public static void write(SavedModel model, Path target, boolean overwrite) {
    Output.write(target, overwrite, json(model)::writeTo);
  }

  /** Reads a file. */
  public static SavedModel read(Path path) {
    return new ModelReader(JsonTree.read(path)).read();
  }

  /** Reads the text of a model file; {@code name} stands for it in messages. */
  public static SavedModel parse(String name, String text) {
    Place place = new Place(name);
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return new ModelReader(JsonTree.read(place, in)).read();
    } catch (IOException e) {
      throw place.bad("unreadable", Place.reason(e), "Give the text of a model file", e);
    }
  }
}
