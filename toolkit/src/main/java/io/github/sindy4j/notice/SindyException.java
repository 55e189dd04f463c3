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

  /** Longer parts of a message are shortened in their middle. */
  private static final int LONGEST = 1000;

  private final String code;
  private final String where;
  private final String what;
  private final String cure;

  SindyException(String code, String where, String what, String cure) {
    super(
        (where.isEmpty() ? "" : shortened(where) + ": ")
            + shortened(what)
            + (cure.isEmpty() ? "" : ". " + shortened(cure)));
    this.code = code;
    this.where = where;
    this.what = what;
    this.cure = cure;
  }

  /** A cell or a header of a file that is no table may be of any length. */
  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST / 2) + " … " + text.substring(text.length() - LONGEST / 2);
  }

  /** The place: a file and a line in it, or a setting; possibly empty. */
  public final String where() {
    return where;
  }

  /** What is wrong, without the place. */
  public final String what() {
    return what;
  }

  /** How to mend it. */
  public final String cure() {
    return cure;
  }

  /** A stable, hyphenated name of the mistake, such as {@code "time-not-increasing"}. */
  public final String code() {
    return code;
  }
}
