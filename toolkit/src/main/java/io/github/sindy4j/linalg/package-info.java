/**
 * Vectors, matrices, linear maps and factorizations: immutable at the doors, primitive blocks
 * inside.
 *
 * <p>May use: notice; the only package that may use ojAlgo. Must not know: data, libraries,
 * regression.
 */
@NullMarked
package io.github.sindy4j.linalg;

import org.jspecify.annotations.NullMarked;
