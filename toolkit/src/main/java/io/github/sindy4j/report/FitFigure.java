package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.formulation.FormulatedRows.Stretch;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Forecast;
import io.github.sindy4j.model.Input;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts what a fit knows into panels. */
final class FitFigure {
  /** Replays with fewer points are drawn from a finer run. */
  private static final int FEW = 300;

  /** So many rates at most are compared for each state. */
  private static final int RATES = 20_000;

  private final SindyFit fit;
  private final Replay replay;
  private final Integrator integrator;
  private final Optional<SymmetrySpectrum> symmetries;
  private final Dataset data;

  FitFigure(
      SindyFit fit, Replay replay, Integrator integrator, Optional<SymmetrySpectrum> symmetries) {
    this.fit = fit;
    this.replay = replay;
    this.integrator = integrator;
    this.symmetries = symmetries;
    this.data = fit.data();
  }

  Figure figure() {
    List<Panel> panels = new ArrayList<>();
    panels.add(replayPanel());
    if (data.schema().states().size() > 1) {
      panels.add(phasePanel());
    }
    List<ForestPanel.Row> coefficients = coefficients();
    if (!coefficients.isEmpty()) {
      panels.add(new ForestPanel(coefficients));
    }
    if (!fit.path().isEmpty()) {
      panels.add(paretoPanel(coefficients.size()));
    }
    Optional<Panel> whiteness =
        fit.smoothing().flatMap(found -> SmoothingReport.panel(found, data.schema()));
    if (whiteness.isPresent()) {
      panels.add(whiteness.get());
    } else if (!fit.rows().stretches().isEmpty()) {
      panels.add(derivativePanel());
    }
    List<Forecast> forecasts = fit.forecasts(integrator);
    if (!forecasts.isEmpty()) {
      panels.add(EnsembleReport.panel(data, forecasts));
    }
    fit.promotion()
        .filter(found -> found.path().size() > 1)
        .ifPresent(found -> panels.add(PromotionReport.panel(found)));
    symmetries.ifPresent(spectrum -> panels.add(SymmetryReport.spectrumPanel(spectrum)));
    return new Figure(panels);
  }

  private ReplayPanel replayPanel() {
    Trajectory first = data.first();
    List<Interval> gaps = new ArrayList<>();
    for (int k = 1; k < first.segments().size(); k++) {
      int start = first.segments().get(k).from();
      gaps.add(new Interval(first.times().get(start - 1), first.times().get(start)));
    }
    List<Solution> runs = new ArrayList<>();
    String endNote = "";
    for (Replay.Run run : replay.runs()) {
      if (run.trajectory() == 0) {
        runs.add(drawn(run));
        endNote =
            run.solution().isComplete() ? endNote : "replay " + run.solution().outcome().text();
      }
    }
    List<ReplayPanel.State> states = new ArrayList<>();
    for (int c = 0; c < data.schema().states().size(); c++) {
      Track measured = new Track();
      measured(first, measured, c);
      Track predicted = new Track();
      for (Solution run : runs) {
        predicted.add(run.times(), run.states().col(c));
      }
      String name = data.schema().states().get(c).label();
      ReplayPanel.Band band = SmoothingReport.band(fit, 0, c);
      states.add(new ReplayPanel.State(name, measured.curve(), predicted.curve(), band));
    }
    return new ReplayPanel(data.schema().time().label(), states, gaps, endNote);
  }

  private static void measured(Trajectory trajectory, Track track, int state) {
    for (Segment segment : trajectory.segments()) {
      track.add(
          trajectory.times().slice(segment.from(), segment.to()),
          trajectory.states().col(state).slice(segment.from(), segment.to()));
    }
  }

