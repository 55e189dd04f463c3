package io.github.sindy4j.basis;

import java.util.Arrays;

/**
 * Interprets a program at first, and runs generated code once it has been asked often enough to
 * repay its making; with the same bits. For one thread.
 */
final class Warming implements Kernel {
  /** Making the code costs as much as interpreting a small program so often. */
  private static final int OFTEN = 250;

  private final Program program;
  private final boolean hasZeros;
  private Kernel kernel;
  private int runs;

  Warming(Program program) {
    this.program = program;
    this.kernel = new Interpreted(program);
    this.hasZeros = program.hasZeros();
  }

  @Override
  public void run(double[] x, double[] y) {
    if (runs < OFTEN && ++runs == OFTEN) {
      kernel = Generated.kernel(program).orElse(kernel);
    }
    if (hasZeros) {
      Arrays.fill(y, 0, program.size(), 0);
    }
    kernel.run(x, y);
  }
}
