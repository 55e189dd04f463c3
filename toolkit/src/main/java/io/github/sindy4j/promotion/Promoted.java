package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Demands;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a promotion found.
 *
 * @param candidates what the user named
 * @param region where functions were compared
 * @param tolerance singular values up to this one count as kept
 * @param path one step for each weight, the largest first
 * @param choice which of them was taken, and why
 * @param coefficients W of the penalised fit at that weight
 * @param spectrum the defects of that W over all combinations of generators, with the generators
 *     kept and their algebra; empty when no candidate is a generator
 * @param kept what is enforced, each with its defect at the weight; nothing when data keep nothing
 * @param algebra the type of the algebra that the generators enforced span; empty where there are
 *     none, or none of polynomials
 * @param broken what is not kept, with its defect after the refit and the price of enforcing it
 * @param errors of the fits, on held-out rows
 * @param demands the user's and what is kept
 * @param regression the sparse fit within these demands: what is delivered
 * @param notices what the user should know
 */
public record Promoted(
    Action candidates,
    Region region,
    double tolerance,
    List<PromotionStep> path,
    Choice choice,
    Matrix coefficients,
    Optional<SymmetrySpectrum> spectrum,
    List<Kept> kept,
    Optional<AlgebraType> algebra,
    List<Broken> broken,
    Errors errors,
    Demands demands,
    Regression regression,
    List<Notice> notices) {
  /** Copies the lists. */
  public Promoted {
    path = List.copyOf(path);
    kept = List.copyOf(kept);
    broken = List.copyOf(broken);
    notices = List.copyOf(notices);
  }

  /**
   * The weight.
   *
   * @param step its number in the path
   * @param reason why, in a few words
   */
  public record Choice(int step, String reason) {}

  /**
   * A symmetry that is enforced.
   *
   * @param symmetry one generator or one element
   * @param defect its relative defect in the fit at the weight, before it was enforced
   */
  public record Kept(Action symmetry, double defect) {}

  /**
   * A symmetry that the fit delivered does not have.
   *
   * @param symmetry one generator or one element
   * @param defect its relative defect in the fit delivered
   * @param heldOutError of the fit that has this symmetry and the user's demands; empty when no
   *     such fit is possible in the library, or no rows are held out
   * @param promoted whether it was kept at the weight, and given up because enforcing it hurts
   */
  public record Broken(
      Action symmetry, double defect, OptionalDouble heldOutError, boolean promoted) {}

  /**
   * The root of the mean squared error on held-out rows, each response divided by its spread; empty
   * where no rows are held out.
   *
   * @param plain the sparse fit within the user's demands alone
   * @param promoted the penalised fit at the weight
   * @param enforced the sparse fit that has what is kept; that of {@code plain} where nothing is
   */
  public record Errors(OptionalDouble plain, OptionalDouble promoted, OptionalDouble enforced) {}

  /** The step that was taken. */
  public PromotionStep chosen() {
    return path.get(choice.step());
  }

  /** What is enforced, as one action; empty when nothing is kept. */
  public Optional<Action> enforced() {
    return Symmetries.joined(kept.stream().map(Kept::symmetry).toList());
  }
}
