package io.github.sindy4j.io;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One JSON object for other programs to read. Immutable; members keep their order.
 *
 * <p>Numbers are written so that they read back bit for bit. JSON has no word for what is not a
 * finite number: NaN and infinities are written as {@code null}.
 */
public final class JsonObject {
  /** Stands for {@code null} in the tree. */
  enum Null {
    NULL
  }

  private static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, Object> members;

  private JsonObject(Map<String, Object> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /** The object without members. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** The same with a text. */
  public JsonObject with(String name, String value) {
    return put(name, value);
  }

  /** The same with a number. */
  public JsonObject with(String name, double value) {
    return put(name, number(value));
  }

  /** The same with a whole number. */
  public JsonObject with(String name, long value) {
    return put(name, value);
  }

  /** The same with a truth value. */
  public JsonObject with(String name, boolean value) {
    return put(name, value);
  }

  /** The same with an object. */
  public JsonObject with(String name, JsonObject value) {
    return put(name, value);
  }

  /** The same with an object, or {@code null} where there is none. */
  public JsonObject with(String name, Optional<JsonObject> value) {
    return value.isPresent() ? put(name, value.get()) : withNull(name);
  }

  /** The same with {@code null}. */
  public JsonObject withNull(String name) {
    return put(name, Null.NULL);
  }

  /** The same with an array of numbers. */
  public JsonObject with(String name, Vec values) {
    return put(name, numbers(values));
  }

  /** The same with an array of arrays of numbers, row by row. */
  public JsonObject with(String name, Matrix values) {
    return put(
        name,
        IntStream.range(0, values.rows()).<Object>mapToObj(i -> numbers(values.row(i))).toList());
  }

  /** The same with an array of texts. */
  public JsonObject withTexts(String name, List<String> values) {
    return put(name, List.copyOf(values));
  }

  /** The same with an array of whole numbers. */
  public JsonObject withIntegers(String name, List<Integer> values) {
    return put(name, values.stream().<Object>map(Integer::longValue).toList());
  }

  /** The same with an array of objects. */
  public JsonObject withObjects(String name, List<JsonObject> values) {
    return put(name, List.copyOf(values));
  }

  /** The same with an object of texts. */
  public JsonObject withTexts(String name, Map<String, String> values) {
    return put(name, new JsonObject(new LinkedHashMap<>(values)));
  }

  /**
   * The members, in order: String, Double, Long, Boolean, {@link Null}, JsonObject or List of
   * these.
   */
  Map<String, Object> members() {
    return members;
  }

  static JsonObject ofMembers(Map<String, Object> members) {
    return new JsonObject(new LinkedHashMap<>(members));
  }

  /** Writes it, indented, with a line break at its end. */
  public void writeTo(Appendable out) throws IOException {
    new JsonWriter(out).write(this);
  }

  /** What {@link #writeTo} writes. */
  public String text() {
    StringBuilder text = new StringBuilder();
    try {
      writeTo(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }

  private JsonObject put(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new JsonObject(more);
  }

  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Null.NULL;
  }

  private static List<Object> numbers(Vec values) {
    return IntStream.range(0, values.size()).mapToObj(i -> number(values.get(i))).toList();
  }
}
