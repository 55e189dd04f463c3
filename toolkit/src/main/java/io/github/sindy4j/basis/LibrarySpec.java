package io.github.sindy4j.basis;

import java.util.List;

/** A library before it knows its variables, such as "all monomials up to degree 3". */
public interface LibrarySpec {
  /** The library over these variables. */
  Library over(List<String> variables);

  /** How it is written on the command line, such as {@code polynomial:3}. */
  String text();

  /** How many terms {@link #over} gives at most, without building them. */
  long size(int variables);

  /** The terms of both, duplicates (by name) once. */
  default LibrarySpec plus(LibrarySpec other) {
    return new SumLibrary(List.of(this, other));
  }

  /** Every product of a term of this with a term of the other, duplicates (by name) once. */
  default LibrarySpec times(LibrarySpec other) {
    return new ProductLibrary(this, other);
  }
}
