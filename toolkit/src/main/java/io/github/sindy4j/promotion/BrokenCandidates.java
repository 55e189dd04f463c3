package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a fit lacks of the candidates, and the price of having it. */
final class BrokenCandidates {
  /** A relative defect up to this one is none. */
  private static final double ROUNDING = 1e-8;

  private final Subject subject;
  private final Trials trials;
  private final List<Action> seen = new ArrayList<>();
  private final List<Promoted.Broken> broken = new ArrayList<>();

  private BrokenCandidates(Subject subject, Trials trials) {
    this.subject = subject;
    this.trials = trials;
  }

  /** First what was kept at the weight and given up, then the candidates as they were given. */
  static List<Promoted.Broken> of(
      PromotionProblem problem, Matrix w, List<Promoted.Kept> atTheWeight, Trials trials) {
    BrokenCandidates all = new BrokenCandidates(problem.subject(w, Freedom.none()), trials);
    atTheWeight.forEach(c -> all.add(c.symmetry(), all.defect(c.symmetry()), true));
    Action given = problem.candidates();
    if (!given.generators().isEmpty()) {
      GeneratorSpace space = new GeneratorSpace(given.text(), given.generators());
      Discovery.defaults()
          .of(all.subject, space)
          .each()
          .forEach(f -> all.add(Symmetries.of(f.generator()), f.defect(), false));
    }
    given.elements().stream()
        .map(Symmetries::of)
        .forEach(symmetry -> all.add(symmetry, all.defect(symmetry), false));
    return List.copyOf(all.broken);
  }

  private void add(Action symmetry, double defect, boolean wasKept) {
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

  private double defect(Action symmetry) {
    if (!symmetry.elements().isEmpty()) {
      Discovery asked = Discovery.defaults().withElements(symmetry.elements());
      return asked.discrete(subject).asked().get(0).defect();
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
}
