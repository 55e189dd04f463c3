/** Rational numbers, polynomials over them, and elimination that rounds nothing. */
@NullMarked
package io.github.sindy4j.exact;

import org.jspecify.annotations.NullMarked;
