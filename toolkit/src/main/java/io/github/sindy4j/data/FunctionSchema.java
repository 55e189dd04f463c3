package io.github.sindy4j.data;

import io.github.sindy4j.notice.BadData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of samples of a function y = F(x).
 *
 * @param inputs x₁ … x_m, at least one
 * @param outputs y₁ … y_k, at least one
 */
public record FunctionSchema(List<Variable> inputs, List<Variable> outputs) implements Sides {
  /** Checks that there are both and that names are unique. */
  public FunctionSchema {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    if (inputs.isEmpty() || outputs.isEmpty()) {
      String missing = inputs.isEmpty() ? "input" : "output";
      throw new BadData(
          "no-" + missing + "s",
          "",
          "there is no " + missing + " column",
          "Name the columns of the " + missing + "s");
    }
    Set<String> seen = new HashSet<>();
    for (Variable variable : Stream.concat(inputs.stream(), outputs.stream()).toList()) {
      if (!seen.add(variable.name())) {
        throw new BadData(
            "duplicate-column",
            "",
            "the name '" + variable.name() + "' occurs twice",
            "Give every column its own name");
      }
    }
  }

  /** Columns with these names, which may carry units: {@code "r [m]"}. */
  public static FunctionSchema of(List<String> inputs, List<String> outputs) {
    return new FunctionSchema(
        inputs.stream().map(Variable::parse).toList(),
        outputs.stream().map(Variable::parse).toList());
  }

  /** The names of the outputs, in order. */
  public List<String> outputNames() {
    return outputs.stream().map(Variable::name).toList();
  }

  @Override
  public List<String> inputNames() {
    return inputs.stream().map(Variable::name).toList();
  }

  @Override
  public List<String> equationNames() {
    return outputNames();
  }

  @Override
  public String leftSide(int equation) {
    return outputs.get(equation).name();
  }
}
