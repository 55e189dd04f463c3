/** Known systems with their true coefficients and symmetries, and bundled measured data. */
@NullMarked
package io.github.sindy4j.datasets;

import org.jspecify.annotations.NullMarked;
