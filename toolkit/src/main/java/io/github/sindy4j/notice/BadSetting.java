package io.github.sindy4j.notice;

/** A setting is out of its range, unknown, or contradicts another. */
public final class BadSetting extends SindyException {
  private static final long serialVersionUID = 1L;

  /** {@code where} names the setting, such as {@code "Stlsq.threshold"} or {@code "--library"}. */
  public BadSetting(String code, String where, String what, String cure) {
    super(code, where, what, cure);
  }

  /** Demands that a setting satisfies its condition. */
  public static void require(boolean condition, String where, String what, String cure) {
    if (!condition) {
      throw new BadSetting("setting-out-of-range", where, what, cure);
    }
  }
}
