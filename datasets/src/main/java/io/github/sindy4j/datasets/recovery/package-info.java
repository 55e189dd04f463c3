/**
 * Known functions F : Rᵐ → R with exact coefficients, whose derivatives along candidate generators
 * are of low rank: what a method of promoting symmetries should recover from few points. The
 * instances are those of the published experiment, random numbers included.
 *
 * <p>Source: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025.
 *
 * <p>May use: toolkit (linalg, basis, notice, and from regress the statement of an interpolation
 * problem). Must not know: solvers, reports, files.
 */
@NullMarked
package io.github.sindy4j.datasets.recovery;

import org.jspecify.annotations.NullMarked;
