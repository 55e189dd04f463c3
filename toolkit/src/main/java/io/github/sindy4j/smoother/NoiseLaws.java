package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The diagonal of Σ, σᵢ² w_{ti} for sample t of state i:
 *
 * <pre> w = 1,   or   w = x̂²/ȳ² + 10⁻⁴  for noise in proportion to the state, </pre>
 *
 * x̂ the smoothed state and ȳ its root mean square, so that σᵢ² is the mean variance. Weights are
 * taken at the states of a round and stay through it.
 *
 * @param laws one for each state
 * @param sizes ȳ of each state
 */
record NoiseLaws(List<NoiseLaw> laws, Vec sizes) {
  private static final double LEAST = 1e-4;

  /** Copies the list. */
  NoiseLaws {
    laws = List.copyOf(laws);
  }

  /** Constant noise of all states. */
  static NoiseLaws constant(List<Piece> pieces, int states) {
    double[] squares = new double[states];
    long samples = 0;
    for (Piece piece : pieces) {
      samples += piece.samples();
      for (int e = 0; e < piece.measured().length; e++) {
        squares[e % states] += piece.measured()[e] * piece.measured()[e];
      }
    }
    long n = samples;
    return new NoiseLaws(
        Collections.nCopies(states, NoiseLaw.CONSTANT),
        Vec.adopt(squares).map(square -> Math.sqrt(square / n)));
  }

  /** The same with noise of these states in proportion to them. */
  NoiseLaws proportional(List<Integer> states) {
    List<NoiseLaw> changed = new ArrayList<>(laws);
    states.forEach(i -> changed.set(i, NoiseLaw.PROPORTIONAL));
    return new NoiseLaws(changed, sizes);
  }

  /** Whether the noise of a state is in proportion to it. */
  boolean isProportional(int state) {
    return laws.get(state) == NoiseLaw.PROPORTIONAL;
  }

  /** Whether no state has noise in proportion to it. */
  boolean isConstant() {
    return !laws.contains(NoiseLaw.PROPORTIONAL);
  }

  /** w at these states, N×d row-major. */
  double[] weights(double[] x) {
    int d = laws.size();
    double[] weights = new double[x.length];
    for (int i = 0; i < d; i++) {
      boolean isConstant = !isProportional(i);
      for (int e = i; e < x.length; e += d) {
        weights[e] = isConstant ? 1 : proportional(i, x[e]);
      }
    }
    return weights;
  }

  /** What w would be in proportion to the state. */
  double proportional(int state, double x) {
    double share = x / sizes.get(state);
    return share * share + LEAST;
  }

  /** ρ = σ/ȳ of each state: where noise is in proportion to it, its part of the state. */
  Vec shares(Vec noise) {
    double[] shares = new double[noise.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sizes.get(i) > 0 ? Math.sqrt(noise.get(i)) / sizes.get(i) : 0;
    }
    return Vec.adopt(shares);
  }
}
