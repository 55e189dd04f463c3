package io.github.sindy4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Typesets names of terms and of variables: {@code x1^2 sin(2 theta)} becomes x₁² sin(2 θ).
 *
 * <p>Single letters are italic, longer names and functions upright, names of Greek letters become
 * letters; digits after a letter and what follows {@code _} are subscripts, what follows {@code ^}
 * is a superscript. Anything else stays as it is.
 */
final class MathText {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "exp", "log", "ln", "sqrt", "abs", "sinh", "cosh", "tanh", "asin",
          "acos", "atan", "sign");
  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("zeta", "ζ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("xi", "ξ"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("chi", "χ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"),
          Map.entry("Omega", "Ω"),
          Map.entry("Delta", "Δ"),
          Map.entry("Gamma", "Γ"),
          Map.entry("Phi", "Φ"));

  private final String source;
  private final List<Run> runs = new ArrayList<>();
  private int position;

  private MathText(String source) {
    this.source = source;
  }

  /** The name of a term, or the left side of an equation. */
  static RichText of(String name) {
    MathText text = new MathText(name);
    while (text.position < name.length()) {
      text.next();
    }
    return new RichText(text.runs);
  }

  /**
   * The name of a variable: typeset if it is a symbol, and as it stands if it is anything longer,
   * such as {@code time (s)}.
   */
  static RichText label(String name) {
    return name.matches("\\p{L}[\\p{L}\\p{N}_]*['′]*") ? of(name) : RichText.plain(name);
  }

  /** The rate of a variable. */
  static RichText rate(String name) {
    return label(name).then("′");
  }

  private void next() {
    int c = source.codePointAt(position);
    if (Character.isLetter(c)) {
      symbol();
    } else if (c == '^' && position + 1 < source.length()) {
      position++;
      superscript();
    } else {
      position += Character.charCount(c);
      String shown =
          switch (c) {
            case '-' -> "−";
            case '*' -> "·";
            case '\'' -> "′";
            default -> Character.toString(c);
          };
      runs.add(Run.upright(shown));
    }
  }

  private void symbol() {
    String base = takeWhile(Character::isLetter);
    String greek = GREEK.getOrDefault(base, base);
    boolean single = greek.codePointCount(0, greek.length()) == 1;
    runs.add(single ? Run.italic(greek) : Run.upright(greek));
    if (FUNCTIONS.contains(base)) {
      return;
    }
    String index = takeWhile(Character::isDigit);
    if (index.isEmpty() && position + 1 < source.length() && source.charAt(position) == '_') {
      position++;
      index = takeWhile(c -> Character.isLetterOrDigit(c) || c == '_').replace('_', ' ');
    }
    if (!index.isEmpty()) {
      runs.add(Run.upright(index).at(Run.Level.SUBSCRIPT));
    }
  }

  private void superscript() {
    String exponent;
    if (source.charAt(position) == '(') {
      int close = source.indexOf(')', position);
      int end = close < 0 ? source.length() : close;
      exponent = source.substring(position + 1, end);
      position = Math.min(source.length(), end + 1);
    } else {
      String sign = source.charAt(position) == '-' ? "-" : "";
      position += sign.length();
      exponent = sign + takeWhile(c -> Character.isLetterOrDigit(c) || c == '.');
    }
    if (!exponent.isEmpty()) {
      runs.add(Run.upright(exponent.replace('-', '−')).at(Run.Level.SUPERSCRIPT));
    }
  }

  private String takeWhile(IntPredicate wanted) {
    int start = position;
    while (position < source.length() && wanted.test(source.codePointAt(position))) {
      position += Character.charCount(source.codePointAt(position));
    }
    return source.substring(start, position);
  }

  /** 10 to a power. */
  static RichText power(int exponent) {
    String text = Integer.toString(exponent).replace('-', '−');
    return RichText.plain("10")
        .then(new RichText(List.of(Run.upright(text).at(Run.Level.SUPERSCRIPT))));
  }
}
