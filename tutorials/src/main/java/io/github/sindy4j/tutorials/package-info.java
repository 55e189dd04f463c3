/** Numbered lessons, each of which runs as a test and draws its pictures. */
@NullMarked
package io.github.sindy4j.tutorials;

import org.jspecify.annotations.NullMarked;
