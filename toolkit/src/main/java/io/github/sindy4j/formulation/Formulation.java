package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;

/** Turns a dataset and a library into the rows of a regression. */
@FunctionalInterface
public interface Formulation {
  /** The rows, and what they were made from. */
  FormulatedRows rows(Dataset data, Library library);
}
