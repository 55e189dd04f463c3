package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;

/**
 * What a differentiator makes of one segment; all matrices are T×n.
 *
 * @param states x̃, the states to evaluate a library at
 * @param rates ẋ, in units of the state per unit of time
 * @param rateErrors an estimate of the error of each rate, with its sign: the rate of the next
 *     better approximation of the same kind, minus this one
 * @param errorGain the variance, summed over the samples, that white noise of unit variance in a
 *     state gives to its rate errors; what exceeds it is bias
 */
public record Estimate(Matrix states, Matrix rates, Matrix rateErrors, double errorGain) {
  /** Exact rates. */
  public static Estimate exact(Matrix states, Matrix rates) {
    return new Estimate(states, rates, Matrix.zeros(rates.rows(), rates.cols()), 0);
  }

  /** The estimate without its first and last {@code cut} samples. */
  public Estimate trimmed(int cut) {
    int size = rates.rows();
    return new Estimate(
        states.rowSlice(cut, size - cut),
        rates.rowSlice(cut, size - cut),
        rateErrors.rowSlice(cut, size - cut),
        errorGain * (size - 2 * cut) / size);
  }
}
