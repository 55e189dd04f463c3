package io.github.sindy4j.notice;

/** A sound request that this part cannot honour; the message names a part that can. */
public final class Unsupported extends SindyException {
  private static final long serialVersionUID = 1L;

  /** {@code where} names the part that refuses, such as {@code "Stlsq"}. */
  public Unsupported(String code, String where, String what, String cure) {
    super(code, where, what, cure);
  }
}
