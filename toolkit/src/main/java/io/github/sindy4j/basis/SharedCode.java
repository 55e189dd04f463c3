package io.github.sindy4j.basis;

import java.util.Optional;

/** A program and the code that was generated for it, at most once, for all threads that run it. */
final class SharedCode {
  private final Program program;
  private volatile boolean isThere;
  private Optional<Runner> runner = Optional.empty();

  SharedCode(Program program) {
    this.program = program;
  }

  Program program() {
    return program;
  }

  /** Whether it was asked for before. */
  boolean isThere() {
    return isThere;
  }

  /** The generated code; empty where the program is too long for it. */
  synchronized Optional<Runner> runner() {
    if (!isThere) {
      runner = Generated.runner(program);
      isThere = true;
    }
    return runner;
  }
}
