package io.github.sindy4j.io;

import java.util.List;

/**
 * Which columns of a table are samples of a function. A column is named by its header, with or
 * without its unit.
 *
 * <p>Every cell of these columns must be a number: a row in which only some are missing is an
 * error, since no value can be made up; a row in which all are missing is left out and told.
 * Without a header the columns are x1, x2, ….
 *
 * @param inputs x₁ … x_m in this order; empty: every column of numbers that is no output
 * @param outputs y₁ … y_k in this order, at least one
 */
public record SampleOptions(List<String> inputs, List<String> outputs) {
  /** Copies the lists; whether the columns exist is decided when a table is read. */
  public SampleOptions {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** These outputs; everything else that is a number is an input. */
  public static SampleOptions predicting(String... outputs) {
    return new SampleOptions(List.of(), List.of(outputs));
  }

  /** The same from these inputs. */
  public SampleOptions from(String... columns) {
    return new SampleOptions(List.of(columns), outputs);
  }
}
