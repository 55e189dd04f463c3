package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.ElementFinding;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the penalised fit at one weight keeps, in the user's words. */
final class StepReading {
  private final PromotionProblem problem;
  private final PromotionStep step;
  private final Optional<KernelReading> kernel;
  private final List<ElementFinding> elements;

  /** Of the fit {@code w} at a step of the path, or of another fit in its place. */
  StepReading(PromotionProblem problem, PromotionStep step, Matrix w, double tolerance) {
    this.problem = problem;
    this.step = step;
    this.kernel =
        problem.candidates().generators().isEmpty()
            ? Optional.empty()
            : Optional.of(new KernelReading(problem, w, tolerance));
    this.elements =
        Discovery.defaults()
            .withElements(problem.candidates().elements())
            .discrete(problem.subject(w, Freedom.none()))
            .asked();
  }

  /** The spectrum of the generators; empty when there are none. */
  Optional<SymmetrySpectrum> spectrum() {
    return kernel.map(k -> k.reading(step.kept()));
  }

  /** Whether the defect that follows the first {@code count} is clearly larger. */
  boolean isClear(int count) {
    return kernel.filter(k -> k.isClear(count)).isPresent();
  }

  /** The generators of the {@code count} smallest defects, closed under brackets. */
  List<Promoted.Kept> generators(int count) {
    if (count == 0) {
      return List.of();
    }
    if (count == problem.candidates().generators().size()) {
      return kernel.orElseThrow().each().stream()
          .map(f -> new Promoted.Kept(Symmetries.of(f.generator()), f.defect()))
          .toList();
    }
    SymmetrySpectrum spectrum = kernel.orElseThrow().reading(count);
    List<Promoted.Kept> kept = new ArrayList<>();
    for (Generator v : KernelReading.closed(spectrum)) {
      kept.add(new Promoted.Kept(Symmetries.of(v), defect(spectrum.generators(), v)));
    }
    return kept;
  }

  /** That of a generator which was found; of one that brackets added, the largest. */
  private static double defect(List<Finding> findings, Generator v) {
    return findings.stream()
        .filter(f -> f.generator().equals(v))
        .mapToDouble(Finding::defect)
        .findFirst()
        .orElse(findings.stream().mapToDouble(Finding::defect).max().orElse(0));
  }

  /** The discrete candidates that are kept, those of small defects first. */
  List<Promoted.Kept> elements() {
    return step.keptElements().stream()
        .map(elements::get)
        .sorted(Comparator.comparingDouble(ElementFinding::defect))
        .map(f -> new Promoted.Kept(Symmetries.of(f.element()), f.defect()))
        .toList();
  }

  /** Everything that is kept. */
  List<Promoted.Kept> all() {
    List<Promoted.Kept> all = new ArrayList<>(generators(step.kept()));
    all.addAll(elements());
    return all;
  }

  /** How many candidates are kept. */
  int size() {
    return step.kept() + step.keptElements().size();
  }

  /** How many generators are. */
  int dimension() {
    return step.kept();
  }
}
