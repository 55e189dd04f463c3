package io.github.sindy4j.io;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON that people can read too: a member a line; what holds nothing but single values
 * stands on one line inside an array.
 */
final class JsonWriter {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private final Appendable out;

  JsonWriter(Appendable out) {
    this.out = out;
  }

  void write(JsonObject object) throws IOException {
    object(object, 0);
    out.append('\n');
  }

  private void value(Object value, int depth) throws IOException {
    if (value instanceof JsonObject object) {
      object(object, depth);
    } else if (value instanceof List<?> list) {
      array(list, depth);
    } else if (value instanceof String text) {
      quoted(text);
    } else {
      out.append(value == JsonObject.Null.NULL ? "null" : value.toString());
    }
  }

  private void object(JsonObject object, int depth) throws IOException {
    String before = "{";
    for (Map.Entry<String, Object> member : object.members().entrySet()) {
      out.append(before);
      before = ",";
      line(depth + 1);
      quoted(member.getKey());
      out.append(": ");
      value(member.getValue(), depth + 1);
    }
    if (object.members().isEmpty()) {
      out.append("{");
    } else {
      line(depth);
    }
    out.append('}');
  }

  private void array(List<?> list, int depth) throws IOException {
    boolean flat = list.stream().noneMatch(v -> v instanceof List || v instanceof JsonObject);
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : flat ? ", " : ",");
      if (flat) {
        value(list.get(i), depth);
      } else {
        line(depth + 1);
        element(list.get(i), depth + 1);
      }
    }
    if (!flat) {
      line(depth);
    }
    out.append(']');
  }

  private void element(Object element, int depth) throws IOException {
    if (element instanceof JsonObject object && isFlat(object)) {
      String before = "{";
      for (Map.Entry<String, Object> member : object.members().entrySet()) {
        out.append(before);
        before = ", ";
        quoted(member.getKey());
        out.append(": ");
        value(member.getValue(), depth);
      }
      out.append(before.equals("{") ? "{}" : "}");
    } else {
      value(element, depth);
    }
  }

  private static boolean isFlat(JsonObject object) {
    return object.members().values().stream()
        .noneMatch(
            v ->
                v instanceof JsonObject
                    || (v instanceof List<?> list
                        && list.stream()
                            .anyMatch(e -> e instanceof List || e instanceof JsonObject)));
  }

  private void line(int depth) throws IOException {
    out.append('\n');
    out.append("  ".repeat(depth));
  }

  private void quoted(String text) throws IOException {
    out.append('"');
    out.append(new String(ENCODER.quoteAsString(text)));
    out.append('"');
  }
}
