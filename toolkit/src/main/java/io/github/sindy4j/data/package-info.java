/**
 * Measured or simulated trajectories: named columns, times, gaps.
 *
 * <p>May use: linalg, notice. Must not know: files, libraries, regression.
 */
@NullMarked
package io.github.sindy4j.data;

import org.jspecify.annotations.NullMarked;
