package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;

/**
 * An interpolant of small nuclear norm, with what is known of it.
 *
 * @param coefficients w
 * @param value ‖L(w)‖_*
 * @param dualValue ⟨Λ, L(w)⟩ for a Λ with ‖Λ‖₂ ≤ 1 and ⟨Λ, L(d)⟩ = 0 along every direction d that
 *     the data leave free: no interpolant has a smaller nuclear norm than this
 * @param dataResidual ‖(Θ w − y, C w − d)‖ / ‖(y, d)‖
 * @param rank how many singular values of L(w) are not zero
 * @param tail a bound on σ_{rank+1}/σ₁; 0 where there is no such σ
 * @param isolation min ‖P L(d)‖/‖L(d)‖ over the free directions, P the part that leaves the
 *     matrices of this rank; 0 where it was not examined
 * @param undetermined the dimension of the directions that neither the data nor L see; along them w
 *     is the shortest
 * @param iterations steps of the splitting
 * @param ending why it stopped
 */
public record NuclearMinimum(
    Vec coefficients,
    double value,
    double dualValue,
    double dataResidual,
    int rank,
    double tail,
    double isolation,
    int undetermined,
    int iterations,
    Ending ending) {

  /** The same minimum where its coefficients are measured in other units. */
  public NuclearMinimum withCoefficients(Vec w) {
    return new NuclearMinimum(
        w, value, dualValue, dataResidual, rank, tail, isolation, undetermined, iterations, ending);
  }

  /** (value − dual value) / value, at least 0; 0 where the value is. */
  public double gap() {
    return value == 0 ? 0 : Math.max(0, (value - dualValue) / value);
  }

  /** Why the solver stopped. */
  public sealed interface Ending {
    /** One line for a person. */
    String text();

    /** Whether the answer is a minimum to the accuracy asked for. */
    boolean isMinimum();
  }

  /**
   * Of exact rank, on the data to rounding, certified by the dual, and alone of its rank nearby.
   */
  public record Certified() implements Ending {
    @Override
    public String text() {
      return "certified minimum of exact rank";
    }

    @Override
    public boolean isMinimum() {
      return true;
    }
  }

  /** The duality gap is as small as was asked for. */
  public record GapClosed() implements Ending {
    @Override
    public String text() {
      return "minimum within the duality gap asked for";
    }

    @Override
    public boolean isMinimum() {
      return true;
    }
  }

  /** The data leave nothing to choose: L(w) is the same for all interpolants. */
  public record Determined() implements Ending {
    @Override
    public String text() {
      return "the data leave nothing to choose";
    }

    @Override
    public boolean isMinimum() {
      return true;
    }
  }

  /** An interpolant of a smaller norm than was asked for was met. */
  public record Undercut(double value) implements Ending {
    @Override
    public String text() {
      return "an interpolant with a nuclear norm below " + value + " exists";
    }

    @Override
    public boolean isMinimum() {
      return false;
    }
  }

  /** Stopped by the limit on iterations; the gap says how far it got. */
  public record IterationLimit(int limit) implements Ending {
    @Override
    public String text() {
      return "not converged after " + limit + " iterations; allow more, or ask for a larger gap";
    }

    @Override
    public boolean isMinimum() {
      return false;
    }
  }

  /** No w satisfies the equations: the coefficients miss them by the data residual. */
  public record Inconsistent() implements Ending {
    @Override
    public String text() {
      return "no coefficients satisfy the data and the constraint together; where the data are"
          + " noisy, regress instead of interpolating";
    }

    @Override
    public boolean isMinimum() {
      return false;
    }
  }
}
