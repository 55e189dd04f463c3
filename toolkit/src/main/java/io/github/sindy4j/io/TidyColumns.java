package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a dataset as a table: {@code traj, t, x, y, u, dx/dt, dy/dt}.
 *
 * @param trajectory the column of trajectory names, when there is more than one trajectory
 * @param schema time, states and controls
 * @param rates the columns of the measured rates, possibly none
 */
record TidyColumns(Optional<String> trajectory, Schema schema, List<Variable> rates) {
  static TidyColumns of(Dataset dataset) {
    return of(Legs.of(dataset));
  }

  static TidyColumns of(Legs legs) {
    Schema schema = legs.schema();
    List<String> taken = new ArrayList<>(schema.inputNames());
    taken.add(schema.time().name());
    Optional<String> trajectory =
        legs.trajectories() < 2
            ? Optional.empty()
            : Stream.concat(
                    Stream.of("traj", "trajectory", "trial", "run"),
                    Stream.iterate("traj_", name -> name + "_"))
                .filter(name -> !taken.contains(name))
                .findFirst();
    List<Variable> rates =
        legs.rates()
            ? schema.states().stream().map(state -> rate(state, schema.time())).toList()
            : List.of();
    return new TidyColumns(trajectory, schema, rates);
  }

  /** {@code dx/dt [m/s]}. */
  private static Variable rate(Variable state, Variable time) {
    boolean units = !state.unit().isEmpty() && !time.unit().isEmpty();
    return new Variable(
        "d" + state.name() + "/d" + time.name(), units ? state.unit() + "/" + time.unit() : "");
  }

  List<String> rateNames() {
    return rates.stream().map(Variable::name).toList();
  }

  /** The cells of the header. */
  List<String> labels() {
    Stream<Variable> numbers =
        Stream.of(List.of(schema.time()), schema.states(), schema.controls(), rates)
            .flatMap(List::stream);
    return Stream.concat(trajectory.stream(), numbers.map(Variable::label)).toList();
  }
}
