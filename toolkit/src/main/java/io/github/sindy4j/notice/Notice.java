package io.github.sindy4j.notice;

/**
 * Something the user should know about a result: what was done to the data, or how far the result
 * can be trusted.
 *
 * @param code a stable, hyphenated name, such as {@code "library-rank-deficient"}
 * @param severity whether it is for information or a warning
 * @param text one or two sentences
 */
public record Notice(String code, Severity severity, String text) {
  /** How much attention a notice asks for. */
  public enum Severity {
    /** What was chosen or done; nothing to mend. */
    INFO,
    /** The result may not be what the user expects. */
    WARNING
  }

  /** A notice for information. */
  public static Notice info(String code, String text) {
    return new Notice(code, Severity.INFO, text);
  }

  /** A notice that asks for attention. */
  public static Notice warning(String code, String text) {
    return new Notice(code, Severity.WARNING, text);
  }

  /** Whether it asks for attention. */
  public boolean isWarning() {
    return severity == Severity.WARNING;
  }
}
