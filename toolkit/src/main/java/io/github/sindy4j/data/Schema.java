package io.github.sindy4j.data;

import io.github.sindy4j.notice.BadData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a dataset: what its numbers mean.
 *
 * @param time the independent variable
 * @param states x₁ … xₙ, at least one
 * @param controls u₁ … u_c, possibly none
 */
public record Schema(Variable time, List<Variable> states, List<Variable> controls)
    implements Sides {
  /** Checks that there is a state and that names are unique. */
  public Schema {
    states = List.copyOf(states);
    controls = List.copyOf(controls);
    if (states.isEmpty()) {
      throw new BadData(
          "no-states", "", "there is no state column", "Name the columns of the states");
    }
    Set<String> seen = new HashSet<>(Set.of(time.name()));
    for (Variable variable : Stream.concat(states.stream(), controls.stream()).toList()) {
      if (!seen.add(variable.name())) {
        throw new BadData(
            "duplicate-column",
            "",
            "the name '" + variable.name() + "' occurs twice",
            "Give every column its own name");
      }
    }
  }

  /** Time {@code t} and states with these names, without units or controls. */
  public static Schema of(String... states) {
    return new Schema(
        new Variable("t", ""), Stream.of(states).map(Variable::parse).toList(), List.of());
  }

  /** The names of the states, in order. */
  public List<String> stateNames() {
    return states.stream().map(Variable::name).toList();
  }

  /** The names of the controls, in order. */
  public List<String> controlNames() {
    return controls.stream().map(Variable::name).toList();
  }

  /** The variables a library is built over: states, then controls. */
  @Override
  public List<String> inputNames() {
    return Stream.concat(stateNames().stream(), controlNames().stream()).toList();
  }

  @Override
  public List<String> equationNames() {
    return stateNames();
  }

  @Override
  public String leftSide(int equation) {
    return "the rate of " + states.get(equation).name();
  }
}
