package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * The model's rates against the rates estimated from the data, with the line on which they agree.
 *
 * <p>Both are divided by the root mean square of the estimated rate of their state, so that all
 * states share the axes.
 *
 * @param rates one entry for each state
 */
public record DerivativePanel(List<Rates> rates) implements Panel {
  /** Copies the list and checks that there is a state. */
  public DerivativePanel {
    rates = List.copyOf(rates);
    Checks.require(!rates.isEmpty(), "DerivativePanel: no rates; leave the panel out instead");
  }

  /**
   * The rates of one state at the samples.
   *
   * @param state its name
   * @param estimated ẋ as estimated from the data
   * @param modelled ẋ as the model says at the same samples
   */
  public record Rates(String state, Vec estimated, Vec modelled) {
    /** Checks that both have one length. */
    public Rates {
      Checks.sameSize(
          "DerivativePanel.Rates of " + state + ": estimated and modelled",
          estimated.size(),
          modelled.size());
    }
  }
}
