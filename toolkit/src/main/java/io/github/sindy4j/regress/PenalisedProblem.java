package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * min ½ Σᵢ ‖yᵢ − Θ wᵢ‖² / N + Σₖ λₖ gₖ(Aₖ w) over w = vec(W) with C w = d; row-major: equation by
 * equation, term by term. N is the number of samples, so that a weight λ means the same for more
 * data.
 *
 * @param data the rows, summarised
 * @param penalties λₖ, gₖ, Aₖ
 * @param constraint C and d
 */
public record PenalisedProblem(
    RegressionSummary data, List<Penalty> penalties, Constraint constraint) {
  /** Copies the list and checks the shapes. */
  public PenalisedProblem {
    penalties = List.copyOf(penalties);
    int unknowns = data.terms() * data.responses();
    require("constraint", constraint.map().cols(), unknowns);
    for (Penalty penalty : penalties) {
      require("penalty \"" + penalty.reason() + "\"", penalty.map().cols(), unknowns);
    }
  }

  /** Without a constraint. */
  public static PenalisedProblem of(RegressionSummary data, List<Penalty> penalties) {
    return new PenalisedProblem(data, penalties, Constraint.none(data.terms() * data.responses()));
  }

  /** n p. */
  public int unknowns() {
    return data.terms() * data.responses();
  }

  /** f(w) = ½ Σᵢ ‖yᵢ − Θ wᵢ‖² / N. */
  public double loss(Vec w) {
    int p = data.terms();
    double sum = 0;
    for (int i = 0; i < data.responses(); i++) {
      sum += data.squaredError(i, w.slice(i * p, (i + 1) * p));
    }
    return sum / (2 * samples());
  }

  /** What is minimised. */
  public double value(Vec w) {
    return loss(w) + penalties.stream().mapToDouble(penalty -> penalty.value(w)).sum();
  }

  /** ‖C w − d‖, beside ‖d‖ unless that is 0. */
  double constraintResidual(Vec w) {
    double error = constraint.map().apply(w).minus(constraint.target()).norm();
    double size = constraint.target().norm();
    return size > 0 ? error / size : error;
  }

  /** The same with every weight multiplied by a factor. */
  public PenalisedProblem times(double factor) {
    return new PenalisedProblem(
        data, penalties.stream().map(penalty -> penalty.times(factor)).toList(), constraint);
  }

  /** The same without data: f = 0. */
  PenalisedProblem withoutData() {
    int q = data.triangle().cols();
    return new PenalisedProblem(
        new RegressionSummary(data.terms(), Matrix.zeros(q, q), Vec.zeros(q), 1),
        penalties,
        constraint);
  }

  /** ∇f(w) = Θᵀ(Θ wᵢ − yᵢ)/N, through the triangle: nothing is squared before it must be. */
  Vec gradient(Vec w) {
    int p = data.terms();
    Matrix r = data.triangle();
    double[] gradient = new double[unknowns()];
    for (int i = 0; i < data.responses(); i++) {
      for (int k = 0; k < p; k++) {
        double residual = -r.get(k, p + i);
        for (int j = k; j < p; j++) {
          residual += r.get(k, j) * w.get(i * p + j);
        }
        for (int j = k; j < p; j++) {
          gradient[i * p + j] += r.get(k, j) * residual / samples();
        }
      }
    }
    return Vec.adopt(gradient);
  }

  /** ∇²f: ΘᵀΘ/N once for each equation. */
  Matrix curvature() {
    int p = data.terms();
    int unknowns = unknowns();
    double[] block = new double[p * p];
    for (int k = 0; k < p; k++) {
      for (int j = k; j < p; j++) {
        block[k * p + j] = data.triangle().get(k, j);
      }
    }
    Matrix gram = Matrix.adopt(p, p, block).gram();
    double[] curvature = new double[unknowns * unknowns];
    for (int i = 0; i < data.responses(); i++) {
      for (int k = 0; k < p; k++) {
        for (int j = 0; j < p; j++) {
          curvature[(i * p + k) * unknowns + i * p + j] = gram.get(k, j) / samples();
        }
      }
    }
    return Matrix.adopt(unknowns, unknowns, curvature);
  }

  private double samples() {
    return Math.max(1, data.samples());
  }

  private static void require(String what, int columns, int unknowns) {
    if (columns != unknowns) {
      throw new IllegalArgumentException(
          "PenalisedProblem: the "
              + what
              + " is on "
              + columns
              + " coefficients but there are "
              + unknowns);
    }
  }
}
