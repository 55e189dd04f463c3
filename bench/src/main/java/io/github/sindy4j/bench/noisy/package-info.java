/**
 * Noisy trajectories of known systems: which terms a method finds when nothing is chosen by hand,
 * how exact their coefficients are, and whether its intervals hold the truth.
 */
@NullMarked
package io.github.sindy4j.bench.noisy;

import org.jspecify.annotations.NullMarked;
