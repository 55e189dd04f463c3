/**
 * The products of {@code linalg} with the processor's vector registers, through the incubating
 * vector interface of Java: used when the virtual machine is started with {@code --add-modules
 * jdk.incubator.vector}, and not missed otherwise.
 *
 * <p>May use: linalg. Must not know: all else.
 */
@NullMarked
package io.github.sindy4j.kernels;

import org.jspecify.annotations.NullMarked;
