package io.github.sindy4j.io;

import io.github.sindy4j.linalg.Matrix;

/**
 * How certain coefficients are; both matrices have one row for each equation.
 *
 * @param standardErrors zero for terms that are not in the model, NaN where not known
 * @param halfWidths95 estimate ± this is a 95 % interval
 */
public record Uncertainty(Matrix standardErrors, Matrix halfWidths95) {}
