package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Expression.Call;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.basis.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes expressions as plain text, which the parser reads back, and as LaTeX. */
final class ExpressionText {
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*'*");
  private static final Pattern LETTER_AND_INDEX = Pattern.compile("(\\p{L})_?(\\p{N}+)");
  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda",
          "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

  private ExpressionText() {}

  static String plain(Expression e) {
    if (e instanceof Num n) {
      return number(n.value());
    } else if (e instanceof Symbol s) {
      return plainName(s.name());
    } else if (e instanceof Sum s) {
      return sum(s, ExpressionText::plain);
    } else if (e instanceof Product p) {
      return plainProduct(p.factors());
    } else if (e instanceof Power p) {
      return p.exponent() < 0
          ? plainProduct(List.of(p))
          : plainAtom(p.base()) + "^" + exponent(p.exponent());
    }
    Call call = (Call) e;
    return call.function().name() + "(" + plain(call.argument()) + ")";
  }

  static String latex(Expression e) {
    if (e instanceof Num n) {
      return number(n.value());
    } else if (e instanceof Symbol s) {
      return latexName(s.name());
    } else if (e instanceof Sum s) {
      return sum(s, ExpressionText::latex);
    } else if (e instanceof Product p) {
      return latexProduct(p.factors());
    } else if (e instanceof Power p) {
      return p.exponent() < 0
          ? latexProduct(List.of(p))
          : latexAtom(p.base()) + "^{" + number(p.exponent()) + "}";
    }
    Call call = (Call) e;
    String argument = latex(call.argument());
    return call.function().name().equals("sqrt")
        ? "\\sqrt{" + argument + "}"
        : call.function().latex() + "\\left(" + argument + "\\right)";
  }

  /**
   * A name that the parser reads as one variable: quoted by backquotes unless it is an identifier.
   */
  static String plainName(String name) {
    boolean callable = ScalarFunction.STANDARD.stream().anyMatch(f -> f.name().equals(name));
    boolean readable = name.chars().noneMatch(c -> Character.isSurrogate((char) c));
    return IDENTIFIER.matcher(name).matches() && readable && !callable
        ? name
        : "`" + name.replace("`", "``") + "`";
  }

  /** {@code x}, {@code x_{1}}, {@code \mu}, {@code \mathrm{prey}}. */
  static String latexName(String name) {
    if (GREEK.contains(name)) {
      return "\\" + name;
    }
    var indexed = LETTER_AND_INDEX.matcher(name);
    if (indexed.matches()) {
      return indexed.group(1) + "_{" + indexed.group(2) + "}";
    }
    return name.length() == 1 && Character.isLetter(name.charAt(0))
        ? name
        : "\\mathrm{" + name.replaceAll("([_%&#$ ])", "\\\\$1") + "}";
  }

  /** The shortest text that reads back to the same number; whole numbers without a point. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String sum(Sum sum, java.util.function.Function<Expression, String> write) {
    StringBuilder text = new StringBuilder();
    for (Expression term : sum.terms()) {
      String next = write.apply(term);
      if (text.isEmpty()) {
        text.append(next);
      } else if (next.startsWith("-")) {
        text.append(" - ").append(next.substring(1));
      } else {
        text.append(" + ").append(next);
      }
    }
    return text.toString();
  }

  private static String plainProduct(List<Expression> factors) {
    List<Expression> below = denominators(factors);
    String above = signed(numerators(factors).stream().map(ExpressionText::plainFactor).toList());
    if (below.isEmpty()) {
      return above;
    }
    String under = below.stream().map(ExpressionText::plainFactor).collect(Collectors.joining(" "));
    return (above.isEmpty() ? "1" : above.equals("-") ? "-1" : above)
        + "/"
        + (below.size() == 1 ? under : "(" + under + ")");
  }

  private static String latexProduct(List<Expression> factors) {
    List<Expression> below = denominators(factors);
    String above = signed(numerators(factors).stream().map(ExpressionText::latexFactor).toList());
    if (below.isEmpty()) {
      return above;
    }
    String under = latex(Expression.product(below));
    return "\\frac{"
        + (above.isEmpty() ? "1" : above.equals("-") ? "-1" : above)
        + "}{"
        + under
        + "}";
  }

  private static String signed(List<String> factors) {
    boolean minus = !factors.isEmpty() && factors.get(0).equals("-1");
    List<String> rest = minus ? factors.subList(1, factors.size()) : factors;
    return (minus ? "-" : "") + String.join(" ", rest);
  }

  private static List<Expression> numerators(List<Expression> factors) {
    return factors.stream().filter(f -> !(f instanceof Power p && p.exponent() < 0)).toList();
  }

  private static List<Expression> denominators(List<Expression> factors) {
    List<Expression> below = new ArrayList<>();
    for (Expression factor : factors) {
      if (factor instanceof Power p && p.exponent() < 0) {
        below.add(Expression.power(p.base(), -p.exponent()));
      }
    }
    return below;
  }

  private static String plainFactor(Expression e) {
    return e instanceof Sum ? "(" + plain(e) + ")" : plain(e);
  }

  private static String latexFactor(Expression e) {
    return e instanceof Sum ? "\\left(" + latex(e) + "\\right)" : latex(e);
  }

  private static String plainAtom(Expression e) {
    return e instanceof Symbol || e instanceof Call ? plain(e) : "(" + plain(e) + ")";
  }

  private static String latexAtom(Expression e) {
    return e instanceof Symbol ? latex(e) : "\\left(" + latex(e) + "\\right)";
  }

  private static String exponent(double value) {
    return number(value);
  }
}
