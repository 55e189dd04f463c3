package io.github.sindy4j.integrators;

/** Leaves a run early, with the reason a person reads; never seen outside this package. */
final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  Halt(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
