package io.github.sindy4j.regress;

/** How an iteration ended. */
public sealed interface Outcome {
  /** One line for a person. */
  String text();

  /** It reached its end. */
  record Converged(int iterations) implements Outcome {
    @Override
    public String text() {
      return "converged after " + iterations + (iterations == 1 ? " iteration" : " iterations");
    }
  }

  /** It was stopped by the limit on iterations. */
  record IterationLimit(int iterations) implements Outcome {
    @Override
    public String text() {
      return "not converged after " + iterations + " iterations; allow more";
    }
  }

  /** No coefficients satisfy the constraint. */
  record Infeasible(String reason) implements Outcome {
    @Override
    public String text() {
      return "no coefficients satisfy: " + reason;
    }
  }
}
