package io.github.sindy4j.basis;

import io.github.sindy4j.linalg.Matrix;
import java.util.Optional;

/** The Jacobian of W θ, derived when it is first asked for. For one thread. */
final class Derivation implements Runner {
  /** What all threads share: the recipe, and the program once it was derived. */
  private static final class Source {
    private final Tape tape;
    private final int[] places;
    private final int inputs;
    private final Matrix weights;
    private Optional<Warming> first = Optional.empty();

    Source(Tape tape, int[] places, int inputs, Matrix weights) {
      this.tape = tape;
      this.places = places;
      this.inputs = inputs;
      this.weights = weights;
    }

    synchronized Warming warming() {
      if (first.isEmpty()) {
        first = Optional.of(new Warming(Program.jacobian(tape, places, weights, inputs)));
      }
      return first.get().another();
    }
  }

  private final Source source;
  private Optional<Warming> own = Optional.empty();

  private Derivation(Source source) {
    this.source = source;
  }

  /** The tape is for this function alone, and grows. */
  Derivation(Tape tape, int[] places, int inputs, Matrix weights) {
    this(new Source(tape, places, inputs, weights));
  }

  Derivation another() {
    return new Derivation(source);
  }

  @Override
  public void run(double[] x, double[] y) {
    if (own.isEmpty()) {
      own = Optional.of(source.warming());
    }
    own.get().run(x, y);
  }
}
