package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * An interpolant of exact rank with a dual solution, which proves it a minimum where the gap is
 * small.
 *
 * @param v the interpolant
 * @param point L(R v) among the matrices of its rank
 * @param dual Λ = U Vᵀ + P(M), feasible
 */
record Polish(Vec v, FixedRank point, Matrix dual) {}
