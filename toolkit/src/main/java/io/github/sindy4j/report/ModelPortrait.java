package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.Version;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.FunctionModel;
import io.github.sindy4j.model.Input;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reports on structure look at: a model from a file, a fit with its data, or data alone.
 *
 * @param schema the names of the variables
 * @param model the equations, where there are any
 * @param function the function, where there is one
 * @param region where they are looked at
 * @param data the data, where there are any
 * @param fit where the model comes from, unless from a file
 */
record ModelPortrait(
    Sides schema,
    Optional<SparseModel> model,
    Optional<FunctionModel> function,
    Region region,
    Optional<Dataset> data,
    Optional<SindyFit> fit) {
  private static final int ACROSS = 16;
  private static final int UP = 11;

  /** The equations, with intervals where they are known. */
  List<Equation> equations() {
    return model
        .map(m -> equations(m.coefficients(), m.library(), true))
        .or(() -> function.map(f -> equations(f.coefficients(), f.library(), false)))
        .orElse(List.of());
  }

  private List<Equation> equations(Matrix w, Library library, boolean areRates) {
    Optional<Matrix> half = fit.map(SindyFit::halfWidths);
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      List<Equation.Term> terms = new ArrayList<>();
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          double width = half.isPresent() ? half.get().get(i, j) : Double.NaN;
          terms.add(new Equation.Term(library.termNames().get(j), w.get(i, j), width));
        }
      }
      equations.add(new Equation(schema.equationNames().get(i), areRates, terms));
    }
    return equations;
  }

  /** The plane of two states: the data, and the flow where all else is at the centre. */
  PhasePanel phase(Schema dynamics, int across, int up) {
    Track measured = new Track();
    data.ifPresent(d -> d.trajectories().forEach(t -> measured(t, measured, across, up)));
    List<Variable> states = dynamics.states();
    return new PhasePanel(
        states.get(across).label(),
        states.get(up).label(),
        measured.curve(),
        Curve.EMPTY,
        model.map(m -> flow(m, across, up)).orElse(Flow.NONE));
  }

  private static void measured(Trajectory trajectory, Track track, int across, int up) {
    for (Segment segment : trajectory.segments()) {
      Matrix states = trajectory.states().rowSlice(segment.from(), segment.to());
      track.add(states.col(across), states.col(up));
    }
  }

  private Flow flow(SparseModel model, int across, int up) {
    int n = model.schema().states().size();
    double[] state = new double[n];
    for (int i = 0; i < n; i++) {
      state[i] = region.centre(i);
    }
    Input still =
        (t, u) -> {
          for (int c = 0; c < u.length; c++) {
            u[c] = region.centre(n + c);
          }
        };
    Evaluator field = model.field(still).evaluator();
    double[][] arrows = new double[4][ACROSS * UP];
    double[] rates = new double[n];
    for (int k = 0; k < ACROSS * UP; k++) {
      state[across] = place(across, k % ACROSS, ACROSS);
      state[up] = place(up, k / ACROSS, UP);
      field.rates(0, state, rates);
      arrows[0][k] = state[across];
      arrows[1][k] = state[up];
      arrows[2][k] = rates[across];
      arrows[3][k] = rates[up];
    }
    Flow flow =
        new Flow(
            Vec.adopt(arrows[0]), Vec.adopt(arrows[1]), Vec.adopt(arrows[2]), Vec.adopt(arrows[3]));
    return flow.unlessUniform();
  }

  private double place(int i, int k, int count) {
    return region.centre(i) + region.halfWidth(i) * (-1 + 2.0 * k / (count - 1));
  }

  /** Where a result comes from. */
  Provenance provenance(
      String command, Map<String, String> settings, String methods, String bibtex) {
    Map<String, String> chosen = new LinkedHashMap<>(settings);
    for (int i = 0; i < region.dimension(); i++) {
      String bounds =
          UncertainNumber.text(region.lower().get(i))
              + " to "
              + UncertainNumber.text(region.upper().get(i));
      chosen.put("region of " + schema.inputNames().get(i), bounds);
    }
    List<Entry> rows = new ArrayList<>();
    data.map(DataSummary::of)
        .ifPresent(
            d -> {
              rows.add(new Entry("samples", Long.toString(d.samples())));
              rows.add(new Entry("trajectories", Integer.toString(d.trajectories())));
            });
    String kernel =
        Version.kernel(
            data.map(d -> DataSummary.of(d).samples()).orElse(0L),
            model.map(SparseModel::coefficients).orElse(Matrix.zeros(0, 0)));
    return Provenance.of(command, chosen, rows, methods, bibtex, kernel);
  }
}
