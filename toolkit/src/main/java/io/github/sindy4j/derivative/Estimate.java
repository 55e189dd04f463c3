package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;

/**
 * What a differentiator makes of one segment; all matrices are T×n.
 *
 * @param states x̃, the states to evaluate a library at
 * @param rates ẋ, in units of the state per unit of time
 * @param rateErrors an estimate of the error of each rate, with its sign: the rate of the next
 *     better approximation of the same kind, minus this one
 * @param errorGains for each state, the variance, summed over the samples, that white noise of unit
 *     variance in it gives to its rate errors; what exceeds it is bias
 * @param rateDeviations the standard deviation of each rate, from the noise that the method finds
 *     in the data or is told; empty for methods that know of none
 */
public record Estimate(
    Matrix states,
    Matrix rates,
    Matrix rateErrors,
    Vec errorGains,
    Optional<Matrix> rateDeviations) {
  /** Exact rates. */
  public static Estimate exact(Matrix states, Matrix rates) {
    Matrix none = Matrix.zeros(rates.rows(), rates.cols());
    return new Estimate(states, rates, none, Vec.zeros(rates.cols()), Optional.of(none));
  }

  /** The estimate without its first and last {@code cut} samples. */
  public Estimate trimmed(int cut) {
    int size = rates.rows();
    return new Estimate(
        states.rowSlice(cut, size - cut),
        rates.rowSlice(cut, size - cut),
        rateErrors.rowSlice(cut, size - cut),
        errorGains.map(gain -> gain * (size - 2 * cut) / size),
        rateDeviations.map(deviations -> deviations.rowSlice(cut, size - cut)));
  }
}
