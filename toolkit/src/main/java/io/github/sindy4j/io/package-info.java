/**
 * Files in and out: tables of comma-separated values, and writing that leaves no half-written file
 * behind.
 *
 * <p>May use: everything above; the only room that may use CSV and JSON libraries.
 */
@NullMarked
package io.github.sindy4j.io;

import org.jspecify.annotations.NullMarked;
