package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.function.Supplier;

/** Something known about the equations whatever the data say. */
public interface Knowledge {
  /**
   * What it means for the coefficients of ẋ = W θ(x, u), or of y = W θ(x).
   *
   * @param region where the data lie, so where terms are defined that are not defined everywhere;
   *     asked only by what depends on it, after all mistakes that can be told without it
   */
  List<Demand> demands(Library library, Sides sides, Supplier<Region> region);

  /** How the user says it. */
  String text();

  /** Whether it says that the equations keep their form under an action. */
  default boolean isSymmetry() {
    return false;
  }

  /** Under which name the settings of a fit list it, such as {@code constrain}. */
  default String option() {
    return "know";
  }
}
