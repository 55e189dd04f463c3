package io.github.sindy4j.basis;

import java.util.ArrayList;
import java.util.List;

/** a b for every a of {@code first} and b of {@code second}; a changes slowest. */
record ProductLibrary(LibrarySpec first, LibrarySpec second) implements LibrarySpec {
  @Override
  public List<Expression> terms(List<String> variables) {
    List<Expression> right = second.terms(variables);
    List<Expression> terms = new ArrayList<>();
    for (Expression a : first.terms(variables)) {
      for (Expression b : right) {
        terms.add(Expression.product(List.of(a, b)));
      }
    }
    return terms;
  }

  @Override
  public long size(int variables) {
    return Saturating.multiply(first.size(variables), second.size(variables));
  }

  @Override
  public String text() {
    return factor(first) + " * " + factor(second);
  }

  private static String factor(LibrarySpec spec) {
    return spec instanceof SumLibrary ? "(" + spec.text() + ")" : spec.text();
  }
}
