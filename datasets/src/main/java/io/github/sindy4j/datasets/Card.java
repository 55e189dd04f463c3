package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Schema;
import java.util.List;

/**
 * What is said about a system, whatever its parameters.
 *
 * @param name lower case, words joined by hyphens
 * @param description one line
 * @param schema names of time and states
 * @param parameters with their default values
 * @param library a specification whose terms express the equations
 * @param plan the default simulation
 * @param citation where it was published
 */
record Card(
    String name,
    String description,
    Schema schema,
    List<Parameter> parameters,
    String library,
    Plan plan,
    Citation citation) {}
