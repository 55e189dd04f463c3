/**
 * The products of {@code linalg} by OpenBLAS, a native library: used when this module is on the
 * class path and its library loads, and not missed otherwise.
 *
 * <p>May use: linalg. Must not know: all else.
 */
@NullMarked
package io.github.sindy4j.openblas;

import org.jspecify.annotations.NullMarked;
