/**
 * The published recovery experiment, run again: how many points a method needs to find a function
 * with symmetries, and how that compares with the published numbers.
 *
 * <p>Source: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025; results at
 * github.com/nzolman/unified-symmetry-ml (MIT).
 */
@NullMarked
package io.github.sindy4j.bench.recovery;

import org.jspecify.annotations.NullMarked;
