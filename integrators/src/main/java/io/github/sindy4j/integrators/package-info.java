/** Solvers of ordinary differential equations behind the toolkit's port. */
@NullMarked
package io.github.sindy4j.integrators;

import org.jspecify.annotations.NullMarked;
