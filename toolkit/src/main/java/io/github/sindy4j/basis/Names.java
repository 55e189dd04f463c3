package io.github.sindy4j.basis;

/** How names of variables are written. */
public final class Names {
  private Names() {}

  /** Whether a name that needs no backquotes may hold this: letters, digits, _, . and '. */
  public static boolean isPart(char c) {
    int type = Character.getType(c);
    boolean otherNumber = type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    return Character.isLetterOrDigit(c) || otherNumber || c == '_' || c == '.' || c == '\'';
  }

  /** {@code x}, {@code x_{1}}, {@code \mu}, {@code \mathrm{prey}}. */
  public static String latex(String name) {
    return ExpressionText.latexName(name);
  }
}
