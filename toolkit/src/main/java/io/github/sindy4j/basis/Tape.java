package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Expression.Call;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.basis.Expression.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Expressions as one straight line of operations, in which a subexpression that occurs twice is
 * computed once.
 *
 * <p>Products associate to the left, so that x² y z costs one multiplication beside x² y: the
 * monomials of a polynomial library share all their powers.
 */
final class Tape {
  /** What an operation does with the results of earlier operations. */
  enum Kind {
    NUMBER,
    VARIABLE,
    ADD,
    MULTIPLY,
    SCALE,
    RECIPROCAL,
    REAL_POWER,
    CALL,
    /** The derivative of what CALL computes. */
    SLOPE,
    /** {@link ChainRule}: a slope, left, times a direction, right. */
    CHAIN
  }

  /**
   * One operation: left and right are earlier operations (or a variable), number and function its
   * constants.
   */
  record Operation(Kind kind, int left, int right, double number, List<ScalarFunction> function) {
    // What Java makes for records is put together at the first call, which takes longer than this.
    @Override
    public boolean equals(Object other) {
      return other instanceof Operation that
          && kind == that.kind
          && left == that.left
          && right == that.right
          && Double.compare(number, that.number) == 0
          && function.equals(that.function);
    }

    @Override
    public int hashCode() {
      return 31
              * (31 * (31 * (31 * kind.name().hashCode() + left) + right) + Double.hashCode(number))
          + function.hashCode();
    }

    /** What CALL and SLOPE apply; the identity for all others. */
    DoubleUnaryOperator operator() {
      return switch (kind) {
        case CALL -> function.get(0).value();
        case SLOPE -> function.get(0).derivative();
        default -> DoubleUnaryOperator.identity();
      };
    }

    /** How many results of operations it reads: none, left, or left and right. */
    int operands() {
      return switch (kind) {
        case NUMBER, VARIABLE -> 0;
        case SCALE, RECIPROCAL, REAL_POWER, CALL, SLOPE -> 1;
        case ADD, MULTIPLY, CHAIN -> 2;
      };
    }
  }

  private final List<Operation> operations = new ArrayList<>();
  private final Map<Operation, Integer> known = new HashMap<>();

  /** The position of the operation that computes this expression; added unless it is there. */
  int add(Expression e) {
    if (e instanceof Num n) {
      return put(Kind.NUMBER, 0, 0, n.value());
    } else if (e instanceof Symbol s) {
      return put(Kind.VARIABLE, s.index(), 0, 0);
    } else if (e instanceof Sum s) {
      return s.terms().stream()
          .map(this::add)
          .reduce((a, b) -> put(Kind.ADD, a, b, 0))
          .orElseThrow();
    } else if (e instanceof Product p) {
      return product(p.factors());
    } else if (e instanceof Power p) {
      return power(add(p.base()), p.exponent());
    }
    Call call = (Call) e;
    return put(new Operation(Kind.CALL, add(call.argument()), 0, 0, List.of(call.function())));
  }

  List<Operation> operations() {
    return operations;
  }

  Operation operation(int position) {
    return operations.get(position);
  }

  int number(double value) {
    return put(Kind.NUMBER, 0, 0, value);
  }

  /** a + b; of two numbers their sum. */
  int add(int a, int b) {
    return isNumber(a) && isNumber(b)
        ? number(operation(a).number() + operation(b).number())
        : put(Kind.ADD, a, b, 0);
  }

  /** a b; a factor 1 is left out. */
  int multiply(int a, int b) {
    return isOne(a) ? b : isOne(b) ? a : put(Kind.MULTIPLY, a, b, 0);
  }

  /** c a; of a number their product. */
  int scale(double c, int a) {
    return isNumber(a) ? number(c * operation(a).number()) : put(Kind.SCALE, a, 0, c);
  }

  int reciprocal(int a) {
    return put(Kind.RECIPROCAL, a, 0, 0);
  }

  int realPower(int base, double exponent) {
    return put(Kind.REAL_POWER, base, 0, exponent);
  }

  /** f′(a), for a call of f at a. */
  int slope(Operation call) {
    return put(new Operation(Kind.SLOPE, call.left(), 0, 0, call.function()));
  }

  int chain(int slope, int direction) {
    return put(Kind.CHAIN, slope, direction, 0);
  }

  private boolean isNumber(int position) {
    return operation(position).kind() == Kind.NUMBER;
  }

  private boolean isOne(int position) {
    return isNumber(position) && operation(position).number() == 1;
  }

  private int product(List<Expression> factors) {
    boolean scaled = factors.get(0) instanceof Num;
    List<Expression> rest = scaled ? factors.subList(1, factors.size()) : factors;
    int result =
        rest.stream().map(this::add).reduce((a, b) -> put(Kind.MULTIPLY, a, b, 0)).orElseThrow();
    return scaled ? put(Kind.SCALE, result, 0, ((Num) factors.get(0)).value()) : result;
  }

  private int power(int base, double exponent) {
    if (exponent < 0) {
      return put(Kind.RECIPROCAL, power(base, -exponent), 0, 0);
    } else if (exponent != Math.rint(exponent) || exponent > 1_000_000) {
      return put(Kind.REAL_POWER, base, 0, exponent);
    } else if (exponent == 1) {
      return base;
    } else if (exponent <= 8) {
      return put(Kind.MULTIPLY, power(base, exponent - 1), base, 0);
    }
    int half = power(base, Math.floor(exponent / 2));
    int square = put(Kind.MULTIPLY, half, half, 0);
    return exponent % 2 == 0 ? square : put(Kind.MULTIPLY, square, base, 0);
  }

  private int put(Kind kind, int left, int right, double number) {
    return put(new Operation(kind, left, right, number, List.of()));
  }

  private int put(Operation operation) {
    Integer position = known.putIfAbsent(operation, operations.size());
    if (position == null) {
      operations.add(operation);
      return operations.size() - 1;
    }
    return position;
  }
}
