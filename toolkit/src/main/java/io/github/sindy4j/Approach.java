package io.github.sindy4j;

import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.smoother.Smoother;
import java.util.Optional;

/** How trajectories become a regression. */
public sealed interface Approach {
  /** Chosen from the data: the smoother where they carry noise, else the differential form. */
  Approach AUTOMATIC = new Automatic();

  /** How it is written on the command line. */
  String text();

  /** Chosen from the data. */
  record Automatic() implements Approach {
    @Override
    public String text() {
      return "auto";
    }
  }

  /**
   * ẋ(tᵢ) = W θ(x̃(tᵢ)): rates are estimated, then fitted.
   *
   * @param differentiator estimates them; chosen from the data where none is given
   */
  record Differential(Optional<Differentiator> differentiator) implements Approach {
    @Override
    public String text() {
      return "differential";
    }
  }

  /**
   * States, noise and model together.
   *
   * @param settings of the smoother
   */
  record Smoothing(Smoother settings) implements Approach {
    @Override
    public String text() {
      return "smoother";
    }
  }

  /** Reads {@code auto}, {@code differential} or {@code smoother}. */
  static Approach parse(String text) {
    return switch (text.strip()) {
      case "auto" -> AUTOMATIC;
      case "differential" -> new Differential(Optional.empty());
      case "smoother" -> new Smoothing(Smoother.defaults());
      default ->
          throw new BadSetting(
              "bad-formulation",
              "formulation",
              "'" + text + "' is not understood",
              "Write auto, differential or smoother");
    };
  }
}
