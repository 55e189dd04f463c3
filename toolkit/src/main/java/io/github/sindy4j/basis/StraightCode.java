package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Tape.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A program as the instructions of a method {@code void run(double[] x, double[] y)}: a result that
 * is read once stays on the operand stack, one that is read again goes to a local variable.
 *
 * <p>There is no branch, hence no frame to be described. Source of the instructions: JVM
 * Specification, Java SE 17, section 6.5.
 */
final class StraightCode {
  /** HotSpot compiles no method with more bytes of code. */
  static final int LONGEST = 8000;

  private static final String OPERATOR = "java/util/function/DoubleUnaryOperator";
  private static final int FIRST_LOCAL = 3;
  private static final int DCONST_0 = 0x0e;
  private static final int DCONST_1 = 0x0f;
  private static final int BIPUSH = 0x10;
  private static final int SIPUSH = 0x11;
  private static final int LDC2_W = 0x14;
  private static final int DLOAD = 0x18;
  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_1 = 0x2b;
  private static final int ALOAD_2 = 0x2c;
  private static final int DALOAD = 0x31;
  private static final int AALOAD = 0x32;
  private static final int DSTORE = 0x39;
  private static final int DASTORE = 0x52;
  private static final int DADD = 0x63;
  private static final int DMUL = 0x6b;
  private static final int DDIV = 0x6f;
  private static final int RETURN = 0xb1;
  private static final int GETFIELD = 0xb4;
  private static final int INVOKESTATIC = 0xb8;
  private static final int INVOKEINTERFACE = 0xb9;
  private static final int WIDE = 0xc4;

  private final Program program;
  private final ConstantPool pool;
  private final int functionsField;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private final List<DoubleUnaryOperator> functions = new ArrayList<>();
  private final int[] locals;
  private int nextLocal = FIRST_LOCAL;
  private int depth;
  private int deepest;

  /** {@code functionsField} is the constant of the field that holds {@link #functions}. */
  StraightCode(Program program, ConstantPool pool, int functionsField) throws IOException {
    this.program = program;
    this.pool = pool;
    this.functionsField = functionsField;
    this.locals = new int[program.operations().size()];
    Arrays.fill(locals, -1);
    write();
  }

  /** Whether a program can be short enough, judged by its number of operations and outputs. */
  static boolean mayFit(Program program) {
    int least = 0;
    for (int k = 0; k < program.operations().size(); k++) {
      least += program.uses(k) > 0 ? 1 : 0;
    }
    return least + 4 * (program.size() / 10) < LONGEST / 4;
  }

  byte[] bytes() {
    return code.toByteArray();
  }

  /** What the code calls, in the order of the places where it does. */
  DoubleUnaryOperator[] functions() {
    return functions.toArray(DoubleUnaryOperator[]::new);
  }

  int stack() {
    return deepest;
  }

  int locals() {
    return nextLocal;
  }

  private void write() throws IOException {
    for (int k = 0; k < locals.length; k++) {
      if (program.uses(k) > 1 && program.operations().get(k).kind() != Tape.Kind.NUMBER) {
        compute(program.operations().get(k));
        locals[k] = nextLocal;
        local(DSTORE, nextLocal);
        nextLocal += 2;
        depth -= 2;
      }
    }
    for (int i = 0; i < program.size(); i++) {
      if (program.output(i) != Program.ZERO) {
        simple(ALOAD_2, 1);
        index(i);
        push(program.output(i));
        simple(DASTORE, -4);
      }
    }
    simple(RETURN, 0);
  }

  private void push(int operation) throws IOException {
    if (locals[operation] >= 0) {
      local(DLOAD, locals[operation]);
      grow(2);
    } else {
      compute(program.operations().get(operation));
    }
  }

  private void compute(Operation o) throws IOException {
    switch (o.kind()) {
      case NUMBER -> number(o.number());
      case VARIABLE -> {
        simple(ALOAD_1, 1);
        index(o.left());
        simple(DALOAD, 0);
      }
      case ADD -> binary(o, DADD);
      case MULTIPLY -> binary(o, DMUL);
      case SCALE -> {
        number(o.number());
        push(o.left());
        simple(DMUL, -2);
      }
      case RECIPROCAL -> {
        number(1);
        push(o.left());
        simple(DDIV, -2);
      }
      case REAL_POWER -> {
        push(o.left());
        number(o.number());
        call("java/lang/Math", "pow");
      }
      case CHAIN -> {
        push(o.left());
        push(o.right());
        call(Generated.PACKAGE.concat("ChainRule"), "along");
      }
      case CALL, SLOPE -> apply(o);
    }
  }

  private void binary(Operation o, int instruction) throws IOException {
    push(o.left());
    push(o.right());
    simple(instruction, -2);
  }

  private void call(String owner, String method) throws IOException {
    simple(INVOKESTATIC, -2);
    two(pool.method(owner, method, "(DD)D"));
  }

  private void apply(Operation o) throws IOException {
    simple(ALOAD_0, 1);
    simple(GETFIELD, 0);
    two(functionsField);
    index(functions.size());
    functions.add(o.operator());
    simple(AALOAD, -1);
    push(o.left());
    simple(INVOKEINTERFACE, -1);
    two(pool.interfaceMethod(OPERATOR, "applyAsDouble", "(D)D"));
    code.write(3);
    code.write(0);
  }

  private void number(double value) throws IOException {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      simple(DCONST_0, 2);
    } else if (value == 1) {
      simple(DCONST_1, 2);
    } else {
      simple(LDC2_W, 2);
      two(pool.number(value));
    }
  }

  private void index(int value) {
    simple(value <= Byte.MAX_VALUE ? BIPUSH : SIPUSH, 1);
    if (value <= Byte.MAX_VALUE) {
      code.write(value);
    } else {
      two(value);
    }
  }

  private void local(int instruction, int local) {
    if (local > 255) {
      code.write(WIDE);
      code.write(instruction);
      two(local);
    } else {
      code.write(instruction);
      code.write(local);
    }
  }

  private void simple(int instruction, int growth) {
    code.write(instruction);
    grow(growth);
  }

  private void grow(int slots) {
    depth += slots;
    deepest = Math.max(deepest, depth);
  }

  private void two(int value) {
    code.write(value >> 8);
    code.write(value);
  }
}
