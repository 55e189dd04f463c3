package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;

/** An integrator that can go on where a run of it ended. */
public interface Resumable extends Integrator {
  /** A run stops when |x|∞ &gt; region·(1 + |x(t₁)|∞). */
  double region();

  /** The same with what is left of the budget after this leg, and with what the leg has taught. */
  Resumable after(Solution leg);
}
