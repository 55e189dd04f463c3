package io.github.sindy4j;

import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.WeakForm;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.smoother.Smoother;
import java.util.Optional;

/** How trajectories become a regression. */
public sealed interface Approach {
  /** How it is written on the command line. */
  String text();

  /** What estimates rates, where one was named. */
  default Optional<Differentiator> differentiator() {
    return Optional.empty();
  }

  /** Chosen from the data: the smoother where they carry noise, else the differential form. */
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
   * −∫ φ̇ₖ x dt = W ∫ φₖ θ(x) dt with test functions φₖ; the coefficients of the terms that are
   * found are then fitted with weights that the model implies.
   *
   * @param form the test functions
   */
  record Weak(WeakForm form) implements Approach {
    @Override
    public String text() {
      return form.text();
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
      return settings.forms() ? "smoother" : "smoother:any-form";
    }
  }

  /**
   * Reads {@code auto}, {@code differential}, {@code smoother}, {@code smoother:any-form}, or
   * {@code weak} with settings such as {@code weak:width=0.3,order=10}.
   */
  static Approach parse(String text) {
    if (text.strip().equals("weak") || text.strip().startsWith("weak:")) {
      return new Weak(WeakForm.parse(text.strip()));
    }
    return switch (text.strip()) {
      case "auto" -> new Automatic();
      case "differential" -> new Differential(Optional.empty());
      case "smoother" -> new Smoothing(Smoother.defaults());
      case "smoother:any-form" -> new Smoothing(Smoother.defaults().ofAnyForm());
      default ->
          throw new BadSetting(
              "bad-formulation",
              "formulation",
              "'" + text + "' is not understood",
              "Write auto, differential, weak, smoother or smoother:any-form");
    };
  }
}
