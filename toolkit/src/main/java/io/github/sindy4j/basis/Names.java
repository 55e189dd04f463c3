package io.github.sindy4j.basis;

/** How names of variables are written. */
public final class Names {
  private Names() {}

  /** {@code x}, {@code x_{1}}, {@code \mu}, {@code \mathrm{prey}}. */
  public static String latex(String name) {
    return ExpressionText.latexName(name);
  }
}
