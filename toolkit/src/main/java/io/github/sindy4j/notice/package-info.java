/**
 * What the toolkit says to its user: notices that travel in results, exceptions at the door, and
 * progress of long work.
 *
 * <p>May use: nothing. Must not know: any mathematics.
 */
@NullMarked
package io.github.sindy4j.notice;

import org.jspecify.annotations.NullMarked;
