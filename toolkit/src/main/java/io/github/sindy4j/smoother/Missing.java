package io.github.sindy4j.smoother;

/**
 * A function outside the library that explains a part of what the model leaves open.
 *
 * @param equation its number, counted from 0
 * @param term the function
 * @param gain by how much χ² falls when it alone joins the model
 */
public record Missing(int equation, String term, double gain) {}
