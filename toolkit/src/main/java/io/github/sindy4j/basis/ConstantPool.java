package io.github.sindy4j.basis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The constants of a class file, each once. Source: JVM Specification, Java SE 17, section 4.4.
 *
 * <p>Keys are plain lists: lambdas, records and joined strings would each cost milliseconds in a
 * program that has just begun.
 */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<List<Object>, Integer> known = new HashMap<>();
  private int next = 1;

  int utf8(String text) throws IOException {
    List<Object> key = List.of(UTF8, text);
    Integer position = known.get(key);
    if (position != null) {
      return position;
    }
    out.writeByte(UTF8);
    out.writeUTF(text);
    return enter(key, 1);
  }

  int number(double value) throws IOException {
    long bits = Double.doubleToRawLongBits(value);
    List<Object> key = List.of(DOUBLE, bits);
    Integer position = known.get(key);
    if (position != null) {
      return position;
    }
    out.writeByte(DOUBLE);
    out.writeLong(bits);
    return enter(key, 2);
  }

  int type(String name) throws IOException {
    int text = utf8(name);
    List<Object> key = List.of(CLASS, text);
    Integer position = known.get(key);
    if (position != null) {
      return position;
    }
    out.writeByte(CLASS);
    out.writeShort(text);
    return enter(key, 1);
  }

  int field(String owner, String name, String type) throws IOException {
    return member(FIELD, owner, name, type);
  }

  int method(String owner, String name, String type) throws IOException {
    return member(METHOD, owner, name, type);
  }

  int interfaceMethod(String owner, String name, String type) throws IOException {
    return member(INTERFACE_METHOD, owner, name, type);
  }

  private int member(int tag, String owner, String name, String type) throws IOException {
    return pair(tag, type(owner), pair(NAME_AND_TYPE, utf8(name), utf8(type)));
  }

  private int pair(int tag, int first, int second) throws IOException {
    List<Object> key = List.of(tag, first, second);
    Integer position = known.get(key);
    if (position != null) {
      return position;
    }
    out.writeByte(tag);
    out.writeShort(first);
    out.writeShort(second);
    return enter(key, 1);
  }

  private int enter(List<Object> key, int slots) {
    known.put(key, next);
    next += slots;
    return next - slots;
  }

  /** Writes the number of entries and the entries. */
  void writeTo(DataOutputStream file) throws IOException {
    file.writeShort(next);
    bytes.writeTo(file);
  }
}
