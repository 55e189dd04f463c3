package io.github.sindy4j.basis;

import java.util.List;

/** A library before it knows its variables, such as "all monomials up to degree 3". */
public interface LibrarySpec {
  /**
   * The candidate functions of these variables, simple ones first; duplicates (by name) do no harm.
   */
  List<Expression> terms(List<String> variables);

  /**
   * How many terms {@link #terms} gives at most for this many variables, without building them;
   * saturates.
   */
  long size(int variables);

  /** How it is written on the command line, such as {@code polynomial:3}. */
  String text();

  /** The library over these variables. */
  default Library over(List<String> variables) {
    return Library.of(variables, terms(variables));
  }

  /** The terms of both, duplicates once. */
  default LibrarySpec plus(LibrarySpec other) {
    return new SumLibrary(this, other);
  }

  /** Every product of a term of this with a term of the other, duplicates once. */
  default LibrarySpec times(LibrarySpec other) {
    return new ProductLibrary(this, other);
  }

  /**
   * Reads {@code polynomial:3}, {@code fourier:2,scale=0.5}, {@code expr(sin(x)*y)}, joined by +
   * and *.
   */
  static LibrarySpec parse(String text) {
    return new LibrarySpecParser(text).parse();
  }
}
