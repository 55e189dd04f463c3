package io.github.sindy4j.model;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Names;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes a model for people: {@code x' = -10.00 x + 10.00 y}. */
public final class Equations {
  private static final int DIGITS = 4;

  private Equations() {}

  static List<String> plain(SparseModel model) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.coefficients().rows(); i++) {
      lines.add(
          model.schema().states().get(i).name()
              + "' = "
              + rightHandSide(
                  model.library(), model.coefficients().row(i), Equations::number, Term::name));
    }
    return lines;
  }

  static List<String> plain(FunctionModel model) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.coefficients().rows(); i++) {
      Vec w = model.coefficients().row(i);
      lines.add(
          model.schema().outputNames().get(i)
              + " = "
              + rightHandSide(model.library(), w, Equations::number, Term::name));
    }
    return lines;
  }

  static List<String> latex(FunctionModel model) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.coefficients().rows(); i++) {
      Vec w = model.coefficients().row(i);
      lines.add(
          Names.latex(model.schema().outputNames().get(i))
              + " = "
              + rightHandSide(model.library(), w, Equations::latexNumber, Term::latex));
    }
    return lines;
  }

  static List<String> latex(SparseModel model) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.coefficients().rows(); i++) {
      String state = Names.latex(model.schema().states().get(i).name());
      lines.add(
          "\\dot{"
              + state
              + "} = "
              + rightHandSide(
                  model.library(),
                  model.coefficients().row(i),
                  Equations::latexNumber,
                  Term::latex));
    }
    return lines;
  }

  /** Four significant digits: {@code -10.00}, {@code 0.06667}, {@code 1.234e-07}. */
  public static String number(double value) {
    if (value == 0) {
      return "0";
    }
    String rounded = String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    if (!Double.isFinite(value)) {
      return rounded;
    }
    int exponent = Integer.parseInt(rounded.substring(rounded.indexOf('e') + 1));
    if (exponent < -4 || exponent >= 6) {
      return rounded;
    }
    return String.format(Locale.ROOT, "%." + Math.max(0, DIGITS - 1 - exponent) + "f", value);
  }

  private static String latexNumber(double value) {
    String plain = number(value);
    int e = plain.indexOf('e');
    return e < 0
        ? plain
        : plain.substring(0, e) + " \\times 10^{" + Integer.parseInt(plain.substring(e + 1)) + "}";
  }

  private static String rightHandSide(
      Library library, Vec w, Function<Double, String> number, Function<Term, String> name) {
    StringBuilder line = new StringBuilder();
    for (int j = 0; j < w.size(); j++) {
      double value = w.get(j);
      if (value == 0) {
        continue;
      }
      String sign = value < 0 ? "-" : "";
      line.append(line.isEmpty() ? sign : value < 0 ? " - " : " + ")
          .append(number.apply(Math.abs(value)));
      Term term = library.terms().get(j);
      line.append(term.name().equals("1") ? "" : " " + name.apply(term));
    }
    return line.isEmpty() ? "0" : line.toString();
  }
}
