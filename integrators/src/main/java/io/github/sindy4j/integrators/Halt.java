package io.github.sindy4j.integrators;

/** Leaves a run early, with the reason a person reads; never seen outside this package. */
final class Halt extends RuntimeException {
  static final String NOT_FINITE = "the right-hand side is not finite here, or just beyond";

  private static final long serialVersionUID = 1L;

  private final String reason;

  Halt(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Where f has no value. */
  static Halt notFinite() {
    return new Halt(NOT_FINITE);
  }

  String reason() {
    return reason;
  }
}
