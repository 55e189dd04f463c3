/** Timings and recovery tables, run by hand and never by the tests. */
@NullMarked
package io.github.sindy4j.bench;

import org.jspecify.annotations.NullMarked;
