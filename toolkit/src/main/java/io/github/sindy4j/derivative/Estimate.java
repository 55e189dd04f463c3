package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;

/**
 * What a differentiator makes of one segment; all matrices are T×n.
 *
 * @param states x̃, the states to evaluate a library at
 * @param rates ẋ, in units of the state per unit of time
 * @param rateErrors an estimate of the error of each rate, with its sign: the rate of the next better approximation of
 *     the same kind, minus this one
 */
public record Estimate(Matrix states, Matrix rates, Matrix rateErrors) {}
