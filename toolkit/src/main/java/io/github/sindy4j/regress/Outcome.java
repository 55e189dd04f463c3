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

  /**
   * A search was stopped before it had proven that nothing is better.
   *
   * @param nodes how many parts of the search it has looked at
   * @param gap by which part of itself the squared error could still be smaller with as many terms
   */
  record NodeLimit(long nodes, double gap) implements Outcome {
    @Override
    public String text() {
      return "not proven the best of its size after %d nodes: another could have a squared error smaller by up to %.2g %%; allow more nodes"
          .formatted(nodes, 100 * gap);
    }
  }
}
