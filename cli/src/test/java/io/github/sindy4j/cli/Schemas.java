package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.sindy4j.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The schemas that come with the toolkit. */
final class Schemas {
  private Schemas() {}

  static void requireValid(String schema, String json) {
    assertEquals(List.of(), load(schema).validate(json, InputFormat.JSON), json);
  }

  static boolean isValid(String schema, String json) {
    return load(schema).validate(json, InputFormat.JSON).isEmpty();
  }

  private static Schema load(String name) {
    String resource = "schema/" + name + ".schema.json";
    try (InputStream in = Objects.requireNonNull(ModelFile.class.getResourceAsStream(resource))) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
