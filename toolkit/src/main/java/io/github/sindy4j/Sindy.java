package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
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
import io.github.sindy4j.promotion.Candidates;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

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
  private final Optional<LibrarySpec> library;
  private final Approach approach;
  private final int order;
  private final Between between;
  private final Optional<SparseRegressor> regressor;
  private final OptionalInt pick;
  private final List<Knowledge> knowledge;
  private final Promoting promoting;
  private final Optional<Bagging> bagging;
  private final Progress progress;

  private Sindy(
      Optional<LibrarySpec> library,
      Approach approach,
      int order,
      Between between,
      Optional<SparseRegressor> regressor,
      OptionalInt pick,
      List<Knowledge> knowledge,
      Promoting promoting,
      Optional<Bagging> bagging,
      Progress progress) {
    this.library = library;
    this.approach = approach;
    this.order = order;
    this.between = between;
    this.regressor = regressor;
    this.pick = pick;
    this.knowledge = List.copyOf(knowledge);
    this.promoting = promoting;
    this.bagging = bagging;
    this.progress = progress;
  }

  /** Everything chosen from the data: library, derivative and number of terms. */
  public static Sindy automatic() {
    return new Sindy(
        Optional.empty(),
        Approach.AUTOMATIC,
        1,
        Between.LINEAR,
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        Promoting.NOTHING,
        Optional.empty(),
        Progress.NONE);
  }

  /** This library; derivative and number of terms chosen from the data. */
  public static Sindy over(LibrarySpec library) {
    return automatic().withLibrary(library);
  }

  /** The same over another library. */
  public Sindy withLibrary(LibrarySpec newLibrary) {
    return new Sindy(
        Optional.of(newLibrary),
        approach,
        order,
        between,
        regressor,
        pick,
        knowledge,
        promoting,
        bagging,
        progress);
  }

  /** The same with rates from this differentiator. */
  public Sindy differentiatedBy(Differentiator newDifferentiator) {
    return formulatedBy(new Approach.Differential(Optional.of(newDifferentiator)));
  }

  /** The same, turning trajectories into a regression in this way. */
  public Sindy formulatedBy(Approach newApproach) {
    return new Sindy(
        library,
        newApproach,
        order,
        between,
        regressor,
        pick,
        knowledge,
        promoting,
        bagging,
        progress);
  }

  /**
   * The same for equations of second order, x″ = F(x, x′, u), of which only x is measured: the
   * model has further states {@code x_dot}, whose equations x′ = x_dot are known.
   */
  public Sindy ofSecondOrder() {
    return new Sindy(
        library, approach, 2, between, regressor, pick, knowledge, promoting, bagging, progress);
  }

  /** The same with controls that run so between samples; straight lines where nothing is said. */
  public Sindy withControls(Between newBetween) {
    return new Sindy(
        library,
        approach,
        order,
        newBetween,
        regressor,
        pick,
        knowledge,
        promoting,
        bagging,
        progress);
  }

  /** The same with this regressor. */
  public Sindy solvedBy(SparseRegressor newRegressor) {
    return new Sindy(
        library,
        approach,
        order,
        between,
        Optional.of(newRegressor),
        pick,
        knowledge,
        promoting,
        bagging,
        progress);
  }

  /** The same, but taking the model with this many terms from the regressor's path. */
  public Sindy picking(int terms) {
    return new Sindy(
        library,
        approach,
        order,
        between,
        regressor,
        OptionalInt.of(terms),
        knowledge,
        promoting,
        bagging,
        progress);
  }

  /** The same, knowing these things beside what it knew. */
  public Sindy knowing(Knowledge... more) {
    List<Knowledge> all = new ArrayList<>(knowledge);
    all.addAll(List.of(more));
    return new Sindy(
        library, approach, order, between, regressor, pick, all, promoting, bagging, progress);
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
    return withPromoting(new Promoting(Optional.of(candidates), promoting.settings()));
  }

  /**
   * The same with this part, in (0, 1], of the weight from which on every candidate is kept,
   * instead of the one that held-out rows choose.
   */
  public Sindy promotingAt(double fraction) {
    return withPromoting(new Promoting(promoting.candidates(), promoting.settings().at(fraction)));
  }

  private Sindy withPromoting(Promoting newPromoting) {
    return new Sindy(
        library,
        approach,
        order,
        between,
        regressor,
        pick,
        knowledge,
        newPromoting,
        bagging,
        progress);
  }

  /**
   * The same, fitting many models to resampled blocks of rows beside the one to all rows: {@link
   * SindyFit#ensemble} then says how often each term is found.
   */
  public Sindy withEnsemble(Bagging settings) {
    return new Sindy(
        library,
        approach,
        order,
        between,
        regressor,
        pick,
        knowledge,
        promoting,
        Optional.of(settings),
        progress);
  }

  /** The same, telling how far it has come. */
  public Sindy reportingTo(Progress newProgress) {
    return new Sindy(
        library,
        approach,
        order,
        between,
        regressor,
        pick,
        knowledge,
        promoting,
        bagging,
        newProgress);
  }

  /** The smoothed states and rates that a fit would rest on, without one. */
  public FormulatedRows rows(Dataset data) {
    Library constant = PolynomialLibrary.ofDegree(0).over(data.schema().inputNames());
    return new Choices(data).form(differentiator()).rows(data, constant);
  }

  /**
   * Data as a fit sees them: with estimated rates as further states where equations are of second
   * order.
   */
  public Dataset prepared(Dataset data) {
    return order == 1 ? data : SecondOrder.extended(data, differentiator());
  }

  private Optional<Differentiator> differentiator() {
    return approach instanceof Approach.Differential d ? d.differentiator() : Optional.empty();
  }

  /** Finds the equations behind the data. */
  public SindyFit fit(Dataset data) {
    if (order == 1) {
      return new SindyRun(
              data, library, approach, 1, between, regressor, pick, knowledge, promoting, bagging,
              progress)
          .fit();
    }
    Dataset extended = prepared(data);
    List<Knowledge> all = new ArrayList<>(knowledge);
    all.addAll(SecondOrder.equations(extended));
    return new SindyRun(
            extended, library, approach, 2, between, regressor, pick, all, promoting, bagging,
            progress)
        .fit();
  }
}
