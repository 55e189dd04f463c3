package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.VectorField;

/**
 * Stiff problems with reference solutions: Hairer and Wanner, Solving Ordinary Differential
 * Equations II, section IV.10; Mazzia and Magherini, Test Set for Initial Value Problem Solvers,
 * release 2.4 (2008).
 *
 * <p>Each agrees to at least ten digits with scipy 1.10's {@code solve_ivp(f, (0, T), y0,
 * method='Radau', rtol=3e-13, atol=3e-16)} (atol 3e-23 for Robertson).
 */
record StiffProblems(VectorField field, Vec start, double end, Vec reference) {
  /** ẍ = μ(1 − x²)ẋ − x with μ = 1000 from (2, 0) to T = 2000, with its Jacobian. */
  static StiffProblems vanDerPol() {
    return new StiffProblems(
        IntegratorContract.field(2, new VanDerPol(1000)),
        Vec.of(2, 0),
        2000,
        Vec.of(1.706167732170483, -0.0008928097010247975));
  }

  /** The same in the time t/μ, ε = μ⁻², from (2, −0.66) to T = 2, without a Jacobian. */
  static StiffProblems scaledVanDerPol() {
    VectorField field =
        IntegratorContract.field(
            2,
            (t, x, dx) -> {
              dx[0] = x[1];
              dx[1] = ((1 - x[0] * x[0]) * x[1] - x[0]) / 1e-6;
            });
    return new StiffProblems(
        field, Vec.of(2, -0.66), 2, Vec.of(1.7061674375432, -0.89281001655112));
  }

  /** A chemical reaction to T = 1e11. */
  static StiffProblems robertson() {
    VectorField field =
        IntegratorContract.field(
            3,
            (t, x, dx) -> {
              dx[0] = -0.04 * x[0] + 1e4 * x[1] * x[2];
              dx[2] = 3e7 * x[1] * x[1];
              dx[1] = -dx[0] - dx[2];
            });
    return new StiffProblems(
        field,
        Vec.of(1, 0, 0),
        1e11,
        Vec.of(2.083340149701255e-8, 8.333360770334713e-14, 0.999999979166505));
  }

  /** High irradiance response of plants, eight equations, to T = 321.8122. */
  static StiffProblems hires() {
    Evaluator right =
        (t, y, dy) -> {
          double bound = 280 * y[5] * y[7];
          dy[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
          dy[1] = 1.71 * y[0] - 8.75 * y[1];
          dy[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
          dy[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
          dy[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
          dy[5] = -bound + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
          dy[6] = bound - 1.81 * y[6];
          dy[7] = -dy[6];
        };
    return new StiffProblems(
        IntegratorContract.field(8, right),
        Vec.of(1, 0, 0, 0, 0, 0, 0, 0.0057),
        321.8122,
        Vec.of(
            0.0007371312573325668,
            0.0001442485726316185,
            5.888729740967575e-5,
            0.001175651343283149,
            0.002386356198831331,
            0.006238968252742796,
            0.002849998395185769,
            0.002850001604814231));
  }

  /** The largest relative error of a state at the end. */
  double error(Vec state) {
    double worst = 0;
    for (int i = 0; i < reference.size(); i++) {
      worst = Math.max(worst, Math.abs(state.get(i) / reference.get(i) - 1));
    }
    return worst;
  }

  /** With its exact Jacobian. */
  record VanDerPol(double mu) implements Evaluator {
    @Override
    public void rates(double t, double[] x, double[] rates) {
      rates[0] = x[1];
      rates[1] = mu * (1 - x[0] * x[0]) * x[1] - x[0];
    }

    @Override
    public boolean jacobian(double t, double[] x, double[] jacobian) {
      jacobian[0] = 0;
      jacobian[1] = 1;
      jacobian[2] = -2 * mu * x[0] * x[1] - 1;
      jacobian[3] = mu * (1 - x[0] * x[0]);
      return true;
    }
  }
}
