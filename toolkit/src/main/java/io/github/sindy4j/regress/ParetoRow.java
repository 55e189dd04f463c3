package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;

/**
 * One model of a path from many terms to few. Equations that demands couple count with one
 * variance, the mean of theirs.
 *
 * @param terms the number of non-zero coefficients
 * @param trainingError √(mean over equations of squared error / variance of the response), on all
 *     rows
 * @param heldOutError the same, each row predicted by a fit that has not seen its fold
 * @param criterion the information criterion, smaller is better
 * @param coefficients W
 */
public record ParetoRow(
    int terms, double trainingError, double heldOutError, double criterion, Matrix coefficients) {}
