package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.io.SymmetryFile;
import io.github.sindy4j.knowledge.NamedSymmetry;
import java.util.List;
import picocli.CommandLine.Option;

/** What is known of the equations before any data are seen; every option may be repeated. */
final class KnowledgeOptions {
  @Option(
      names = "--enforce",
      paramLabel = "ACTION",
      description =
          "A symmetry of the equations: 'so(2) on (x,y)', 'reflection(-x,-y,z)', 'scaling(x:1,y:2)',"
              + " FILE.json, …")
  private List<String> symmetries = List.of();

  @Option(
      names = "--constrain",
      paramLabel = "STATEMENT",
      description =
          "About coefficients, EQUATION: TERM: 'x: y = 10', 'x: x + x: y = 0', 'z: z <= 0'.")
  private List<String> statements = List.of();

  @Option(
      names = "--known",
      paramLabel = "EQUATION",
      description = "An equation that is known as a whole: \"x' = v\".")
  private List<String> equations = List.of();

  @Option(
      names = "--conserve",
      paramLabel = "QUANTITY",
      description = "A quantity that no motion changes: 'A + B + C'.")
  private List<String> quantities = List.of();

  /** Adds those that were given. */
  OptionNames names(OptionNames names) {
    return names
        .with("--enforce", !symmetries.isEmpty())
        .with("--constrain", !statements.isEmpty())
        .with("--known", !equations.isEmpty())
        .with("--conserve", !quantities.isEmpty());
  }

  /** The same search, knowing all this. */
  Sindy in(Sindy sindy) {
    Sindy knowing = sindy;
    for (String symmetry : symmetries) {
      knowing = knowing.knowing(new NamedSymmetry(symmetry, SymmetryFile::readAlgebra));
    }
    for (String statement : statements) {
      knowing = knowing.constrainedBy(statement);
    }
    for (String equation : equations) {
      knowing = knowing.withEquation(equation);
    }
    for (String quantity : quantities) {
      knowing = knowing.conserving(quantity);
    }
    return knowing;
  }
}
