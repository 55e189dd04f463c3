package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.OptionalDouble;

/**
 * Panel (f): the singular values of the candidate symmetry generators; the small ones are
 * symmetries.
 *
 * @param values the singular values
 * @param threshold below which a generator counts as a symmetry, if one was set
 */
public record SpectrumPanel(Vec values, OptionalDouble threshold) {
  /** Checks that there is a value. */
  public SpectrumPanel {
    Checks.require(
        values.size() > 0, "SpectrumPanel: no singular values; leave the panel out instead");
  }
}