  /** The run with enough points for a smooth line. */
  private Solution drawn(Replay.Run run) {
    Vec reached = run.solution().times();
    boolean driven = !data.schema().controls().isEmpty();
    if (reached.size() >= FEW || reached.size() < 2 || driven) {
      return run.solution();
    }
    double[] times = new double[FEW];
    for (int k = 0; k < FEW; k++) {
      times[k] = reached.first() + (reached.last() - reached.first()) * k / (FEW - 1);
    }
    Trajectory trajectory = data.trajectories().get(run.trajectory());
    return integrator.integrate(
        fit.model().field(Input.of(trajectory)), run.solution().states().row(0), Vec.of(times));
  }

  private PhasePanel phasePanel() {
    Track measured = new Track();
    Track predicted = new Track();
    for (Trajectory trajectory : data.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        Matrix states = trajectory.states().rowSlice(segment.from(), segment.to());
        measured.add(states.col(0), states.col(1));
      }
    }
    for (Replay.Run run : replay.runs()) {
      Solution solution = drawn(run);
      predicted.add(solution.states().col(0), solution.states().col(1));
    }
    List<Variable> states = data.schema().states();
    return new PhasePanel(
        states.get(0).label(),
        states.get(1).label(),
        measured.curve(),
        predicted.curve(),
        FitFlow.of(fit),
        smoothed(),
        symmetries.map(FitFigure::fields).orElse(List.of()));
  }

  /** The smoothed states in the plane of the first two. */
  private Curve smoothed() {
    Track track = new Track();
    for (SmootherFit.Stretch stretch :
        fit.smoothing().map(SmootherFit::stretches).orElse(List.of())) {
      track.add(stretch.states().col(0), stretch.states().col(1));
    }
    return track.curve();
  }

  private static List<GeneratorField> fields(SymmetrySpectrum spectrum) {
    return spectrum.held().stream()
        .map(v -> GeneratorField.of(v, spectrum.region(), 0, 1))
        .toList();
  }

  private List<ForestPanel.Row> coefficients() {
    Matrix w = fit.model().coefficients();
    Matrix half = fit.halfWidths();
    List<ForestPanel.Row> rows = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          double value = w.get(i, j);
          String state = data.schema().stateNames().get(i);
          String term = fit.model().library().termNames().get(j);
          rows.add(
              new ForestPanel.Row(
                  state, term, value, value - half.get(i, j), value + half.get(i, j)));
        }
      }
    }
    return rows;
  }

  private ParetoPanel paretoPanel(int chosen) {
    // The smoother has no rates to be held out; a logarithmic axis has no place for an excess of 0.
    boolean smooth = fit.smoothing().isPresent();
    List<ParetoPanel.Candidate> candidates = new ArrayList<>();
    for (ParetoRow row : fit.path()) {
      double error = smooth ? 1 + row.criterion() : row.heldOutError();
      candidates.add(new ParetoPanel.Candidate(row.terms(), error, row.terms() == chosen));
    }
    return new ParetoPanel(candidates, smooth ? "1 + excess of the criterion" : "held-out error");
  }

  private DerivativePanel derivativePanel() {
    List<Stretch> stretches = fit.rows().stretches();
    int n = data.schema().states().size();
    long total = stretches.stream().mapToLong(Stretch::size).sum();
    int stride = (int) Math.max(1, total / RATES);
    List<double[]> estimated = new ArrayList<>();
    List<double[]> modelled = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Trajectory trajectory = data.trajectories().get(stretch.trajectory());
      Evaluator field = fit.model().field(Input.of(trajectory)).evaluator();
      for (int i = 0; i < stretch.size(); i += stride) {
        double[] rates = new double[n];
        double time = trajectory.times().get(stretch.from() + i);
        field.rates(time, stretch.estimate().states().row(i).toArray(), rates);
        modelled.add(rates);
        estimated.add(stretch.estimate().rates().row(i).toArray());
      }
    }
    List<DerivativePanel.Rates> rates = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      rates.add(
          new DerivativePanel.Rates(
              data.schema().stateNames().get(c), column(estimated, c), column(modelled, c)));
    }
    return new DerivativePanel(rates);
  }

  private static Vec column(List<double[]> rows, int c) {
    return Vec.adopt(rows.stream().mapToDouble(row -> row[c]).toArray());
  }
}
