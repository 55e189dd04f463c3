package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.DiscreteSymmetries;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One promotion, from rows to result; for one thread. */
final class PromotionRun {
  /** A relative defect up to this one is none. */
  private static final double ROUNDING = 1e-8;

  private final PromotionProblem problem;
  private final Promotion settings;
  private final Trials trials;
  private final PromotedPath path;
  private final List<PromotionStep> steps;
  private final int chosen;
  private final Matrix promoted;
  private final Optional<KernelReading> reading;
  private final List<ElementFinding> elements;

  PromotionRun(Promotion settings, PromotionProblem problem, SparseRegressor regressor) {
    requireCandidates(problem);
    this.problem = problem;
    this.settings = settings;
    this.trials = new Trials(problem, regressor);
    this.path = new PromotedPath(settings, problem);
    this.steps = path.steps();
    this.chosen = path.chosen();
    this.promoted = path.coefficients(chosen);
    this.reading =
        problem.candidates().generators().isEmpty()
            ? Optional.empty()
            : Optional.of(new KernelReading(problem, promoted, settings.tolerance()));
    this.elements = elementsOf(promoted);
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
    List<Promoted.Kept> found = found(steps.get(chosen).kept());
    List<Promoted.Kept> elementsFound = elementsFound();
    List<Promoted.Kept> kept = settled();
    Trials.Trial fit = trials.with(symmetries(kept)).orElseThrow();
    List<Promoted.Kept> all = new ArrayList<>(found);
    all.addAll(elementsFound);
    List<Promoted.Broken> broken = broken(fit.regression().coefficients(), all);
    PromotionNotices notices = new PromotionNotices(problem, settings, path, trials);
    int count = steps.get(chosen).kept();
    return new Promoted(
        problem.candidates(),
        problem.region(),
        settings.tolerance(),
        steps,
        new Promoted.Choice(chosen, reason()),
        promoted,
        reading.map(r -> r.reading(count)),
        kept,
        algebra(kept),
        broken,
        errors(fit),
        fit.demands(),
        fit.regression(),
        notices.of(all, kept, broken));
  }

  private String reason() {
    if (settings.fraction().isPresent()) {
      return "given";
    }
    return path.heldOut(chosen).isEmpty()
        ? "the smallest, because no rows can be held out"
        : "the largest within one standard error of the least held-out error";
  }

  /** The generators of the {@code count} smallest defects, closed under brackets. */
  private List<Promoted.Kept> found(int count) {
    if (count == 0) {
      return List.of();
    }
    if (count == problem.candidates().generators().size()) {
      return given();
    }
    SymmetrySpectrum spectrum = reading.orElseThrow().reading(count);
    List<Promoted.Kept> kept = new ArrayList<>();
    List<Finding> findings = spectrum.generators();
    for (Generator v : KernelReading.closed(spectrum)) {
      double defect =
          findings.stream()
              .filter(f -> f.generator().equals(v))
              .mapToDouble(Finding::defect)
              .findFirst()
              .orElse(findings.stream().mapToDouble(Finding::defect).max().orElse(0));
      kept.add(new Promoted.Kept(Symmetries.of(v), defect));
    }
    return kept;
  }

  /** All candidates as the user gave them. */
  private List<Promoted.Kept> given() {
    return reading.orElseThrow().each().stream()
        .map(f -> new Promoted.Kept(Symmetries.of(f.generator()), f.defect()))
        .toList();
  }

  private List<Promoted.Kept> elementsFound() {
    return steps.get(chosen).keptElements().stream()
        .map(elements::get)
        .sorted(Comparator.comparingDouble(ElementFinding::defect))
        .map(f -> new Promoted.Kept(Symmetries.of(f.element()), f.defect()))
        .toList();
  }

  private List<ElementFinding> elementsOf(Matrix w) {
    Subject subject = problem.subject(w, Freedom.none());
    return Discovery.defaults()
        .withElements(problem.candidates().elements())
        .discrete(subject)
        .asked();
  }

  /** What can be enforced without harm: gap by gap of the spectrum, then element by element. */
  private List<Promoted.Kept> settled() {
    List<Promoted.Kept> kept = List.of();
    for (int count = steps.get(chosen).kept(); count > 0 && kept.isEmpty(); count--) {
      boolean first = count == steps.get(chosen).kept();
      if (first || reading.orElseThrow().isClear(count)) {
        List<Promoted.Kept> found = found(count);
        kept = isGood(found) ? found : kept;
      }
    }
    for (Promoted.Kept element : elementsFound()) {
      List<Promoted.Kept> more = new ArrayList<>(kept);
      more.add(element);
      kept = isGood(more) ? more : kept;
    }
    return kept;
  }

  private boolean isGood(List<Promoted.Kept> kept) {
    return trials.with(symmetries(kept)).filter(trials::isGood).isPresent();
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

  /** What W lacks: first what was given up, then the candidates as they were given. */
  private List<Promoted.Broken> broken(Matrix w, List<Promoted.Kept> found) {
    List<Promoted.Broken> broken = new ArrayList<>();
    List<Action> seen = new ArrayList<>();
    Subject subject = problem.subject(w, Freedom.none());
    for (Promoted.Kept candidate : found) {
      add(broken, seen, candidate.symmetry(), subject, true);
    }
    problem
        .candidates()
        .generators()
        .forEach(v -> add(broken, seen, Symmetries.of(v), subject, false));
    problem
        .candidates()
        .elements()
        .forEach(h -> add(broken, seen, Symmetries.of(h), subject, false));
    return broken;
  }

  private void add(
      List<Promoted.Broken> broken,
      List<Action> seen,
      Action symmetry,
      Subject subject,
      boolean wasKept) {
    double defect = defect(symmetry, subject);
    boolean known = seen.stream().anyMatch(s -> isSame(s, symmetry));
    if (!known && defect > ROUNDING) {
      seen.add(symmetry);
      broken.add(new Promoted.Broken(symmetry, defect, price(symmetry), wasKept));
    }
  }

  /** Whether they do the same, whatever they are called. */
  private static boolean isSame(Action a, Action b) {
    return a.elements().equals(b.elements())
        && a.generators().stream()
            .map(Generator::components)
            .toList()
            .equals(b.generators().stream().map(Generator::components).toList());
  }

  private static double defect(Action symmetry, Subject subject) {
    if (!symmetry.elements().isEmpty()) {
      DiscreteSymmetries asked =
          Discovery.defaults().withElements(symmetry.elements()).discrete(subject);
      return asked.asked().get(0).defect();
    }
    GeneratorSpace alone = new GeneratorSpace(symmetry.text(), symmetry.generators());
    return Discovery.defaults().of(subject, alone).each().get(0).defect();
  }

  private OptionalDouble price(Action symmetry) {
    return trials
        .with(List.of(symmetry))
        .flatMap(Trials.Trial::heldOut)
        .map(errors -> OptionalDouble.of(errors.relative()))
        .orElse(OptionalDouble.empty());
  }

  private Promoted.Errors errors(Trials.Trial fit) {
    return new Promoted.Errors(
        relative(trials.plain().heldOut()),
        relative(path.heldOut(chosen)),
        relative(fit.heldOut()));
  }

  private static OptionalDouble relative(Optional<FoldErrors> errors) {
    return errors.map(e -> OptionalDouble.of(e.relative())).orElse(OptionalDouble.empty());
  }
}
