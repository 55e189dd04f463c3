package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One promotion, from rows to result; for one thread. */
final class PromotionRun {
  private final PromotionProblem problem;
  private final Promotion settings;
  private final Trials trials;
  private final PromotedPath path;
  private final List<PromotionStep> steps;

  PromotionRun(Promotion settings, PromotionProblem problem, SparseRegressor regressor) {
    requireCandidates(problem);
    this.problem = problem;
    this.settings = settings;
    this.trials = new Trials(problem, regressor);
    this.path = new PromotedPath(settings, problem);
    this.steps = path.steps(trials.plain().regression().coefficients());
  }

  private static void requireCandidates(PromotionProblem problem) {
    Action candidates = problem.candidates();
    if (problem.fibre() instanceof Fibre.Linear) {
      throw new Unsupported(
          "fibre-not-of-the-candidate",
          "promotion",
          "a fibre map given by formulas belongs to one generator, not to all candidates",
          "Take Fibre.pushforward or Fibre.scalar");
    }
    for (Generator v : candidates.generators()) {
      requireVariables(problem, v.toString(), v.variables());
    }
    for (GroupElement h : candidates.elements()) {
      requireVariables(problem, h.name(), h.variables());
      BadSetting.require(
          h.fibre().rows() == problem.outputs().size(),
          "candidates",
          h.name() + " acts on " + h.fibre().rows() + " values of " + problem.outputs().size(),
          "Give what it does to every output");
    }
    problem.equivariance().requireNoMotionByControls(candidates);
  }

  private static void requireVariables(PromotionProblem problem, String name, List<String> own) {
    if (!own.equals(problem.library().variables())) {
      throw new BadSetting(
          "wrong-variables",
          "candidates",
          name + " is on " + own,
          "Give candidates on the variables of the model: " + problem.library().variables());
    }
  }

  Promoted promoted() {
    Promoted.Choice choice = choice();
    StepReading reading = reading(choice.step());
    List<Promoted.Kept> kept = settled(choice.step(), reading);
    Trials.Trial fit = trials.with(symmetries(kept)).orElseThrow();
    List<Promoted.Kept> atTheWeight = reading.all();
    List<Promoted.Broken> broken =
        BrokenCandidates.of(problem, fit.regression().coefficients(), atTheWeight, trials);
    return new Promoted(
        problem.candidates(),
        problem.region(),
        settings.tolerance(),
        steps,
        choice,
        path.coefficients(choice.step()),
        reading.spectrum(),
        kept,
        algebra(kept),
        broken,
        errors(choice.step(), fit),
        fit.demands(),
        fit.regression(),
        new PromotionNotices(problem, settings, path, trials).of(atTheWeight, kept, broken));
  }

  private StepReading reading(int step) {
    return new StepReading(problem, steps.get(step), path.coefficients(step), settings.tolerance());
  }

  /** The same in the plain sparse fit, which no penalty has bent. */
  private StepReading plainReading(int step) {
    return new StepReading(
        problem, steps.get(step), trials.plain().regression().coefficients(), settings.tolerance());
  }

  /** The weight by the penalised fits, then a larger one if what it keeps can be enforced. */
  private Promoted.Choice choice() {
    if (settings.fraction().isPresent()) {
      return new Promoted.Choice(path.chosen(), "given");
    }
    if (trials.plain().heldOut().isEmpty()) {
      return new Promoted.Choice(steps.size() - 1, "the smallest, because no rows can be held out");
    }
    int chosen = path.chosen();
    int size = size(chosen);
    String reason = "the largest within one standard error of the least held-out error";
    for (int step = chosen - 1; step >= 0; step--) {
      if (size(step) > size && canEnforceAll(step)) {
        size = size(step);
        chosen = step;
        reason = "the largest whose symmetries, enforced, keep within one standard error";
      }
    }
    return new Promoted.Choice(chosen, reason);
  }

  private int size(int step) {
    return steps.get(step).kept() + steps.get(step).keptElements().size();
  }

  private boolean canEnforceAll(int step) {
    return trials
        .with(symmetries(reading(step).all()))
        .filter(trials::isWithinOneStandardError)
        .isPresent();
  }

  /** What can be enforced without harm: gap by gap of the spectrum, then element by element. */
  private List<Promoted.Kept> settled(int step, StepReading reading) {
    List<Promoted.Kept> kept = List.of();
    for (int count = reading.dimension(); count > 0 && kept.isEmpty(); count--) {
      if (count == reading.dimension() || reading.isClear(count)) {
        kept = harmless(reading.generators(count));
        kept = kept.isEmpty() ? harmless(plainReading(step).generators(count)) : kept;
      }
    }
    for (Promoted.Kept element : reading.elements()) {
      List<Promoted.Kept> more = new ArrayList<>(kept);
      more.add(element);
      kept = harmless(more).isEmpty() ? kept : more;
    }
    return kept;
  }

  /** These, if they can be enforced without harm; else none. */
  private List<Promoted.Kept> harmless(List<Promoted.Kept> kept) {
    return trials.with(symmetries(kept)).filter(trials::isGood).isPresent() ? kept : List.of();
  }

  private static List<Action> symmetries(List<Promoted.Kept> kept) {
    return Symmetries.joined(kept.stream().map(Promoted.Kept::symmetry).toList()).stream().toList();
  }

  private static Optional<AlgebraType> algebra(List<Promoted.Kept> kept) {
    List<Generator> generators =
        kept.stream().flatMap(k -> k.symmetry().generators().stream()).toList();
    boolean polynomial = generators.stream().allMatch(v -> v.polynomials().isPresent());
    if (generators.isEmpty() || !polynomial) {
      return Optional.empty();
    }
    try {
      return Optional.of(LieAlgebra.closure("kept", generators).type());
    } catch (BadSetting endless) {
      return Optional.empty();
    }
  }

  private Promoted.Errors errors(int step, Trials.Trial fit) {
    return new Promoted.Errors(
        relative(trials.plain().heldOut()), relative(path.heldOut(step)), relative(fit.heldOut()));
  }

  private static OptionalDouble relative(Optional<FoldErrors> errors) {
    return errors.map(e -> OptionalDouble.of(e.relative())).orElse(OptionalDouble.empty());
  }
}
