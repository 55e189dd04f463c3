package io.github.sindy4j.io;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a JSON file, which knows where it stands, so that every complaint names the place.
 *
 * @param file the file
 * @param path such as {@code terms[3].name}; empty for the whole
 * @param value String, Double, Long, Boolean, {@link JsonObject.Null}, JsonObject or List
 */
record JsonValue(Place file, String path, Object value) {
  private static final String CURE = "docs/model-file.md describes the format";

  BadData bad(String code, String what, String cure) {
    return new BadData(code, file.text() + (path.isEmpty() ? "" : ", " + path), what, cure);
  }

  BadData expected(String what) {
    return bad("wrong-value", "must be " + what + " but is " + kind(), CURE);
  }

  private String kind() {
    if (value instanceof String text) {
      return text.length() > 30 ? "a long text" : "the text \"" + text + "\"";
    } else if (value instanceof List<?> list) {
      return "an array of " + list.size();
    } else if (value instanceof JsonObject) {
      return "an object";
    }
    return value == JsonObject.Null.NULL ? "null" : value.toString();
  }

  /** A member that must be there. */
  JsonValue member(String name, String meaning) {
    return find(name)
        .orElseThrow(
            () -> bad("missing-field", "the field \"" + name + "\" is missing", "Add " + meaning));
  }

  /** A member that may be there; null counts as absent. */
  Optional<JsonValue> find(String name) {
    if (!(value instanceof JsonObject object)) {
      throw expected("an object");
    }
    Object found = object.members().getOrDefault(name, JsonObject.Null.NULL);
    String at = path.isEmpty() ? name : path + "." + name;
    return found == JsonObject.Null.NULL
        ? Optional.empty()
        : Optional.of(new JsonValue(file, at, found));
  }

  String text() {
    if (!(value instanceof String text)) {
      throw expected("a text");
    }
    return text;
  }

  double number() {
    if (!(value instanceof Double number)) {
      throw expected("a number");
    }
    if (!Double.isFinite(number)) {
      throw bad("not-finite", "the number is too large", "Numbers reach up to 1.8e308");
    }
    return number;
  }

  /** A number, or null for one that is not known. */
  double numberOrNan() {
    return value == JsonObject.Null.NULL ? Double.NaN : number();
  }

  int whole() {
    double number = number();
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw expected("a whole number");
    }
    return (int) number;
  }

  boolean flag() {
    if (!(value instanceof Boolean flag)) {
      throw expected("true or false");
    }
    return flag;
  }

  List<JsonValue> elements() {
    if (!(value instanceof List<?> list)) {
      throw expected("an array");
    }
    List<JsonValue> elements = new ArrayList<>();
    for (Object element : list) {
      elements.add(new JsonValue(file, path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  /** The members by name, texts and numbers alike as text. */
  Map<String, String> texts() {
    if (!(value instanceof JsonObject object)) {
      throw expected("an object");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object.members().forEach((name, member) -> texts.put(name, member.toString()));
    return texts;
  }

  /** An array of {@code size} numbers; null is NaN where that is allowed. */
  Vec vec(int size, String one, boolean nullable) {
    List<JsonValue> elements = elements();
    if (elements.size() != size) {
      throw bad(
          "wrong-shape",
          "must have " + size + " number(s), one for each " + one + ", but has " + elements.size(),
          CURE);
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = nullable ? elements.get(i).numberOrNan() : elements.get(i).number();
    }
    return Vec.adopt(values);
  }

  /** An array of rows of numbers. */
  Matrix matrix(int rows, int cols, boolean nullable) {
    List<JsonValue> elements = elements();
    if (elements.size() != rows) {
      throw bad(
          "wrong-shape",
          "must have " + rows + " row(s), one for each state, but has " + elements.size(),
          CURE);
    }
    double[] values = new double[rows * cols];
    for (int i = 0; i < rows; i++) {
      double[] row = elements.get(i).vec(cols, "term", nullable).toArray();
      System.arraycopy(row, 0, values, i * cols, cols);
    }
    return Matrix.adopt(rows, cols, values);
  }
}
