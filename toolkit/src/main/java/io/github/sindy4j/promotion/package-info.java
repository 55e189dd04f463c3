/**
 * Promotes symmetry while fitting: penalises how far a model is from the candidates, reads which of
 * them the data kept, enforces these and refits. Of any F = W θ, dynamics or not.
 *
 * <p>May use: exact, linalg, basis, algebra, symmetry, discovery, regress. Must not know:
 * trajectories, files, pictures.
 */
@NullMarked
package io.github.sindy4j.promotion;

import org.jspecify.annotations.NullMarked;
