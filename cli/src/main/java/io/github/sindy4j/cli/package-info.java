/** The command line: argument parsing and nothing else. */
@NullMarked
package io.github.sindy4j.cli;

import org.jspecify.annotations.NullMarked;
