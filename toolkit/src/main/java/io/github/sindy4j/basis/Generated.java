package io.github.sindy4j.basis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A program as a hidden class of its own, which the virtual machine compiles like any other: the
 * same operations in the same order as {@link Interpreted}, hence the same bits.
 *
 * <p>Source of the format: JVM Specification, Java SE 17, chapter 4.
 */
final class Generated {
  /** Where the class is, with a slash behind it. */
  static final String PACKAGE = Generated.class.getPackageName().replace('.', '/').concat("/");

  private static final String NAME = PACKAGE.concat("StraightLine");
  private static final String ARRAY = "[Ljava/util/function/DoubleUnaryOperator;";
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_17 = 61;
  private static final int PUBLIC = 0x1;
  private static final int FINAL = 0x10;
  private static final int NONE = 0;

  private Generated() {}

  /** The runner; empty when the program is longer than what the virtual machine compiles. */
  static Optional<Runner> runner(Program program) {
    if (!StraightCode.mayFit(program)) {
      return Optional.empty();
    }
    try {
      ConstantPool pool = new ConstantPool();
      int field = pool.field(NAME, "functions", ARRAY);
      StraightCode code = new StraightCode(program, pool, field);
      if (code.bytes().length > StraightCode.LONGEST) {
        return Optional.empty();
      }
      byte[] file = file(pool, code, field);
      Class<?> straight = MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
      Object functions = code.functions();
      return Optional.of(
          (Runner) straight.getConstructor(DoubleUnaryOperator[].class).newInstance(functions));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("a generated class was refused", broken);
    }
  }

  private static byte[] file(ConstantPool pool, StraightCode code, int field) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeShort(PUBLIC | FINAL);
    out.writeShort(pool.type(NAME));
    out.writeShort(pool.type("java/lang/Object"));
    out.writeShort(1);
    out.writeShort(pool.type(PACKAGE.concat("Runner")));
    out.writeShort(1);
    out.writeShort(FINAL);
    out.writeShort(pool.utf8("functions"));
    out.writeShort(pool.utf8(ARRAY));
    out.writeShort(NONE);
    out.writeShort(2);
    byte[] constructor = constructor(pool.method("java/lang/Object", "<init>", "()V"), field);
    head(out, pool, "<init>", "(".concat(ARRAY).concat(")V"));
    code(out, constructor, 2, 2);
    head(out, pool, "run", "([D[D)V");
    code(out, code.bytes(), code.stack(), code.locals());
    out.writeShort(NONE);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream whole = new DataOutputStream(file);
    whole.writeInt(MAGIC);
    whole.writeInt(JAVA_17);
    pool.writeTo(whole);
    body.writeTo(whole);
    return file.toByteArray();
  }

  /** aload_0, invokespecial Object(), aload_0, aload_1, putfield functions, return. */
  private static byte[] constructor(int object, int field) {
    int[] code = {
      0x2a, 0xb7, object >> 8, object, 0x2a, 0x2b, 0xb5, field >> 8, field, 0xb1,
    };
    byte[] bytes = new byte[code.length];
    for (int k = 0; k < code.length; k++) {
      bytes[k] = (byte) code[k];
    }
    return bytes;
  }

  private static void head(DataOutputStream out, ConstantPool pool, String name, String type)
      throws IOException {
    out.writeShort(PUBLIC);
    out.writeShort(pool.utf8(name));
    out.writeShort(pool.utf8(type));
    out.writeShort(1);
    out.writeShort(pool.utf8("Code"));
  }

  private static void code(DataOutputStream out, byte[] code, int stack, int locals)
      throws IOException {
    out.writeInt(12 + code.length);
    out.writeShort(stack);
    out.writeShort(locals);
    out.writeInt(code.length);
    out.write(code);
    out.writeShort(NONE);
    out.writeShort(NONE);
  }
}
