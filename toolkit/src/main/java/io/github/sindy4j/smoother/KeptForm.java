package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;

/**
 * The form that a model keeps, and what it was chosen over.
 *
 * @param name of the form
 * @param coefficients how many numbers the model has
 * @param other W of the best model of any form
 * @param otherCoefficients how many numbers that has
 * @param gain by how much its description is longer
 */
public record KeptForm(
    String name, int coefficients, Matrix other, int otherCoefficients, double gain) {}
