package io.github.sindy4j.regress;

/**
 * What was tried to find a fit of one rank.
 *
 * @param rank r
 * @param starts how many starts were made
 * @param steps of all of them together
 * @param tail the least σᵣ₊₁/σ₁ (or a bound of it) reached on the data; infinite when no start came
 *     near
 */
public record RankTrial(int rank, int starts, int steps, double tail) {}
