package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A long simulation leg by leg. Noise needs the deviations of all samples first, for which the
 * simulation runs twice.
 *
 * @param simulation what is simulated
 * @param most how many samples a leg has
 */
record SimulatedLegs(Simulation simulation, int most) implements Legs {
  @Override
  public Schema schema() {
    return simulation.system().schema();
  }

  @Override
  public int trajectories() {
    return simulation.starts().size();
  }

  @Override
  public boolean rates() {
    return false;
  }

  @Override
  public long samples() {
    return (long) simulation.samples() * trajectories();
  }

  @Override
  public List<Notice> pass(Consumer<Trajectory> leg) {
    if (simulation.noisePercent() == 0) {
      return exact(leg);
    }
    Moments moments = new Moments(schema().states().size());
    exact(moments::add);
    UnaryOperator<Trajectory> shaking = simulation.noise().shaking(schema(), moments.deviations());
    List<Notice> notices = exact(clean -> leg.accept(shaking.apply(clean)));
    notices.add(simulation.noise().notice());
    return notices;
  }

  private List<Notice> exact(Consumer<Trajectory> leg) {
    List<Notice> notices = new ArrayList<>();
    for (int k = 0; k < trajectories(); k++) {
      run(Integer.toString(k + 1), simulation.starts().get(k), leg, notices);
    }
    return notices;
  }

  private void run(String id, Vec start, Consumer<Trajectory> legs, List<Notice> notices) {
    Vec state = start;
    int given = 0;
    while (given < simulation.samples()) {
      int from = Math.max(0, given - 1);
      int to = (int) Math.min(simulation.samples(), (long) given + most);
      double[] times = new double[to - from];
      for (int i = 0; i < times.length; i++) {
        times[i] = (from + i) * simulation.step();
      }
      DormandPrince solver = Simulation.solver(times.length);
      double bound = solver.region() * (1 + start.maxAbs());
      Solution solution =
          solver
              .withRegion(Math.max(1, bound / (1 + state.maxAbs())))
              .integrate(simulation.system().field(), state, Vec.adopt(times));
      int known = given - from;
      int reached = solution.times().size();
      if (reached > known) {
        Matrix states = solution.states().rowSlice(known, reached);
        legs.accept(Trajectory.of(id, solution.times().slice(known, reached), states));
        state = solution.states().row(reached - 1);
      }
      if (!solution.isComplete()) {
        notices.add(
            Notice.warning(
                "simulation-stopped", "Trajectory " + id + " " + solution.outcome().text() + "."));
        return;
      }
      given = to;
    }
  }

  /** Means and squares around them, leg by leg. */
  private static final class Moments {
    private final double[] means;
    private final double[] squares;
    private long count;

    Moments(int states) {
      means = new double[states];
      squares = new double[states];
    }

    void add(Trajectory leg) {
      long both = count + leg.size();
      for (int j = 0; j < means.length; j++) {
        Vec column = leg.states().col(j);
        double mean = 0;
        for (int i = 0; i < leg.size(); i++) {
          mean += column.get(i) / leg.size();
        }
        double center = mean;
        double norm = column.map(x -> x - center).norm();
        double distance = mean - means[j];
        squares[j] += norm * norm + distance * distance * ((double) count * leg.size() / both);
        means[j] += distance * leg.size() / both;
      }
      count = both;
    }

    double[] deviations() {
      double[] deviations = new double[squares.length];
      for (int j = 0; j < squares.length; j++) {
        deviations[j] = Math.sqrt(squares[j] / count);
      }
      return deviations;
    }
  }
}
