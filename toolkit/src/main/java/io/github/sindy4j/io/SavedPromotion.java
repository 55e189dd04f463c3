package io.github.sindy4j.io;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.promotion.PromotionStep;
import io.github.sindy4j.symmetry.Action;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a promotion found, as a model file holds it. Numbers that there are none of are NaN.
 *
 * @param candidates what the user named
 * @param fraction λ/λ_max of the weight taken
 * @param reason why that weight
 * @param kept what is enforced
 * @param algebra which algebra its generators span, where there is one
 * @param broken what is not
 * @param plain the held-out error of the fit without any of it
 * @param promoted that of the penalised fit
 * @param enforced that of the fit delivered
 * @param path one entry for each weight, the largest first
 */
public record SavedPromotion(
    String candidates,
    double fraction,
    String reason,
    List<Symmetry> kept,
    Optional<String> algebra,
    List<Symmetry> broken,
    double plain,
    double promoted,
    double enforced,
    List<Step> path) {
  /** Copies the lists. */
  public SavedPromotion {
    kept = List.copyOf(kept);
    broken = List.copyOf(broken);
    path = List.copyOf(path);
  }

  /**
   * One symmetry.
   *
   * @param name such as {@code rotation(x,y)}
   * @param field a generator as a vector field; empty for a discrete one
   * @param defect its relative defect: of what is kept at the weight, of what is broken in the fit
   * @param heldOutError of the fit that has it; only of what is broken
   * @param givenUp whether it was kept at the weight
   */
  public record Symmetry(
      String name, String field, double defect, double heldOutError, boolean givenUp) {}

  /**
   * One weight.
   *
   * @param fraction λ/λ_max
   * @param weight λ
   * @param heldOutError of the penalised fit
   * @param singularValues those of L(W) beside the size of F, ascending
   * @param kept how many of them are within the tolerance
   * @param elementDefects ‖K_h F − F‖ of each discrete candidate, likewise
   * @param keptElements which of them are within it
   * @param gap the relative duality gap
   * @param outcome how the solver ended
   */
  public record Step(
      double fraction,
      double weight,
      double heldOutError,
      Vec singularValues,
      int kept,
      Vec elementDefects,
      List<Integer> keptElements,
      double gap,
      String outcome) {
    /** Copies the list. */
    public Step {
      keptElements = List.copyOf(keptElements);
    }
  }

  /** Everything of it that is written. */
  public static SavedPromotion of(Promoted found) {
    return new SavedPromotion(
        found.candidates().text(),
        found.chosen().fraction(),
        found.choice().reason(),
        found.kept().stream()
            .map(k -> symmetry(k.symmetry(), k.defect(), OptionalDouble.empty(), false))
            .toList(),
        found.algebra().map(type -> type.text()),
        found.broken().stream()
            .map(b -> symmetry(b.symmetry(), b.defect(), b.heldOutError(), b.promoted()))
            .toList(),
        found.errors().plain().orElse(Double.NaN),
        found.errors().promoted().orElse(Double.NaN),
        found.errors().enforced().orElse(Double.NaN),
        found.path().stream().map(SavedPromotion::step).toList());
  }

  private static Symmetry symmetry(
      Action symmetry, double defect, OptionalDouble heldOutError, boolean givenUp) {
    String field = symmetry.generators().isEmpty() ? "" : symmetry.generators().get(0).text();
    return new Symmetry(symmetry.text(), field, defect, heldOutError.orElse(Double.NaN), givenUp);
  }

  private static Step step(PromotionStep step) {
    return new Step(
        step.fraction(),
        step.weight(),
        step.heldOutError().orElse(Double.NaN),
        step.singularValues(),
        step.kept(),
        step.elementDefects(),
        step.keptElements(),
        step.gap(),
        step.outcome().text());
  }
}
