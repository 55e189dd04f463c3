package io.github.sindy4j.basis;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * f : R → R with its derivative: what an expression may call by name.
 *
 * <p>Outside its domain the value is NaN or infinite, never an exception.
 *
 * @param name as it is written in expressions: letters and digits, beginning with a letter
 * @param latex as it is typeset, such as {@code \sin}
 * @param value f
 * @param derivative f′, exact
 */
public record ScalarFunction(
    String name, String latex, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {

  /** The functions every expression knows. */
  static final List<ScalarFunction> STANDARD =
      List.of(
          new ScalarFunction("sin", "\\sin", Math::sin, Math::cos),
          new ScalarFunction("cos", "\\cos", Math::cos, x -> -Math.sin(x)),
          new ScalarFunction("tan", "\\tan", Math::tan, x -> 1 + Math.tan(x) * Math.tan(x)),
          new ScalarFunction("exp", "\\exp", Math::exp, Math::exp),
          new ScalarFunction("log", "\\log", Math::log, x -> 1 / x),
          new ScalarFunction("sqrt", "\\sqrt", Math::sqrt, x -> 0.5 / Math.sqrt(x)),
          new ScalarFunction("abs", "\\operatorname{abs}", Math::abs, Math::signum),
          new ScalarFunction("sign", "\\operatorname{sign}", Math::signum, x -> 0),
          new ScalarFunction("sinh", "\\sinh", Math::sinh, Math::cosh),
          new ScalarFunction("cosh", "\\cosh", Math::cosh, Math::sinh),
          new ScalarFunction("tanh", "\\tanh", Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)),
          new ScalarFunction("asin", "\\arcsin", Math::asin, x -> 1 / Math.sqrt(1 - x * x)),
          new ScalarFunction("acos", "\\arccos", Math::acos, x -> -1 / Math.sqrt(1 - x * x)),
          new ScalarFunction("atan", "\\arctan", Math::atan, x -> 1 / (1 + x * x)));

  /** The standard function of this name, such as {@code sqrt}. */
  public static ScalarFunction standard(String name) {
    return STANDARD.stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no standard function " + name));
  }
}
