package io.github.sindy4j;

import io.github.sindy4j.conservation.Conservation;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.Dynamics;
import io.github.sindy4j.conservation.ModelStructure;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Forecast;
import io.github.sindy4j.model.Input;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Score;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Inference;
import io.github.sindy4j.regress.ParetoRow;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.smoother.SmootherFit;
import io.github.sindy4j.symmetry.ActionFiles;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model and everything that is known about how it was found.
 *
 * @param data what was fitted
 * @param rows the smoothed states and rates that were fitted
 * @param model the equations
 * @param regression what the regressor found
 * @param inference standard errors of the coefficients
 * @param rates how well the model gives the rates it was fitted to
 * @param heldOut how well its terms give rates that were held out, when there were enough rows
 * @param folds the rows, summarised
 * @param enforcement what was demanded of the coefficients, when anything was
 * @param promotion which symmetries were kept while fitting, when some were promoted
 * @param smoothing the smoothed states and variances, when the model was found by the smoother
 * @param ensemble what fits to resampled data say, where they were asked for
 * @param between how controls run between samples
 * @param settings everything that was chosen, by the user or by default, in the words of the
 *     command line
 * @param notices what the user should know
 */
public record SindyFit(
    Dataset data,
    FormulatedRows rows,
    SparseModel model,
    Regression regression,
    Inference inference,
    Score rates,
    Optional<Score> heldOut,
    FoldedData folds,
    Optional<Enforcement> enforcement,
    Optional<Promoted> promotion,
    Optional<SmootherFit> smoothing,
    Optional<ModelEnsemble> ensemble,
    Between between,
    Map<String, String> settings,
    List<Notice> notices) {
  /** Copies the collections. */
  public SindyFit {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /**
   * The path of models it was chosen from, most terms first; empty when the regressor had no
   * choice.
   */
  public List<ParetoRow> path() {
    return regression.path();
  }

  /**
   * Half the width of the 95 % interval of each coefficient; zero for terms that are not in the
   * model.
   */
  public Matrix halfWidths() {
    return inference.halfWidths();
  }

  /**
   * The data with smoothed states in place of the measured ones, where the model was found by the
   * smoother; samples that it left out are as they were.
   */
  public Dataset smoothed() {
    return smoothing.map(this::smoothed).orElse(data);
  }

  private Dataset smoothed(SmootherFit found) {
    List<Trajectory> trajectories = new ArrayList<>();
    for (int k = 0; k < data.trajectories().size(); k++) {
      Trajectory own = data.trajectories().get(k);
      double[] states = own.states().toArray();
      for (SmootherFit.Stretch stretch : found.stretches()) {
        if (stretch.trajectory() == k) {
          double[] smooth = stretch.states().toArray();
          System.arraycopy(smooth, 0, states, stretch.from() * own.states().cols(), smooth.length);
        }
      }
      trajectories.add(own.withStates(Matrix.adopt(own.size(), own.states().cols(), states)));
    }
    return new Dataset(data.name(), data.schema(), trajectories, data.notices());
  }

  /**
   * The model set off from the first sample of every segment, beside the data. Where the smoother
   * found the model, both are the smoothed states: in strong noise no model stays near what was
   * measured.
   */
  public Replay replay(Integrator integrator) {
    Dataset states = smoothed();
    return Replay.from(states, model, states, between, integrator);
  }

  /**
   * Where the models of the ensemble go from the first sample of each segment of the first
   * trajectory, smoothed where it can be; empty without an ensemble.
   */
  public List<Forecast> forecasts(Integrator integrator) {
    return ensemble.map(all -> forecasts(all, integrator)).orElse(List.of());
  }

  private List<Forecast> forecasts(ModelEnsemble all, Integrator integrator) {
    Trajectory first = data.first();
    Matrix starts = smoothed().first().states();
    List<VectorField> fields =
        all.models().stream()
            .map(w -> new SparseModel(data.schema(), model.library(), w))
            .map(member -> member.field(Input.of(first, between)))
            .toList();
    return first.segments().stream()
        .filter(segment -> segment.size() > 1 && !fields.isEmpty())
        .map(
            segment ->
                Forecast.of(
                    fields,
                    starts.row(segment.from()),
                    first.times().slice(segment.from(), segment.to()),
                    integrator))
        .toList();
  }

  /**
   * How far the coefficients could be others by these data, over all terms of the library, and
   * whatever was enforced.
   */
  public Freedom freedom() {
    return Freedom.of(folds, model.coefficients());
  }

  /** Its field as a subject of discovery, in the box that the data fill. */
  public Subject subject() {
    return Subject.field(model.library(), model.coefficients(), Region.of(data))
        .withFreedom(freedom())
        .withPoints(SamplePoints.of(data));
  }

  /**
   * Which combinations of these candidates are symmetries of its field: {@code affine}, {@code
   * linear}, {@code polynomial:2}, or an action such as {@code so(2) on (x,y)}.
   */
  public SymmetrySpectrum symmetries(String candidates) {
    return symmetries(candidates, Discovery.defaults());
  }

  /** The same with other settings. */
  public SymmetrySpectrum symmetries(String candidates, Discovery settings) {
    List<String> states = data.schema().stateNames();
    List<String> controls = data.schema().controlNames();
    return symmetries(
        GeneratorSpace.parse(candidates, states, controls, ActionFiles.NONE), settings);
  }

  /** Which combinations of these candidates are symmetries of its field. */
  public SymmetrySpectrum symmetries(GeneratorSpace candidates) {
    return symmetries(candidates, Discovery.defaults());
  }

  /** The same with other settings. */
  public SymmetrySpectrum symmetries(GeneratorSpace candidates, Discovery settings) {
    return settings.of(subject(), candidates);
  }

  /** Its field as that of an autonomous system, which may conserve something; without controls. */
  public Dynamics dynamics() {
    RegressionSummary whole = folds.whole();
    double[] responses = new double[whole.responses()];
    for (int i = 0; i < responses.length; i++) {
      responses[i] = whole.triangle().col(whole.terms() + i).norm();
    }
    return Dynamics.of(model.library(), model.coefficients())
        .withFreedom(freedom().directions(Vec.adopt(responses)));
  }

  /** What its field conserves, among functions that suit it. */
  public ConservedQuantities conserved() {
    return Conservation.ofFits().search(dynamics(), Region.of(data));
  }

  /** What kind of flow its field is, up to the tolerance that conserved quantities of fits have. */
  public ModelStructure structure() {
    return ModelStructure.of(
        dynamics(), Region.of(data), new Tolerance(Conservation.ofFits().tolerance()));
  }
}
