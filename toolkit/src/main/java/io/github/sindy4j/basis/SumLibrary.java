package io.github.sindy4j.basis;

import java.util.ArrayList;
import java.util.List;

/** The terms of {@code first}, then those of {@code second}. */
record SumLibrary(LibrarySpec first, LibrarySpec second) implements LibrarySpec {
  @Override
  public List<Expression> terms(List<String> variables) {
    List<Expression> terms = new ArrayList<>(first.terms(variables));
    terms.addAll(second.terms(variables));
    return terms;
  }

  @Override
  public long size(int variables) {
    return Saturating.add(first.size(variables), second.size(variables));
  }

  @Override
  public String text() {
    return first.text() + " + " + second.text();
  }
}
