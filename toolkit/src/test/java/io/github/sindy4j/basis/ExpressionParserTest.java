package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
  private static final List<String> XYZ = List.of("x", "y", "z");
  private static final double X = 0.7;
  private static final double Y = 1.3;
  private static final double Z = 0.4;

  private static Expression parse(String text) {
    return Expression.parse(text, XYZ);
  }

  private static String canonical(String text) {
    return parse(text).toString();
  }

  /** The value at x = 0.7, y = 1.3, z = 0.4. */
  private static double value(Expression e) {
    Block point = new Block(1, 3);
    point.setRows(1);
    point.set(0, 0, X);
    point.set(0, 1, Y);
    point.set(0, 2, Z);
    Block value = new Block(1, 1);
    Library.of(XYZ, List.of(e)).evaluate(point, value);
    return value.get(0, 0);
  }

  private static void assertValue(double expected, String text) {
    assertEquals(expected, value(parse(text)), 1e-14 * Math.max(1, Math.abs(expected)), text);
  }

  @Test
  void timesBindsTighterThanPlusAndPowersTighterThanTimes() {
    assertValue(X + Y * Z, "x + y*z");
    assertValue((X + Y) * Z, "(x + y)*z");
    assertValue(2 * X * X, "2*x^2");
    assertValue(4 * X * X, "(2*x)^2");
    assertValue(X - Y - Z, "x - y - z");
    assertValue(X - (Y - Z), "x - (y - z)");
  }

  @Test
  void timesAndDivideAssociateToTheLeft() {
    assertValue(X / Y / Z, "x/y/z");
    assertValue(X / Y * Z, "x/y*z");
    assertValue(X / Y * Z, "x/y z");
    assertValue(X / (Y * Z), "x/(y z)");
  }

  @Test
  void nothingMeansTimes() {
    assertValue(2 * X * Y, "2x y");
    assertValue(2 * (X + Y), "2(x + y)");
    assertValue((X + Y) * (X - Y), "(x + y)(x - y)");
    assertValue(X * Math.sin(Y), "x sin(y)");
    assertValue(X * (Y + 1), "x(y + 1)");
  }

  @Test
  void theMinusSignBindsLooserThanPowersAndMayStandAnywhere() {
    assertValue(-X * X, "-x^2");
    assertValue(X * X, "(-x)^2");
    assertValue(-X + Y, "-x + y");
    assertValue(X, "--x");
    assertValue(-X * Y, "x*-y");
    assertValue(-X / Y, "x/-y");
    assertValue(X - -Y, "x - -y");
    assertValue(X, "+x");
  }

  @Test
  void powersAssociateToTheRightAndTakeAnyConstantExponent() {
    assertValue(Math.pow(X, 9), "x^3^2");
    assertValue(Math.pow(X, 3), "x**3");
    assertValue(Math.pow(X, -2), "x^-2");
    assertValue(Math.sqrt(X), "x^0.5");
    assertValue(Math.sqrt(X), "x^(1/2)");
    assertValue(Math.pow(X, -1.5), "x^(-3/2)");
    assertValue(Math.pow(X, 20), "x^20");
    assertValue(0.25, "2^-2");
    assertValue(1, "x^0");
  }

  @Test
  void numbersMayBeScientific() {
    assertValue(1500, "1.5e3");
    assertValue(1500, "1.5E+3");
    assertValue(0.0015, "1.5e-3");
    assertValue(0.5, ".5");
    assertValue(5, "5.");
    assertValue(100 * X, "1e2x");
    assertEquals(
        Expression.product(List.of(Expression.number(2), Expression.symbol(0, "e"))),
        Expression.parse("2e", List.of("e")));
    assertValue(Math.PI * X, "pi x");
  }

  @Test
  void namesThatAreNoIdentifiersAreBackquoted() {
    List<String> names = List.of("prey count", "a`b", "sin", "x-1", "2");
    for (int i = 0; i < names.size(); i++) {
      Expression symbol = Expression.symbol(i, names.get(i));
      assertEquals("`" + names.get(i).replace("`", "``") + "`", symbol.toString());
      assertEquals(symbol, Expression.parse(symbol.toString(), names));
    }
    assertEquals("sin(`sin`)", Expression.parse("sin(`sin`)", names).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x1", "x_1", "x.dot", "x'", "θ", "x₁", "x²", "xⅣ", "𝑥", "x'y", "pi", "e", "x٣", "é"
      })
  void everyNameOfAVariableReadsBackAsThatVariable(String name) {
    List<String> variables = List.of("a", name);
    Expression symbol = Expression.symbol(1, name);
    assertEquals(symbol, Expression.parse(symbol.toString(), variables));
    Expression product =
        Expression.product(List.of(Expression.number(2), symbol, Expression.power(symbol, 0.5)));
    assertEquals(product, Expression.parse(product.toString(), variables));
  }

  @ParameterizedTest
  @CsvSource({
    "x*y*x, x^2 y",
    "y*x, x y",
    "sin(x)*y, y sin(x)",
    "1/(1+x^2), 1/(1 + x^2)",
    "x/x, 1",
    "2*3*x, 6 x",
    "x*0, 0",
    "-0, 0",
    "0*-3, 0",
    "x - 1, x - 1",
    "1 + x + 2, 3 + x",
    "x + (y + z), x + y + z",
    "-(x + y), -(x + y)",
    "(x y)^2, x^2 y^2",
    "(x^2)^3, x^6",
    "x^-0.5, 1/x^0.5",
    "(x^0.5)^2, (x^0.5)^2",
    "(x^0.5)^-1, 1/x^0.5",
    "cos(x)/sin(x), cos(x)/sin(x)",
    "1/sin(x)*cos(x), cos(x)/sin(x)",
    "x/y/z, x/(y z)",
    "sin(1*x), sin(x)",
    "sin(0), 0",
    "2*x/3/2, 0.3333333333333333 x"
  })
  void formulasAreBroughtToOneForm(String text, String form) {
    assertEquals(form, canonical(text));
    assertEquals(parse(text), parse(form));
  }

  @Test
  void theRootOfANegativeNumberStaysUndefinedWhenSquared() {
    Block point = new Block(1, 3);
    point.setRows(1);
    point.set(0, 0, -1);
    Block value = new Block(1, 2);
    Library.of(XYZ, List.of(parse("(x^0.5)^2"), parse("(x^0.5)^-3"))).evaluate(point, value);
    assertTrue(Double.isNaN(value.get(0, 0)));
    assertTrue(Double.isNaN(value.get(0, 1)));
  }

  /** Any expression that the factories can build, of this depth at most. */
  private static Expression random(SplittableRandom random, int depth) {
    switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
      case 0 -> {
        int i = random.nextInt(3);
        return Expression.symbol(i, XYZ.get(i));
      }
      case 1 -> {
        double[] numbers = {0, 1, -1, 2, -3, 0.5, 1e-7, -2.5e20, random.nextDouble()};
        return Expression.number(numbers[random.nextInt(numbers.length)]);
      }
      case 2 -> {
        return Expression.sum(several(random, depth));
      }
      case 3 -> {
        return Expression.product(several(random, depth));
      }
      case 4 -> {
        double[] exponents = {-3, -2, -1, 2, 3, 12, 0.5, -0.5, 1.5, -2.5};
        return Expression.power(
            random(random, depth - 1), exponents[random.nextInt(exponents.length)]);
      }
      default -> {
        ScalarFunction function =
            ScalarFunction.STANDARD.get(random.nextInt(ScalarFunction.STANDARD.size()));
        return Expression.call(function, random(random, depth - 1));
      }
    }
  }

  private static List<Expression> several(SplittableRandom random, int depth) {
    List<Expression> parts = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int k = 0; k < count; k++) {
      parts.add(random(random, depth - 1));
    }
    return parts;
  }

  @Test
  void whatIsWrittenReadsBackAsTheSameExpression() {
    SplittableRandom random = new SplittableRandom(20240611);
    int compared = 0;
    for (int k = 0; k < 20_000; k++) {
      Expression e = random(random, 1 + k % 4);
      String text = e.toString();
      if (!text.contains("NaN") && !text.contains("Infinity")) {
        assertEquals(e, parse(text), text);
        assertEquals(text, canonical(text));
        compared++;
      }
    }
    assertTrue(compared > 10_000, "finite: " + compared);
  }

  /** A formula as text, with its value as Java computes it. */
  private record Formula(String text, double value) {}

  private static Formula formula(SplittableRandom random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Formula("x", X);
        case 1 -> new Formula("y", Y);
        case 2 -> new Formula("z", Z);
        default -> {
          double number = random.nextInt(1, 100) / 8.0;
          yield new Formula(Double.toString(number), number);
        }
      };
    }
    Formula a = formula(random, depth - 1);
    Formula b = formula(random, random.nextInt(depth));
    String left = "(" + a.text + ")";
    String right = "(" + b.text + ")";
    return switch (random.nextInt(8)) {
      case 0 -> new Formula(a.text + " + " + b.text, a.value + b.value);
      case 1 -> new Formula(a.text + " - " + right, a.value - b.value);
      case 2 -> new Formula(left + "*" + right, a.value * b.value);
      case 3 -> new Formula(left + right, a.value * b.value);
      case 4 -> new Formula(left + "/" + right, a.value / b.value);
      case 5 -> new Formula(left + "^2", a.value * a.value);
      case 6 -> new Formula("-" + left, -a.value);
      default -> new Formula("sin" + left, Math.sin(a.value));
    };
  }

  @Test
  void valuesAgreeWithAnIndependentEvaluation() {
    SplittableRandom random = new SplittableRandom(7);
    int compared = 0;
    for (int k = 0; k < 5000; k++) {
      Formula formula = formula(random, 1 + k % 4);
      double value = formula.value;
      // Beyond this, a sine or a difference in a denominator has no digits to compare.
      if (Math.abs(value) < 1e4 && !formula.text.contains(")/(")) {
        assertEquals(value, value(parse(formula.text)), 1e-7 * (1 + Math.abs(value)), formula.text);
        compared++;
      }
    }
    assertTrue(compared > 2000, "compared: " + compared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "-",
        "*x",
        "x*",
        "x/",
        "x^",
        "x**",
        "x ^ y",
        "x^x",
        "x^-y",
        "(",
        ")",
        "()",
        "(x",
        "x)",
        "((x)",
        "sin",
        "sin()",
        "sin(x",
        "sin x",
        "cos(,)",
        "x,y",
        "x y 2",
        "x 2",
        "(x) 2",
        "foo",
        "foo(x)",
        "xy",
        "x+",
        "x + * y",
        "x $ y",
        "x = y",
        "x ! y",
        "1.2.3",
        ".",
        "..",
        "1e",
        "x^(y)",
        "`x",
        "`",
        "``",
        "`foo`",
        "x & y",
        "\u0000",
        "x\u0000y",
        "x\u0000",
        "[x]",
        "{x}",
        "x^+2",
        "++x",
        "x;y",
        "\\sin(x)",
        "\"x\"",
        "x^2^y",
        "½",
        "٣",
        "1/0",
        "0/0",
        "x/0",
        "1e999",
        "x*1e999",
        "x^1e999",
        "x log(-1)",
        "x^(0/0)",
        "sqrt(-2)",
        "1e200*1e200*x",
        "(x^1e200)^1e200",
        "2^5000 x",
        "sin(x/0)"
      })
  void brokenFormulasAreRefusedWithTheColumn(String text) {
    BadSetting refused = assertThrows(BadSetting.class, () -> parse(text));
    assertEquals("bad-expression", refused.code());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("expression '" + text + "', column "), message);
  }

  @ParameterizedTest
  @CsvSource({"x + * y, 5", "x $ y, 3", "(x, 3", "x), 2", "x 2, 3"})
  void theColumnIsWhereTheMistakeStands(String text, int column) {
    BadSetting refused = assertThrows(BadSetting.class, () -> parse(text));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(", column " + column + ":"), message);
  }

  @Test
  void randomTextIsReadOrRefusedAndWhatIsReadCanBeWritten() {
    String alphabet = "xyz0123456789.eE+-*/^()` sincolg,_'~\u0000²\uD835";
    SplittableRandom random = new SplittableRandom(99);
    int read = 0;
    for (int k = 0; k < 200_000; k++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 12);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Expression e = parse(text.toString());
        assertEquals(e, parse(e.toString()), text.toString());
        read++;
      } catch (BadSetting refused) {
        assertEquals("bad-expression", refused.code());
      }
    }
    assertTrue(read > 1000, "read: " + read);
  }

  @Test
  void nestingIsReadToAHundredLevelsAndRefusedBeforeTheStackEnds() {
    assertValue(X, "(".repeat(100) + "x" + ")".repeat(100));
    assertEquals(parse("x"), parse("-".repeat(100) + "x"));
    int deep = 100_000;
    for (String text :
        List.of(
            "(".repeat(deep) + "x" + ")".repeat(deep),
            "(".repeat(deep),
            "-".repeat(deep) + "x",
            "x" + "^1".repeat(deep),
            "x" + "^-1".repeat(deep),
            "x" + "^(1".repeat(deep),
            "sin(".repeat(deep) + "x" + ")".repeat(deep))) {
      assertThrows(BadSetting.class, () -> parse(text));
    }
  }

  @Test
  void longFormulasAreNotDeepOnes() {
    assertEquals(X + 2000 * Y, value(parse("x" + " + y".repeat(2000))), 1e-9);
    assertEquals("x^2001", canonical("x" + "*x".repeat(2000)));
  }
}
