package io.github.sindy4j.notice;

/**
 * The data cannot be used as they are: a file that is missing or broken, a value that is not a
 * number, too few rows.
 */
public final class BadData extends SindyException {
  private static final long serialVersionUID = 1L;

  /** {@code where} names file, line and column as far as they are known; it may be empty. */
  public BadData(String code, String where, String what, String cure) {
    super(code, where, what, cure);
  }
}
