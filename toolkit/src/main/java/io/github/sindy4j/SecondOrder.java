package io.github.sindy4j;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.knowledge.KnownEquation;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * x″ = F(x, x′, u) where only x is measured, written as a system of first order: for every state x
 * there is a state {@code x_dot}, estimated from x, and the equation x′ = x_dot is known.
 */
final class SecondOrder {
  private static final String SUFFIX = "_dot";

  private SecondOrder() {}

  /** The data with estimated rates as further states; samples without an estimate are left out. */
  static Dataset extended(Dataset data, Optional<Differentiator> differentiator) {
    if (data.hasRates()) {
      throw new BadData(
          "rates-measured",
          data.name(),
          "order 2 is for data whose rates were not measured",
          "Give the measured rates as states, and their equations with --known \"x' = v\"");
    }
    FormulatedRows rows = new Choices(data).estimates(differentiator);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int k = 0; k < data.trajectories().size(); k++) {
      extended(data.trajectories().get(k), k, rows).ifPresent(trajectories::add);
    }
    List<Notice> notices = new ArrayList<>(data.notices());
    notices.addAll(rows.notices());
    return new Dataset(data.name(), schema(data.schema()), trajectories, notices);
  }

  private static Schema schema(Schema schema) {
    List<Variable> states = new ArrayList<>(schema.states());
    String time = schema.time().unit();
    for (Variable state : schema.states()) {
      String unit =
          state.unit().isEmpty() && time.isEmpty()
              ? ""
              : (state.unit().isEmpty() ? "1" : state.unit()) + (time.isEmpty() ? "" : "/" + time);
      states.add(new Variable(state.name() + SUFFIX, unit));
    }
    return new Schema(schema.time(), states, schema.controls());
  }

  private static Optional<Trajectory> extended(
      Trajectory trajectory, int number, FormulatedRows rows) {
    List<double[]> states = new ArrayList<>();
    List<double[]> controls = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    SortedSet<Integer> gaps = new TreeSet<>();
    for (FormulatedRows.Stretch stretch : rows.stretches()) {
      if (stretch.trajectory() == number) {
        gaps.add(times.size());
        for (int i = 0; i < stretch.size(); i++) {
          Vec x = trajectory.states().row(stretch.from() + i);
          states.add(x.joined(stretch.estimate().rates().row(i)).toArray());
          controls.add(trajectory.controls().row(stretch.from() + i).toArray());
          times.add(trajectory.times().get(stretch.from() + i));
        }
      }
    }
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Vec t = Vec.adopt(times.stream().mapToDouble(Double::doubleValue).toArray());
    Trajectory plain =
        Trajectory.of(trajectory.id(), t, Matrix.ofRows(states.toArray(double[][]::new)))
            .withGapsBefore(gaps);
    return Optional.of(
        trajectory.controls().cols() == 0
            ? plain
            : plain.withControls(Matrix.ofRows(controls.toArray(double[][]::new))));
  }

  /** x′ = x_dot for each of the first half of the states. */
  static List<Knowledge> equations(Dataset extended) {
    List<String> names = extended.schema().stateNames();
    List<Knowledge> equations = new ArrayList<>();
    for (int i = 0; i < names.size() / 2; i++) {
      equations.add(new KnownEquation(names.get(i) + "' = " + names.get(names.size() / 2 + i)));
    }
    return equations;
  }

  /** A library that can say so. */
  static LibrarySpec withRates(LibrarySpec library, Dataset extended) {
    List<String> names = extended.schema().stateNames();
    List<String> rates = names.subList(names.size() / 2, names.size());
    boolean missing = !library.over(extended.schema().inputNames()).termNames().containsAll(rates);
    return missing
        ? library.plus(LibrarySpec.parse("expr(" + String.join(", ", rates) + ")"))
        : library;
  }
}
