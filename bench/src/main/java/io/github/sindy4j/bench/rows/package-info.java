/**
 * Tables of results that are run row by row: several at a time, into a file, as often as needed.
 */
@NullMarked
package io.github.sindy4j.bench.rows;

import org.jspecify.annotations.NullMarked;
