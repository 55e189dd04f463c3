package io.github.sindy4j.smoother;

/**
 * A function outside the library that explains a defect.
 *
 * @param equation its number, counted from 0
 * @param term the function
 * @param left √q of the equation in a fit with the functions that are missing, as a part of √q
 *     without them; 0 where nothing is left that the quadrature does not explain
 */
public record Missing(int equation, String term, double left) {}
