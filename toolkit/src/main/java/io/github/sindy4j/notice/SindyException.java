package io.github.sindy4j.notice;

/**
 * A mistake that the user can mend: what is wrong, where, and the cure. Anything else that is
 * thrown is a bug.
 *
 * <p>The message reads {@code where: what. cure}.
 */
public abstract sealed class SindyException extends RuntimeException
    permits BadData, BadSetting, Unsupported {
  private static final long serialVersionUID = 1L;

  private final String code;

  SindyException(String code, String where, String what, String cure) {
    super((where.isEmpty() ? "" : where + ": ") + what + (cure.isEmpty() ? "" : ". " + cure));
    this.code = code;
  }

  /** A stable, hyphenated name of the mistake, such as {@code "time-not-increasing"}. */
  public final String code() {
    return code;
  }
}
