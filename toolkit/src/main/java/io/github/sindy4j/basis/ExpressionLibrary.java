package io.github.sindy4j.basis;

import io.github.sindy4j.notice.BadSetting;
import java.util.List;

/**
 * Functions written out, such as {@code sin(x)*y} and {@code 1/(1+x^2)}.
 *
 * @param expressions at least one
 * @param functions further functions that the expressions may call, beside the standard ones
 */
public record ExpressionLibrary(List<String> expressions, List<ScalarFunction> functions)
    implements LibrarySpec {
  /** Checks that there is an expression. */
  public ExpressionLibrary {
    expressions = List.copyOf(expressions);
    functions = List.copyOf(functions);
    BadSetting.require(
        !expressions.isEmpty(),
        "expr(…)",
        "holds no expression",
        "Write at least one, such as expr(sin(x))");
  }

  /** These functions. */
  public static ExpressionLibrary of(String... expressions) {
    return new ExpressionLibrary(List.of(expressions), List.of());
  }

  @Override
  public List<Expression> terms(List<String> variables) {
    return expressions.stream().map(e -> Expression.parse(e, variables, functions)).toList();
  }

  @Override
  public long size(int variables) {
    return expressions.size();
  }

  @Override
  public String text() {
    return "expr(" + String.join(", ", expressions) + ")";
  }
}
