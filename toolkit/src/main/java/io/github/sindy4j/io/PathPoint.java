package io.github.sindy4j.io;

/**
 * One model of the path from which the saved one was chosen, without its coefficients.
 *
 * @param terms the number of non-zero coefficients
 * @param trainingError on all rows, relative to the spread of the rates
 * @param heldOutError the same on rows that the fit has not seen; NaN if not known
 * @param criterion the information criterion, smaller is better
 * @param chosen whether it is the saved model
 */
public record PathPoint(
    int terms, double trainingError, double heldOutError, double criterion, boolean chosen) {}
