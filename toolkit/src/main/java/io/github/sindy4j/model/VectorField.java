package io.github.sindy4j.model;

/** ẋ = f(t, x), x ∈ Rⁿ. Immutable; every thread asks for an evaluator of its own. */
public interface VectorField {
  /** n. */
  int dimension();

  /** An evaluator with scratch space of its own, for one thread. */
  Evaluator evaluator();
}
