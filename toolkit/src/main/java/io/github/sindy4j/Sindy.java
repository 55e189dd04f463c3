package io.github.sindy4j;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.knowledge.CoefficientStatement;
import io.github.sindy4j.knowledge.ConservedTotal;
import io.github.sindy4j.knowledge.Equivariant;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.knowledge.KnownEquation;
import io.github.sindy4j.knowledge.NamedSymmetry;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.promotion.Candidates;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sparse identification of nonlinear dynamics: find the few terms of ẋ = W θ(x) that explain
 * measured trajectories.
 *
 * <pre>{@code
 * SindyFit fit = Sindy.over(PolynomialLibrary.ofDegree(3)).fit(data);
 * fit.model().equations().forEach(System.out::println);
 * }</pre>
 *
 * <p>What is not said is chosen from the data, and the fit says what was chosen. Immutable.
 *
 * <p>Source: S. L. Brunton, J. L. Proctor and J. N. Kutz, PNAS 113 (2016) 3932–3937.
 */
public final class Sindy {
  private final SindySettings settings;

  private Sindy(SindySettings settings) {
    this.settings = settings;
  }

  /** Everything chosen from the data: library, derivative and number of terms. */
  public static Sindy automatic() {
    return new Sindy(new SindySettings());
  }

  private Sindy with(Consumer<SindySettings> change) {
    SindySettings changed = settings.copy();
    change.accept(changed);
    return new Sindy(changed);
  }

  /** This library; derivative and number of terms chosen from the data. */
  public static Sindy over(LibrarySpec library) {
    return automatic().withLibrary(library);
  }

  /** The same over another library. */
  public Sindy withLibrary(LibrarySpec newLibrary) {
    return with(s -> s.library = Optional.of(newLibrary));
  }

  /** The same with rates from this differentiator. */
  public Sindy differentiatedBy(Differentiator newDifferentiator) {
    return formulatedBy(new Approach.Differential(Optional.of(newDifferentiator)));
  }

  /** The same, turning trajectories into a regression in this way. */
  public Sindy formulatedBy(Approach newApproach) {
    return with(s -> s.approach = newApproach);
  }

  /**
   * The same for equations of second order, x″ = F(x, x′, u), of which only x is measured: the
   * model has further states {@code x_dot}, whose equations x′ = x_dot are known.
   */
  public Sindy ofSecondOrder() {
    return with(s -> s.order = 2);
  }

  /** The same with controls that run so between samples; straight lines where nothing is said. */
  public Sindy withControls(Between newBetween) {
    return with(s -> s.between = newBetween);
  }

  /** The same with this regressor. */
  public Sindy solvedBy(SparseRegressor newRegressor) {
    return with(s -> s.regressor = Optional.of(newRegressor));
  }

  /** The same, but taking the model with this many terms from the regressor's path. */
  public Sindy picking(int terms) {
    return with(s -> s.pick = OptionalInt.of(terms));
  }

  /** The same, knowing these things beside what it knew. */
  public Sindy knowing(Knowledge... more) {
    return knowing(List.of(more));
  }

  private Sindy knowing(List<Knowledge> more) {
    return with(s -> s.knowledge = Stream.concat(s.knowledge.stream(), more.stream()).toList());
  }

  /** The same with a statement on coefficients, such as {@code x: y = 10} or {@code z: z <= 0}. */
  public Sindy constrainedBy(String statement) {
    return knowing(new CoefficientStatement(statement));
  }

  /** The same with an equation that is known as a whole, such as {@code x' = v}. */
  public Sindy withEquation(String equation) {
    return knowing(new KnownEquation(equation));
  }

  /** The same with a quantity that no motion changes, such as {@code A + B + C}. */
  public Sindy conserving(String quantity) {
    return knowing(new ConservedTotal(quantity));
  }

  /**
   * The same with equations that keep their form under an action, such as {@code so(2) on (x,y)}.
   */
  public Sindy enforcing(String action) {
    return knowing(new NamedSymmetry(action));
  }

  /** The same with equations that keep their form under an action. */
  public Sindy enforcing(Action action) {
    return knowing(new Equivariant(action));
  }

  /**
   * The same, finding out which of these symmetries the data keep, and enforcing those: {@code
   * affine}, {@code linear}, or an action such as {@code so(2) on (x,y)}.
   */
  public Sindy promoting(String candidates) {
    return promoting(candidates, ActionFiles.NONE);
  }

  /** The same; parts that end in {@code .json} are read by {@code files}. */
  public Sindy promoting(String candidates, ActionFiles files) {
    return promotingNamed(
        schema ->
            Candidates.ofField(candidates, schema.stateNames(), schema.controlNames(), files));
  }

  /** The same for generators and elements on states and controls. */
  public Sindy promoting(Action candidates) {
    return promotingNamed(schema -> candidates);
  }

  /** The same for a space of generators on states and controls. */
  public Sindy promoting(GeneratorSpace candidates) {
    return promoting(new Action(candidates.name(), candidates.basis(), List.of()));
  }

  private Sindy promotingNamed(Function<Schema, Action> candidates) {
    return with(s -> s.promoting = s.promoting.of(candidates));
  }

  /**
   * The same with this part, in (0, 1], of the weight from which on every candidate is kept,
   * instead of the one that held-out rows choose.
   */
  public Sindy promotingAt(double fraction) {
    return with(s -> s.promoting = s.promoting.at(fraction));
  }

  /**
   * The same, fitting many models to resampled blocks of rows beside the one to all rows: {@link
   * SindyFit#ensemble} then says how often each term is found.
   */
  public Sindy withEnsemble(Bagging newBagging) {
    return with(s -> s.bagging = Optional.of(newBagging));
  }

  /** The same, telling how far it has come. */
  public Sindy reportingTo(Progress newProgress) {
    return with(s -> s.progress = newProgress);
  }

  /** The smoothed states and rates that a fit would rest on, without one. */
  public FormulatedRows rows(Dataset data) {
    return new Choices(data).estimates(settings.approach.differentiator());
  }

  /**
   * Data as a fit sees them: with estimated rates as further states where equations are of second
   * order.
   */
  public Dataset prepared(Dataset data) {
    return settings.order == 1
        ? data
        : SecondOrder.extended(data, settings.approach.differentiator());
  }

  /** Finds the equations behind the data. */
  public SindyFit fit(Dataset data) {
    Dataset prepared = prepared(data);
    Sindy told = settings.order == 1 ? this : knowing(SecondOrder.equations(prepared));
    return new SindyRun(prepared, told.settings).fit();
  }

  /**
   * Finds the equations behind data that are not held together: the same model, errors and scores
   * as for the same data held, where these settings are named; {@link #obstacleToStreaming} names
   * what needs all data at once.
   */
  public StreamedFit fit(StoredData data) {
    return new StreamedRun(data, settings).fit();
  }

  /**
   * Finds the equations behind data that go by once: the same coefficients to rounding; {@link
   * #obstacleToOnePass} names what needs another pass.
   */
  public StreamedFit fit(PassingData data) {
    return new PassingRun(data, settings).fit();
  }

  /** Why {@link #fit(PassingData)} would refuse such data; empty where it would not. */
  public Optional<Unsupported> obstacleToOnePass(PassingData.Heading heading) {
    return PassingRun.obstacle(settings, heading);
  }

  /** Why {@link #fit(StoredData)} would refuse; empty where it would not. */
  public Optional<Unsupported> obstacleToStreaming() {
    return StreamedRun.obstacle(settings);
  }
}
