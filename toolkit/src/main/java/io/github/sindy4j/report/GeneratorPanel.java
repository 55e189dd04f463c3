package io.github.sindy4j.report;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Generators as matrices: the field v(x) = A x + a has the rows of [A | a], one for each component;
 * any other has a column for each term. At most {@link #MAX_GENERATORS} are drawn.
 *
 * @param generators the generators, in their order
 */
public record GeneratorPanel(List<Entries> generators) implements Panel {
  /** How many generators are drawn. */
  public static final int MAX_GENERATORS = 6;

  /** Copies the list and checks that there is a generator. */
  public GeneratorPanel {
    generators = List.copyOf(generators);
    Checks.require(
        !generators.isEmpty(), "GeneratorPanel: no generators; leave the panel out instead");
  }

  /**
   * One generator.
   *
   * @param name its name; it may be empty
   * @param verdict what is known of it
   * @param rows the variables that move
   * @param columns the terms by which they move; {@code 1} is the constant
   * @param entries a row for each variable, a column for each term
   */
  public record Entries(
      String name, Verdict verdict, List<String> rows, List<String> columns, Matrix entries) {
    /** Copies the lists and checks the shape. */
    public Entries {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
      Checks.sameSize("GeneratorPanel: rows and their names", entries.rows(), rows.size());
      Checks.sameSize("GeneratorPanel: columns and their names", entries.cols(), columns.size());
      Checks.require(
          entries.rows() > 0 && entries.cols() > 0, "GeneratorPanel: a matrix without entries");
    }

    /**
     * The matrix of a generator: its columns are the variables and then those other monomials that
     * occur; empty if a component is no polynomial.
     */
    public static Optional<Entries> of(Generator generator, Verdict verdict) {
      return generator
          .polynomials()
          .map(
              components -> {
                List<List<Integer>> columns = GeneratorEntries.columns(components);
                return new Entries(
                    generator.name(),
                    verdict,
                    generator.variables(),
                    GeneratorEntries.names(columns, generator),
                    GeneratorEntries.matrix(components, columns));
              });
    }
  }

  List<Entries> shown() {
    return generators.subList(0, Math.min(MAX_GENERATORS, generators.size()));
  }
}
