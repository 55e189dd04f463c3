package io.github.sindy4j.basis;

import static io.github.sindy4j.basis.Program.ZERO;

import io.github.sindy4j.basis.Tape.Operation;
import java.util.HashMap;
import java.util.Map;

/**
 * ∂/∂xᵥ of operations on a tape, as further operations on the same tape: forward mode in which what
 * is identically 0 or 1 is left out, so that a Jacobian costs what its entries cost.
 *
 * <p>d(ab) = da b + a db, with the sum in this order; f(u) has f′(u) du, and 0 where du = 0.
 */
final class Tangents {
  private final Tape tape;
  private final Map<Long, Integer> known = new HashMap<>();

  Tangents(Tape tape) {
    this.tape = tape;
  }

  /** The operation that computes the derivative of another along variable v, or ZERO. */
  int along(int operation, int v) {
    long key = ((long) operation << 32) + v;
    Integer found = known.get(key);
    if (found == null) {
      found = derive(operation, tape.operation(operation), v);
      known.put(key, found);
    }
    return found;
  }

  private int derive(int self, Operation o, int v) {
    return switch (o.kind()) {
      case NUMBER -> ZERO;
      case VARIABLE -> o.left() == v ? tape.number(1) : ZERO;
      case ADD -> sum(along(o.left(), v), along(o.right(), v));
      case MULTIPLY -> {
        int first = product(along(o.left(), v), o.right());
        yield sum(first, product(o.left(), along(o.right(), v)));
      }
      case SCALE -> scaled(o.number(), along(o.left(), v));
      case RECIPROCAL -> {
        int square = tape.multiply(o.left(), o.left());
        yield chain(tape.scale(-1, tape.reciprocal(square)), along(o.left(), v));
      }
      case REAL_POWER -> {
        int lower = tape.realPower(o.left(), o.number() - 1);
        yield chain(tape.scale(o.number(), lower), along(o.left(), v));
      }
      case CALL -> chain(tape.slope(o), along(o.left(), v));
      case SLOPE, CHAIN -> throw new IllegalStateException("a second derivative of " + self);
    };
  }

  private int sum(int a, int b) {
    return a == ZERO ? b : b == ZERO ? a : tape.add(a, b);
  }

  private int product(int a, int b) {
    return a == ZERO || b == ZERO ? ZERO : tape.multiply(a, b);
  }

  private int scaled(double number, int a) {
    return a == ZERO ? ZERO : tape.scale(number, a);
  }

  private int chain(int slope, int direction) {
    return direction == ZERO ? ZERO : tape.chain(slope, direction);
  }
}
