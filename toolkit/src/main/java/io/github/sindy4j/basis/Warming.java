package io.github.sindy4j.basis;

import java.util.Arrays;

/**
 * Interprets a program at first, and runs generated code once it has been asked often enough to
 * repay its making; with the same bits. For one thread; the code is shared with {@link #another}.
 */
final class Warming implements Runner {
  /** Making the code costs as much as interpreting a small program so often. */
  private static final int OFTEN = 250;

  private final SharedCode code;
  private Runner runner;
  private boolean isGenerated;
  private int runs;

  private Warming(SharedCode code) {
    this.code = code;
    this.runner = new Interpreted(code.program());
  }

  Warming(Program program) {
    this(new SharedCode(program));
  }

  /** The same for another thread. */
  Warming another() {
    return new Warming(code);
  }

  @Override
  public void run(double[] x, double[] y) {
    if (!isGenerated && (++runs >= OFTEN || code.isThere())) {
      runner = code.runner().orElse(runner);
      isGenerated = true;
    }
    if (code.program().hasZeros()) {
      Arrays.fill(y, 0, code.program().size(), 0);
    }
    runner.run(x, y);
  }
}
