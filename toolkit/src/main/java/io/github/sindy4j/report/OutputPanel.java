package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * The values of a function against the measured ones, with the line on which they agree.
 *
 * <p>One output is drawn as it is; of several, each is shifted by the mean and divided by the
 * spread of its measured values, so that they share the axes.
 *
 * @param outputs one entry for each output
 */
public record OutputPanel(List<Output> outputs) implements Panel {
  /** Copies the list and checks that there is an output. */
  public OutputPanel {
    outputs = List.copyOf(outputs);
    Checks.require(!outputs.isEmpty(), "OutputPanel: no outputs; leave the panel out instead");
  }

  /**
   * One output at the samples.
   *
   * @param name its name
   * @param unit its unit; may be empty
   * @param measured what was measured
   * @param predicted what the function says at the same points
   */
  public record Output(String name, String unit, Vec measured, Vec predicted) {
    /** Checks that both have one length. */
    public Output {
      Checks.sameSize(
          "OutputPanel.Output of " + name + ": measured and predicted",
          measured.size(),
          predicted.size());
    }
  }
}
